"""The contact sheet and the muscle map: every figure that ships is there, and none is missing."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from apps.core.models import User
from apps.figures.contact_sheet import pictures
from apps.figures.figure import figure_keys, shipped_figure
from apps.figures.muscles import MUSCLES
from apps.library.documents import StretchDocument
from apps.publishing.catalogue import catalogue
from apps.publishing.services import publish
from apps.sitting.documents import PositionDocument
from tests.content_rows import shipped
from tests.publishing.editors import make_editor, signed_in

pytestmark = pytest.mark.django_db
SHEET = "/admin/styleguide/figures/"


def sheet() -> str:
    return signed_in(make_editor()).get(SHEET).text


@pytest.mark.usefixtures("content")
def test_sheet_draws_every_pose_in_two_sizes_and_misses_none() -> None:
    page = sheet()
    drawn = re.findall(r'data-pose="([^"]+)".*?</figure>', page, re.DOTALL)
    expected = sum(len(pictures(shipped_figure(key))) for key in figure_keys())

    assert "data-missing" not in page
    assert len(drawn) == expected
    assert page.count('<svg class="figure"') == 2 * expected
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.usefixtures("content")
def test_every_stretch_and_position_has_a_figure() -> None:
    shelf = catalogue()
    documents = [*shelf.all(StretchDocument), *shelf.all(PositionDocument)]

    assert len(documents) == len(figure_keys())
    assert [document.slug for document in documents if document.figure is None] == []


@pytest.mark.parametrize("key", figure_keys())
def test_every_pose_of_a_figure_looks_different(key: str) -> None:
    """A start, a hold and each variant are worth a picture only where it is another picture."""
    figure = shipped_figure(key)
    seen = [pose.model_copy(update={"label": "", "contacts": ()}) for pose in (*figure.poses, *figure.variants)]

    assert [label for number, (label, _) in enumerate(pictures(figure)) if seen[number] in seen[:number]] == []


@pytest.mark.usefixtures("content")
def test_sheet_says_where_a_figure_is_missing() -> None:
    publish(document=shipped("stretch", "pigeon-pose").model_copy(update={"figure": None}), note="No figure.")

    assert 'data-missing="stretch-pigeon-pose"' in sheet()


def test_sheet_is_for_staff(client: Client) -> None:
    client.force_login(User.objects.create_user("reader@example.org", "a long passphrase"))

    assert client.get(SHEET).status_code in {302, 403}


@pytest.mark.usefixtures("content")
def test_muscle_list_shows_both_sides_with_a_link_for_each_muscle(client: Client) -> None:
    page = client.get("/muscles/").text

    assert page.count('<svg class="figure figure-map"') == 2
    assert sorted(re.findall(r'links__item" href="/muscles/([a-z-]+)/"', page)) == sorted(MUSCLES)


@pytest.mark.usefixtures("content")
def test_every_muscle_page_lights_its_muscle(client: Client) -> None:
    figures = [re.findall(r'<svg class="figure".*?</svg>', client.get(f"/muscles/{code}/").text) for code in MUSCLES]

    assert [len(found) for found in figures] == [1] * len(MUSCLES)
    assert [code for code, found in zip(MUSCLES, figures, strict=True) if "figure-lit" not in found[0]] == []
