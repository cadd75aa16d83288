"""History, comparison and preview."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from apps.figures.figure import figure_for
from apps.library.models import Muscle, Stretch
from apps.publishing import preview
from apps.publishing.difference import Change
from apps.publishing.models import Publication
from apps.publishing.preview import player_preview_address, preview_address
from apps.publishing.services import document_of, publish
from tests.documents import stretch_document
from tests.publishing.editors import HOME, live_muscle, make_editor, make_muscle, publish_muscle, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def changed(muscle: Muscle, **values: str) -> Muscle:
    for name, value in values.items():
        setattr(muscle, name, value)
    muscle.save()
    return muscle


def test_comparison_shows_what_was_added_and_removed_in_words(editor):
    muscle = changed(live_muscle(body="It bends the hip."), body="It bends the hip well.")

    field = editor.get(f"{HOME}{muscle.pk}/compare/").context["fields"][0]

    assert field.label == "Text"
    assert [(piece.change, piece.text) for piece in field.lines[0].pieces] == [
        (Change.SAME, "It bends the "),
        (Change.REMOVED, "hip."),
        (Change.ADDED, "hip well."),
    ]


def test_comparison_uses_labels_for_codes(editor):
    muscle = changed(live_muscle(), region="outer")

    page = editor.get(f"{HOME}{muscle.pk}/compare/").text

    assert "Front of the hip and thigh" in page
    assert "<ins>" in page
    assert "&quot;region&quot;" not in page


def test_any_two_publications_are_compared(editor):
    muscle = live_muscle(body="One.")
    publish_muscle(changed(muscle, body="Two."))
    publish_muscle(changed(muscle, body="Three."))
    first, second = Publication.objects.order_by("version")[:2]

    fields = editor.get(f"{HOME}{muscle.pk}/compare/?before={first.pk}&after={second.pk}").context["fields"]

    assert [piece.text for line in fields[0].lines for piece in line.pieces] == ["One.", "Two."]


def test_working_copy_that_is_not_whole_is_compared_all_the_same(editor):
    muscle = live_muscle()
    Muscle.objects.update(job="")

    fields = editor.get(f"{HOME}{muscle.pk}/compare/").context["fields"]

    assert [field.label for field in fields] == ["What it does"]


@pytest.mark.parametrize("query", ["before=x", "before=999999&after=-1", "after=%00", "before=" + "9" * 400])
def test_comparison_with_nonsense_falls_back(editor, query):
    muscle = live_muscle()

    assert editor.get(f"{HOME}{muscle.pk}/compare/?{query}").context["fields"] == []


def test_hostile_text_is_inert_in_comparison_and_history(editor):
    muscle = changed(live_muscle(), body="<script>alert(1)</script>")
    publish_muscle(muscle, note="<img src=x onerror=alert(1)>")

    for page in ("compare", "history", "publish", "change"):
        text = editor.get(f"{HOME}{muscle.pk}/{page}/").text
        assert ("<script>alert" in text, "<img src=x" in text) == (False, False)


def test_history_lists_publications_with_their_notes(editor):
    muscle = live_muscle()
    publish_muscle(changed(muscle, body="Two."), note="Say it better.")

    listed = [one.note for one, _url in editor.get(f"{HOME}{muscle.pk}/history/").context["publications"]]

    assert listed == ["Say it better.", "First published."]


def test_preview_is_the_working_copy_drawn_as_its_page(client):
    muscle = changed(live_muscle(body="Live words."), body="Working **words**.")

    assert "Working <strong>words</strong>." in client.get(preview_address(muscle)).text


def test_preview_needs_no_account_and_sets_no_cookie(client):
    response = client.get(preview_address(make_muscle()))

    assert (response.status_code, dict(response.cookies)) == (200, {})


def test_preview_is_stored_nowhere_and_framed_by_this_site_alone(client):
    headers = client.get(preview_address(make_muscle())).headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]


def test_other_pages_are_framed_by_nobody(client):
    live_muscle()
    headers = client.get("/muscles/psoas/").headers

    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_preview_takes_the_colours_that_are_asked_for(client, theme):
    assert f'data-theme="{theme}"' in client.get(f"{preview_address(make_muscle())}?theme={theme}").text


def test_hostile_colours_are_left_out(client):
    page = client.get(f'{preview_address(make_muscle())}?theme="><script>alert(1)</script>').text

    assert ("data-theme" in page, "<script>alert" in page) == (False, False)


def test_preview_of_what_is_not_whole_says_what_is_missing(client):
    muscle = make_muscle()
    Muscle.objects.update(job="")

    response = client.get(preview_address(muscle))

    assert (response.status_code, "Fill this in." in response.text) == (422, True)


def test_preview_expires(client, monkeypatch):
    address = preview_address(make_muscle())
    later = timezone.now() + timedelta(hours=25)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("token", ["x", "a:b:c", "..%2F..", "%00"])
def test_made_up_preview_is_404(client, token):
    assert client.get(f"/preview/{token}/").status_code == 404


def test_preview_signed_for_something_else_is_404(client):
    tokens = [
        signing.dumps(["muscle", make_muscle().pk], salt="other"),
        signing.dumps(["nothing", 1], salt=preview._SALT),
        signing.dumps(["muscle", 999], salt=preview._SALT),
        signing.dumps("text", salt=preview._SALT),
    ]

    assert [client.get(f"/preview/{token}/").status_code for token in tokens] == [404] * 4


def test_equipment_has_a_plain_preview(editor):
    response = editor.get(f"{HOME}{make_muscle().pk}/look/?width=desktop&theme=dark")

    assert 'width="1280" height="800"' in response.text


def live_stretch() -> Stretch:
    live_muscle()
    stretch = Stretch()
    stretch.save_document(stretch_document(figure=figure_for("pigeon-pose")))
    publish(document=document_of(stretch), note="First published.")
    return stretch


def test_figures_that_differ_are_drawn_side_by_side_and_told_in_words(editor):
    stretch = live_stretch()
    figure = figure_for("figure-4-stretch")
    assert figure is not None
    Stretch.objects.update(figure=figure.model_dump(mode="json"))

    response = editor.get(f"/admin/library/stretch/{stretch.pk}/compare/")

    assert len(response.context["figures"]) >= 1
    drawn = response.text.count('<svg class="figure"')
    wanted = sum((pair.before is not None) + (pair.after is not None) for pair in response.context["figures"])
    assert drawn == wanted
    assert [field.label for field in response.context["fields"]] == ["Figure, in words"]


def test_only_pictures_that_differ_are_drawn(editor):
    stretch = live_stretch()
    Stretch.objects.update(title="Another title")

    response = editor.get(f"/admin/library/stretch/{stretch.pk}/compare/")

    assert (response.context["figures"], [one.label for one in response.context["fields"]]) == ([], ["Title"])


def test_figure_that_was_taken_away_is_drawn_on_its_own_side(editor):
    stretch = live_stretch()
    Stretch.objects.update(figure=None)

    [first, *_rest] = editor.get(f"/admin/library/stretch/{stretch.pk}/compare/").context["figures"]

    assert (first.before is None, first.after) == (False, None)


def test_figure_that_cannot_be_drawn_is_no_error(editor):
    stretch = live_stretch()
    Stretch.objects.update(figure={"poses": "nonsense"})

    response = editor.get(f"/admin/library/stretch/{stretch.pk}/compare/")

    assert [pair.after for pair in response.context["figures"]] == [None] * len(response.context["figures"])


def test_figure_is_drawn_before_publishing_and_before_restoring(editor):
    stretch = live_stretch()
    Stretch.objects.update(figure=None)
    publication = Publication.objects.get(kind="stretch")

    for act in ("publish", f"restore/{publication.pk}"):
        assert editor.get(f"/admin/library/stretch/{stretch.pk}/{act}/").context["figures"] != []


def stretch() -> Stretch:
    """Return a working copy that can be played."""
    publish_muscle(make_muscle())
    found = Stretch()
    found.save_document(stretch_document(title="Told anew"))
    return found


def test_player_is_told_to_read_the_preview_of_the_working_copy(client):
    address = player_preview_address(stretch())

    page = client.get(address)

    here = f'data-preview-slug="hip-stretch" data-preview-page="{address.removesuffix("play/")}"'
    assert f'data-preview-kind="stretch" {here}' in page.text
    assert (page.headers["Cache-Control"], page.headers["X-Frame-Options"]) == ("no-store", "SAMEORIGIN")


def test_player_preview_expires(client, monkeypatch):
    address = player_preview_address(stretch())
    later = timezone.now() + timedelta(hours=25)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)

    assert client.get(address).status_code == 404


def test_what_cannot_be_played_has_no_player(client, editor):
    muscle = make_muscle()

    assert client.get(player_preview_address(muscle)).status_code == 404
    assert "as=player" not in editor.get(f"{HOME}{muscle.pk}/look/").text


def test_public_player_reads_no_preview(client):
    publish_muscle(make_muscle())
    publish(document=stretch_document(), note="N.")

    assert "data-preview" not in client.get("/stretches/hip-stretch/play/").text
