"""Each role at what stands beside the acts: figures, files, pictures, sources, phrases, redirects and the log."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.library.models import Muscle, Stretch
from apps.publishing.models import LoggedAct, Phrase, Picture, Redirect, Source
from apps.publishing.workflow.services import comment
from tests.publishing.editors import HOME, form_values, live_muscle, make_editor, signed_in
from tests.publishing.exchange import IMPORT, exported, file_of, send
from tests.publishing.pictures import image_bytes, make_picture, upload
from tests.publishing.samples import make_copy
from tests.publishing.test_roles import member

pytestmark = pytest.mark.django_db

ROLES = ("Author", "Reviewer", "Publisher")
STRETCHES, BESIDE = "/admin/library/stretch/", "/admin/publishing/"
SOURCE = {"type": "article", "text": "An article.", "url": "https://example.org/a"}
PHRASE = {"language": "en", "level": "banned", "forms": "melt", "unless": "", "why": "Too much.", "instead": "Ease."}
WITH_ACTIONS = (HOME, f"{BESIDE}redirect/")
RECORDS = ("loggedact", "publication", "standing")


@pytest.fixture(params=ROLES)
def role(request: pytest.FixtureRequest) -> str:
    """Each of the three."""
    return str(request.param)


@pytest.fixture
def client(role: str) -> Client:
    """A browser in which somebody of that role is signed in."""
    return signed_in(member(role))


def test_author_alone_saves_a_figure(role, client):
    stretch = make_copy("stretch")
    assert isinstance(stretch, Stretch)
    address, before = f"{STRETCHES}{stretch.pk}/figure/", stretch.figure
    values = _figure_values(address)

    answer = client.post(address, {**values, "poses.0.neck.nod": "13", "act": "save"})

    stretch.refresh_from_db()
    assert (answer.status_code, stretch.figure != before) == ((302, True) if role == "Author" else (403, False))


def test_author_alone_has_figures_drawn(role, client):
    stretch = make_copy("stretch")
    values = _figure_values(f"{STRETCHES}{stretch.pk}/figure/")

    answer = client.post(f"{STRETCHES}{stretch.pk}/figure/draw/", values)

    assert (answer.status_code, "drawings" in answer.text) == ((200, True) if role == "Author" else (403, False))


def _figure_values(address: str) -> dict[str, Any]:
    """Return what the pose editor would send if nobody had touched it."""
    context = signed_in(make_editor()).get(address).context
    values = {control.name: control.value for control in context["board"].all_controls()}
    return {**values, "version": context["version"]}


def test_author_alone_exports_all(role, client):
    live_muscle()

    answer = client.get(f"{HOME}export/")

    assert (answer.status_code, "Content-Disposition" in answer) == ((200, True) if role == "Author" else (403, False))


def test_author_alone_exports_what_was_chosen(role, client):
    muscle = live_muscle()

    answer = client.post(HOME, {"action": "export_chosen", "_selected_action": [muscle.pk]})

    assert ("Content-Disposition" in answer) is (role == "Author")


def test_author_alone_imports(role, client):
    [row] = exported(live_muscle(body="Before."))
    row["values"]["body"] = "Imported."

    answer = send(client, file_of([row]))
    if answer.status_code == 200:
        client.post(IMPORT, {"token": answer.context["token"]})

    body = Muscle.objects.get().body
    assert (answer.status_code, body) == ((200, "Imported.") if role == "Author" else (403, "Before."))


def test_author_alone_uploads_a_picture(role, client):
    sent = {"file": upload(image_bytes()), "slug": "mat", "alt": "A mat", "_save": "1"}

    status = client.post(f"{BESIDE}picture/add/", sent).status_code

    assert (status, Picture.objects.count()) == ((302, 1) if role == "Author" else (403, 0))


def test_author_alone_changes_the_words_of_a_picture(role, client):
    picture = make_picture(alt="A chair")

    status = client.post(f"{BESIDE}picture/{picture.pk}/change/", {"alt": "A stool"}).status_code

    assert (status, Picture.objects.get().alt) == ((302, "A stool") if role == "Author" else (403, "A chair"))


def test_publisher_alone_deletes_a_picture(role, client):
    picture = make_picture()

    status = client.post(f"{BESIDE}picture/{picture.pk}/delete/", {"post": "yes"}).status_code

    assert (status, Picture.objects.count()) == ((302, 0) if role == "Publisher" else (403, 1))


def test_author_alone_adds_and_changes_sources_and_no_role_deletes_one(role, client):
    source = Source.objects.create(type="study", text="A study.")

    answers = [
        client.post(f"{BESIDE}source/add/", SOURCE).status_code,
        client.post(f"{BESIDE}source/{source.pk}/change/", {**SOURCE, "text": "Changed."}).status_code,
        client.post(f"{BESIDE}source/{source.pk}/delete/", {"post": "yes"}).status_code,
    ]

    texts = sorted(Source.objects.values_list("text", flat=True))
    written = ([302, 302, 403], ["An article.", "Changed."])
    assert (answers, texts) == (written if role == "Author" else ([403] * 3, ["A study."]))


def test_publisher_alone_keeps_the_phrases(role, client):
    Phrase.objects.all().delete()
    phrase = Phrase.objects.create(forms=["burn"], why="W.", instead="I.")

    answers = [
        client.post(f"{BESIDE}phrase/add/", PHRASE).status_code,
        client.post(f"{BESIDE}phrase/{phrase.pk}/change/", {**PHRASE, "forms": "burns"}).status_code,
    ]
    forms = sorted(Phrase.objects.values_list("forms", flat=True))
    answers.append(client.post(f"{BESIDE}phrase/{phrase.pk}/delete/", {"post": "yes"}).status_code)

    kept = ([302] * 3, [["burns"], ["melt"]], 1)
    assert (answers, forms, Phrase.objects.count()) == (kept if role == "Publisher" else ([403] * 3, [["burn"]], 1))


def test_publisher_alone_keeps_the_redirects(role, client):
    redirect = Redirect.objects.create(old="/old/", new="/about/")

    answers = [
        client.post(f"{BESIDE}redirect/add/", {"old": "/older/", "new": "/about/"}).status_code,
        client.post(f"{BESIDE}redirect/{redirect.pk}/change/", {"old": "/oldest/", "new": "/about/"}).status_code,
    ]
    olds = sorted(Redirect.objects.values_list("old", flat=True))
    answers.append(client.post(f"{BESIDE}redirect/{redirect.pk}/delete/", {"post": "yes"}).status_code)

    kept = ([302] * 3, ["/older/", "/oldest/"])
    assert (answers, olds) == (kept if role == "Publisher" else ([403] * 3, ["/old/"]))


def test_every_role_reads_the_records_and_none_changes_them(client):
    muscle = live_muscle()
    comment(working_copy=muscle, by=make_editor(), words="Said before.")
    rows = {name: _only_row(name) for name in RECORDS}
    before = list(LoggedAct.objects.values())

    reading = {client.get(f"{BESIDE}{name}/").status_code for name in RECORDS}
    acting = {client.get(f"{BESIDE}{name}/add/").status_code for name in RECORDS}
    for name, pk in rows.items():
        acting.add(client.post(f"{BESIDE}{name}/{pk}/change/", {"title": "T", "words": "W"}).status_code)
        acting.add(client.post(f"{BESIDE}{name}/{pk}/delete/", {"post": "yes"}).status_code)
    client.post(f"{BESIDE}loggedact/", {"action": "delete_selected", "_selected_action": rows["loggedact"]})

    assert (reading, acting) == ({200}, {403})
    assert list(LoggedAct.objects.values()) == before
    assert "Said before." in client.get(f"{HOME}{muscle.pk}/history/").text


def _only_row(name: str) -> int:
    context = signed_in(make_editor(f"{name}@example.org")).get(f"{BESIDE}{name}/").context
    return int(context["cl"].result_list[0].pk)


@pytest.mark.parametrize(
    ("address", "buttons", "whose"),
    [
        (HOME, ("Add muscle", "Import", "Export all"), "Author"),
        (f"{BESIDE}picture/", ("Add picture",), "Author"),
        (f"{BESIDE}source/", ("Add source",), "Author"),
        (f"{BESIDE}phrase/", ("Add phrase to avoid",), "Publisher"),
        (f"{BESIDE}redirect/", ("Add redirect",), "Publisher"),
    ],
)
def test_lists_offer_their_buttons_to_those_who_may(role, client, address, buttons, whose):
    live_muscle()
    Redirect.objects.create(old="/old/", new="/about/")

    answer = client.get(address)

    tools = " ".join(answer.text.partition('class="object-tools"')[2].partition("</ul>")[0].split())
    offered = tuple(name for name in buttons if f"{name} </a>" in tools or f">{name}</a>" in tools)
    assert (answer.status_code, offered) == (200, buttons if role == whose else ())
    assert ('name="action"' in answer.text) is (role == whose and address in WITH_ACTIONS)


def test_figure_is_shown_to_all_and_offered_for_editing_to_authors(role, client):
    stretch = make_copy("stretch")

    text = client.get(f"{STRETCHES}{stretch.pk}/change/").text

    assert ('class="figure-kept"' in text, "Edit the figure" in text) == (True, role == "Author")


def test_forms_have_no_save_button_for_those_who_may_not(role, client):
    muscle = live_muscle()

    text = client.get(f"{HOME}{muscle.pk}/change/").text
    status = client.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="New.")).status_code

    assert ('value="Save"' in text, status) == ((True, 302) if role == "Author" else (False, 403))
