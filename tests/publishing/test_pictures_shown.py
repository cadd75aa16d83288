"""Pictures on pages: from Markdown to the published page, the file behind it, and the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from apps.offline.pack import make_pack
from apps.publishing.markdown import render_markdown
from apps.publishing.media.services import delete_picture
from apps.publishing.preview import preview_address
from apps.publishing.services import document_of, publish
from tests.publishing.editors import HOME, form_values, live_muscle, make_editor, make_muscle, signed_in
from tests.publishing.pictures import make_picture

pytestmark = pytest.mark.django_db

TEXT = "Look: ![A chair](media:chair)"


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path: Path) -> Path:
    """A folder for this test's media."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def test_reference_becomes_a_picture_with_room_kept_for_it():
    picture = make_picture("chair")
    small, large = (f"/media/pictures/{one['name']}" for one in picture.files)

    assert render_markdown(TEXT) == (
        f'<p>Look: <img src="{large}" alt="A chair" srcset="{small} 480w, {large} 960w" '
        'sizes="(min-width: 42rem) 40rem, 100vw" width="960" height="480" loading="lazy" decoding="async"></p>\n'
    )


def test_picture_that_is_gone_leaves_its_words():
    assert render_markdown(TEXT) == "<p>Look: A chair</p>\n"


def test_reference_style_is_a_picture_too():
    make_picture("chair")

    assert 'loading="lazy"' in render_markdown("![A chair][c]\n\n[c]: media:chair")


@pytest.mark.parametrize(
    "source", ["media:", "media:../x", "media:chair/../x", "media:%00", "media://chair", "MEDIA:chair"]
)
def test_strange_references_show_nothing(source):
    make_picture("chair")

    assert "src=" not in render_markdown(f"![A chair]({source})")


def test_page_and_preview_show_the_picture(client):
    picture = make_picture("chair")
    muscle = live_muscle(body=TEXT)

    shown = f'src="{picture.url}" alt="A chair"'
    assert shown in client.get("/muscles/psoas/").text
    assert shown in client.get(preview_address(muscle)).text


def test_file_is_served_for_ever_without_a_cookie(client):
    picture = make_picture("chair")

    response = client.get(picture.url)

    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert (response.cookies, response.has_header("Vary"), response.content[:4]) == ({}, False, b"RIFF")
    assert client.get(picture.url, headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "path",
    ["", "x.webp", "../../secret-key", "..%2f..%2fsecret-key", "0" * 20 + "-480.webp", "0" * 20 + "-480.svg", "%00"],
)
def test_no_other_file_is_served(client, path):
    make_picture("chair")

    assert client.get(f"/media/pictures/{path}").status_code == 404


def test_file_is_read_only(client):
    assert client.post(make_picture("chair").url).status_code == 405


def test_pack_has_the_pictures_of_live_pages_alone():
    used, draft = make_picture("chair"), make_picture("draft", colour="red")
    make_picture("unused", colour="blue")
    live_muscle(body=TEXT)
    make_muscle("iliacus", body="![A draft](media:draft)")

    packed = {asset["url"]: asset["bytes"] for asset in make_pack().assets if "/media/" in asset["url"]}

    assert packed == {f"/media/pictures/{one['name']}": one["bytes"] for one in used.files}
    assert draft.url not in packed


def test_cold_page_with_pictures_needs_one_query_more(client, django_assert_num_queries):
    make_picture("chair")
    make_picture("table", colour="red")
    live_muscle(body=f"{TEXT}\n\n![A table](media:table)")
    with django_assert_num_queries(4):
        client.get("/muscles/psoas/")
    with django_assert_num_queries(1):
        client.get("/muscles/psoas/")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("![](media:chair)", "Say what the picture “media:chair” shows, between the square brackets."),
        ("![ ](media:chair)", "Say what the picture “media:chair” shows, between the square brackets."),
        ("![A chair](media:table)", "There is no picture “media:table”. Upload it under “Pictures” first."),
        ("![A chair](https://bad.example/x.png)", "Only uploaded pictures are shown, as in “![what"),
        ("![A chair](/media/x.png)", "Only uploaded pictures are shown, as in “![what"),
        ("![A chair][x]\n\n[x]: //bad.example/x.png", "Only uploaded pictures are shown, as in “![what it shows]"),
        ("![![A chair](https://bad.example/x)](media:chair)", "Only uploaded pictures are shown, as in “![what it "),
    ],
)  # fmt: skip
def test_wrong_picture_gets_a_message_beside_the_text(text, message):
    make_picture("chair")
    muscle = make_muscle()

    response = signed_in(make_editor()).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body=text))

    errors = response.context["adminform"].form.errors
    assert [(name, said[0][: len(message)]) for name, said in errors.items()] == [("body", message)]


def test_right_picture_is_saved():
    make_picture("chair")
    muscle = make_muscle()

    signed_in(make_editor()).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body=TEXT))

    muscle.refresh_from_db()
    assert muscle.body == TEXT


def test_page_whose_picture_is_gone_is_not_published():
    muscle = make_muscle(body=TEXT)
    delete_picture(picture=make_picture("chair"))

    problems = signed_in(make_editor()).get(f"{HOME}{muscle.pk}/change/").context["problems"]

    assert [problem.messages for problem in problems] == [("These pictures are gone: chair.",)]


def test_new_picture_is_seen_by_a_page_that_was_kept(client):
    publish(document=document_of(make_muscle(body="Words.")), note="First.")
    client.get("/muscles/psoas/")
    picture = make_picture("chair")

    assert picture.url in render_markdown(TEXT)
