"""The pose editor without a browser: what it draws, refuses, keeps, and how a figure gets to readers."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from apps.figures.editing import drawings, edited_of, stored_figure
from apps.figures.figure import Figure, shipped_figure
from apps.library.models import Stretch
from apps.publishing.services import document_of, publish
from tests.documents import stretch_document
from tests.figures.bodies import figure_of, standing
from tests.publishing.editors import live_muscle, make_editor, signed_in

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


@pytest.fixture
def stretch() -> Stretch:
    """A working copy with the figure of the pigeon pose, live."""
    live_muscle()
    stretch = Stretch()
    stretch.save_document(stretch_document(figure=shipped_figure("pigeon-pose")))
    publish(document=document_of(stretch), note="First published.")
    return stretch


def address(stretch: Stretch, part: str = "") -> str:
    return f"/admin/library/stretch/{stretch.pk}/figure/{part}"


class FormReader(HTMLParser):
    """Reads what a browser would send of the editor's form, and the messages beside its fields."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside = False
        self.fields: list[tuple[str, str]] = []
        self.messages: dict[str, list[str]] = {}
        self.select, self.list, self.item = "", "", False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = found.get("id") == "figure-form"
        if self.inside:
            self._field(tag, found)
            self.list = found.get("data-error", "-") if tag == "ul" else self.list
            self.item = tag == "li"

    def _field(self, tag: str, found: dict[str, str]) -> None:
        if tag == "input" and found.get("name") and (found.get("type") != "checkbox" or "checked" in found):
            self.fields.append((found["name"], found.get("value", "")))
        elif tag == "select":
            self.select = found["name"]
        elif tag == "option" and (not self.fields or self.fields[-1][0] != self.select):
            self.fields.append((self.select, found["value"]))
        elif tag == "option" and "selected" in found:
            self.fields[-1] = (self.select, found["value"])

    def handle_data(self, data: str) -> None:
        if self.inside and self.item:
            self.messages.setdefault(self.list, []).append(data)

    def handle_endtag(self, tag: str) -> None:
        self.item = False
        self.inside = self.inside and tag != "form"


def page_fields(page: str) -> list[tuple[str, str]]:
    return FormReader(page).fields


def send(client: Client, stretch: Stretch, act: str = "draw", part: str = "", **changes: str) -> Any:
    """Change fields (dots written as `__`) and press a button."""
    fields = dict.fromkeys(["act"], act) | {name.replace("__", "."): value for name, value in changes.items()}
    kept = [pair for pair in page_fields(client.get(address(stretch)).text) if pair[0] not in fields]
    return client.post(address(stretch, part), urlencode([*kept, *fields.items()]), content_type=FORM)


def kept_figure() -> Figure:
    return Figure.model_validate(Stretch.objects.get().figure)


def messages_at(page: str, name: str) -> list[str]:
    return FormReader(page).messages.get(name, [])


def test_saving_what_is_shown_changes_nothing(editor: Client, stretch: Stretch) -> None:
    before = stretch.figure

    response = send(editor, stretch, "save")

    stretch.refresh_from_db()
    assert (response.status_code, stretch.figure) == (302, before)


def test_saved_figure_reaches_readers_when_it_is_published(editor: Client, stretch: Stretch, client: Client) -> None:
    page = f"/stretches/{stretch.slug}/"
    before = client.get(page).content
    send(editor, stretch, "save", poses__0__neck__nod="40")
    assert client.get(page).content == before

    stretch.refresh_from_db()
    publish(document=document_of(stretch), note="Head down.")

    drawn = re.search(rb'<svg class="figure".*?</svg>', client.get(page).content)
    assert drawn is not None
    assert drawn.group() not in before


def test_impossible_joint_is_named_beside_its_field(editor: Client, stretch: Stretch) -> None:
    before = stretch.figure

    response = send(editor, stretch, "save", poses__1__right_leg__knee="175")

    stretch.refresh_from_db()
    assert messages_at(response.text, "poses.1.right_leg.knee") == [
        "Right leg, knee: bend: 175° is more than a body can do (0° to 160°)."
    ]
    assert b'value="175"' in response.content
    assert stretch.figure == before


def test_text_for_a_number_stays_in_the_field_with_a_message(editor: Client, stretch: Stretch) -> None:
    response = send(editor, stretch, "save", poses__0__neck__nod="down")

    assert messages_at(response.text, "poses.0.neck.nod") == ["Enter a number."]
    assert b'value="down"' in response.content


def test_drawing_is_answered_without_keeping_it(editor: Client, stretch: Stretch) -> None:
    before = stretch.figure

    answer = send(editor, stretch, part="draw/", poses__0__neck__nod="40").json()

    stretch.refresh_from_db()
    assert sorted(answer["drawings"]) == ["poses.0", "poses.1", "variants.0"]
    assert answer["drawings"]["poses.0"] != drawings(shipped_figure("pigeon-pose"))["poses.0"]
    assert stretch.figure == before


def test_what_floats_is_told_beside_the_drawing(editor: Client, stretch: Stretch) -> None:
    answer = send(editor, stretch, part="draw/", poses__0__anchor__at__2="20").json()

    assert "hold: right-knee floats 20 cm away from floor." in answer["hints"]["poses.0"]


def test_pose_starts_from_an_existing_one(editor: Client, stretch: Stretch) -> None:
    code = "stretch/hip-stretch/variants.0"

    response = send(editor, stretch, "take:poses.1", **{"source.poses.1": code})

    fields = dict(page_fields(response.text))
    assert fields["poses.1.root.lean"] == f"{shipped_figure('pigeon-pose').variants[0].root.lean:g}"
    assert (fields["poses.1.props.0.kind"], fields["poses.1.label"]) == ("cushion", "deeper")


def test_pose_is_added_and_left_out(editor: Client, stretch: Stretch) -> None:
    added = dict(page_fields(send(editor, stretch, "add:variants").text))
    left = dict(page_fields(send(editor, stretch, "remove:poses.0").text))

    assert added["variants.1.label"] == "new 1"
    assert left["poses.0.label"] == "deeper"
    assert "poses.1.label" not in left


def test_prop_arrow_muscle_and_side_are_chosen(editor: Client, stretch: Stretch) -> None:
    send(
        editor,
        stretch,
        "save",
        props__0__kind="wall",
        props__0__at__0="90",
        poses__0__arrows__0__joint="neck",
        poses__0__arrows__0__by__0="20",
        muscles="psoas",
        working="left",
    )

    stretch.refresh_from_db()
    figure = Figure.model_validate(stretch.figure)
    assert [(prop.kind, prop.at) for prop in figure.props] == [("wall", (90, 0, 0))]
    assert [(arrow.joint, arrow.by) for arrow in figure.poses[0].arrows] == [("neck", (20, 0, 0))]
    assert (figure.muscles, figure.working) == (("psoas",), "left")


def test_second_editor_is_stopped_and_may_replace(editor: Client, stretch: Stretch) -> None:
    stretch.title = "Changed meanwhile"
    old = stretch.updated_at.isoformat()
    stretch.save()
    now = stretch.updated_at.isoformat()

    stopped = send(editor, stretch, "save", poses__0__neck__nod="40", version=old)
    kept = Stretch.objects.get().figure
    done = send(editor, stretch, "save", poses__0__neck__nod="40", version=old, replace_version=now)

    assert b"Somebody else has saved this" in stopped.content
    assert (kept, done.status_code) == (stretch.figure, 302)
    assert kept_figure().poses[0].neck.nod == 40


def test_second_editor_sees_both_drawings(editor: Client, stretch: Stretch) -> None:
    old = stretch.updated_at.isoformat()
    send(editor, stretch, "save", poses__0__neck__nod="-20")

    stopped = send(editor, stretch, "save", poses__0__neck__nod="40", version=old)

    pair = stopped.context["both"][0]
    assert (pair.before.poses[0].neck.nod, pair.after.poses[0].neck.nod) == (-20, 40)
    shown = stopped.text.partition('class="figure-pair"')[2].partition("</section>")[0]
    assert (shown.count("<svg"), "<h4>Saved now</h4>" in shown, "<h4>Yours</h4>" in shown) == (2, True, True)


def test_page_works_for_a_stretch_without_a_figure(editor: Client, stretch: Stretch) -> None:
    Stretch.objects.update(figure=None)

    assert send(editor, stretch, "save").status_code == 302
    assert kept_figure().poses[0].posture == "standing"


def test_editor_who_may_only_look_gets_no_editor(stretch: Stretch) -> None:
    viewer = signed_in(make_editor("look@example.org", "library.view_stretch"))

    assert [viewer.get(address(stretch)).status_code, viewer.post(address(stretch, "draw/")).status_code] == [403, 403]
    assert viewer.get(f"/admin/library/stretch/{stretch.pk}/change/").status_code == 200


def test_reader_gets_no_drawing(client: Client, stretch: Stretch) -> None:
    assert client.post(address(stretch, "draw/")).status_code == 302


HOSTILE = [
    {"poses": "1"},
    {"poses.0": "x"},
    {"poses.99.label": "x"},
    {"poses.0.neck.nod": "nan"},
    {"poses.0.neck.nod": "1e999"},
    {"poses.0.props.0.kind": "<script>alert(1)</script>"},
    {"poses.0.arrows.0.joint": "__class__"},
    {"poses.0.contacts.0.point": "left-foot", "poses.0.contacts.0.on": "couch"},
    {"poses.0.depth.0.part": "tail", "poses.0.depth.0.by": "3"},
    {"poses.0.props.0.kind": "roller", "poses.0.props.0.size.0": "1"},
    {"poses.0.props.0.kind": "roller", "poses.0.props.0.size": "1"},
    {"poses.0.label": "x" * 5000},
    {"hold": "7"},
    {"hold": ""},
    {"muscles": "tail"},
    {"working": "both"},
    {"variants.0.label": "\x00"},
]


@pytest.mark.parametrize("values", HOSTILE)
@pytest.mark.parametrize("part", ["", "draw/"])
def test_hostile_values_get_an_answer(editor: Client, stretch: Stretch, values: dict[str, str], part: str) -> None:
    before = stretch.figure
    kept = [pair for pair in page_fields(editor.get(address(stretch)).text) if pair[0] not in values]

    response = editor.post(
        address(stretch, part), urlencode([*kept, *values.items(), ("act", "draw")]), content_type=FORM
    )

    assert response.status_code == 200
    assert b"<script>alert" not in response.content
    assert Stretch.objects.get().figure == before


@pytest.mark.parametrize("act", ["take:poses.9", "take:", "remove:variants.7", "add:props", "delete", ":", "save:x"])
def test_unknown_button_changes_nothing(editor: Client, stretch: Stretch, act: str) -> None:
    fields = page_fields(send(editor, stretch, act).text)

    assert [pair for pair in fields if pair[0] != "csrfmiddlewaretoken"] == [
        pair for pair in page_fields(editor.get(address(stretch)).text) if pair[0] != "csrfmiddlewaretoken"
    ]


def test_largest_figure_fits_into_a_form(editor: Client, stretch: Stretch) -> None:
    """Django takes a thousand fields; a figure with every pose that it may have stays below."""
    pose = shipped_figure("pigeon-pose").poses[0]
    named = [pose.model_copy(update={"label": str(number)}) for number in range(6)]
    Stretch.objects.update(figure=stored_figure(figure_of(pose, pose, pose, variants=tuple(named))))

    assert len(page_fields(editor.get(address(stretch)).text)) < 1000


def test_body_in_the_air_above_a_mat_is_drawn() -> None:
    pose = standing(anchor={"point": "left-foot", "at": (0, 0, 250)})
    figure = figure_of(pose, ground="mat")

    assert list(drawings(figure)) == ["poses.0"]
    assert "hold: left-foot floats 250 cm away from floor." in edited_of(stored_figure(figure)).hints["poses.0"]
