"""Figures as readers get them: a caption, what they show in words, every variant, and buttons for a script."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from apps.figures.figure import figure_keys, shipped_figure
from apps.publishing.services import publish
from tests.content_rows import shipped

pytestmark = pytest.mark.django_db
ADDRESSES = {
    key: f"/sitting/{key.removeprefix('positions/')}/" if "/" in key else f"/stretches/{key}/" for key in figure_keys()
}


def titles(html: str) -> list[str]:
    """Return what the pictures of a page show, in words."""
    return [unescape(title) for title in re.findall(r'<svg class="figure"[^>]*><title[^>]*>([^<]*)<', html)]


@pytest.mark.usefixtures("content")
def test_every_figure_and_variant_reaches_its_reader(client: Client) -> None:
    shown = {key: len(titles(client.get(address).text)) for key, address in ADDRESSES.items()}

    assert shown == {key: 1 + len(shipped_figure(key).variants) for key in figure_keys()}


@pytest.mark.usefixtures("content")
def test_no_two_pictures_of_a_page_share_their_id(client: Client) -> None:
    for address in ADDRESSES.values():
        ids = re.findall(r' id="([^"]+)"', client.get(address).text)
        assert (address, sorted(ids)) == (address, sorted(set(ids)))


@pytest.mark.usefixtures("content")
def test_easier_way_is_drawn_where_the_page_speaks_of_it(client: Client) -> None:
    html = client.get("/stretches/pigeon-pose/").text
    easier = html[html.index("<h3>Easier</h3>") : html.index("<h3>Deeper</h3>")]

    assert titles(easier) == [
        (
            "A person in a low lunge, seen from the side. Left leg stretched out behind and right leg folded "
            "with the knee out. With a cushion and a mat."
        )
    ]


@pytest.mark.usefixtures("content")
def test_other_ways_are_named(client: Client) -> None:
    html = client.get("/stretches/legs-up-rest/").text

    assert re.findall(r"<figcaption[^>]*>([^<]*)<", html[html.index("Other ways to do it") :]) == ["On a bed"]


@pytest.mark.usefixtures("content")
def test_caption_names_side_and_muscles_and_the_picture_does_not_repeat_them(client: Client) -> None:
    html = client.get("/stretches/half-kneeling-hip-flexor-stretch/").text
    captions = [unescape(words) for words in re.findall(r"<figcaption[^>]*>([^<]*)<", html)]

    assert captions == ["Working side: right. Highlighted: Iliacus, Psoas and Rectus femoris."]
    assert [title for title in titles(html) if "Highlighted" in title or "Working" in title] == []


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(("muscle", "caption"), [("psoas", "Psoas"), ("whole-body", "Whole body")])
def test_muscle_page_names_what_is_lit(client: Client, muscle: str, caption: str) -> None:
    html = client.get(f"/muscles/{muscle}/").text

    assert re.findall(r"<figcaption[^>]*>([^<]*)<", html) == [f"Highlighted: {caption}."]


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/stretches/reclined-pigeon/", "How it is done: Cross one ankle over the other thigh"),
        ("/sitting/car-driver/", "How it is done: Bring the backrest up"),
    ],
)
def test_picture_tells_what_is_done(client: Client, address: str, said: str) -> None:
    assert said in titles(client.get(address).text)[0]


@pytest.mark.usefixtures("content")
def test_step_in_another_language_is_left_to_the_list_of_steps(client: Client) -> None:
    assert "Cross one ankle" not in titles(client.get("/es/stretches/reclined-pigeon/").text)[0]


@pytest.mark.usefixtures("content")
def test_the_editors_words_take_the_place_of_all_that(client: Client) -> None:
    stretch = shipped("stretch", "reclined-pigeon")
    figure = stretch.figure.model_copy(update={"alt": "Somebody lies with one leg crossed."})
    publish(document=stretch.model_copy(update={"figure": figure}), note="Its picture in better words.")

    assert titles(client.get("/stretches/reclined-pigeon/").text) == ["Somebody lies with one leg crossed."]


@pytest.mark.usefixtures("content")
def test_buttons_are_only_for_what_moves_or_has_sides(client: Client) -> None:
    def buttons(address: str) -> list[str]:
        return re.findall(r"<button[^>]* data-(play|mirror)", client.get(address).text)

    assert buttons("/stretches/pigeon-pose/") == ["play", "mirror"]
    assert buttons("/stretches/boat-pose/") == ["play"]
    assert buttons("/sitting/leg-over-knee/") == ["mirror"]
    assert buttons("/sitting/car-driver/") == []


@pytest.mark.usefixtures("content")
def test_buttons_wait_for_their_script(client: Client) -> None:
    assert '<div class="button-group" data-figure-acts hidden>' in client.get("/stretches/pigeon-pose/").text
