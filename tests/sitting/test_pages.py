"""The pages of timer, sampler, drive mode and trip plan: public, in the pack, and useful without a script."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.core.registries import pages
from apps.publishing.catalogue import catalogue
from apps.sitting.queries import drive_routines, driver_seat, micro_breaks

PATHS = ["/sitting/timer/", "/sitting/sampler/", "/drive/", "/drive/seat/", "/drive/trip/"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_page_answers_before_there_is_any_content(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("path", PATHS)
def test_page_is_the_same_for_everybody(client: Client, path: str) -> None:
    response = client.get(path)

    assert (response.status_code, response.cookies.output()) == (200, "")
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.django_db
def test_pages_are_in_the_pack() -> None:
    packed = {page.url for page in pages if page.in_pack}

    assert set(PATHS) <= packed


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_micro_breaks_are_those_of_the_desk_break() -> None:
    found = [view.stretch.slug for view in micro_breaks(catalogue("en")) if view.stretch]

    assert found == ["walking-break", "standing-hip-flexor-stretch", "figure-4-stretch"]


@pytest.mark.django_db
def test_nothing_is_missed_where_content_is_not_live() -> None:
    shelf = catalogue("en")

    assert (micro_breaks(shelf), driver_seat(shelf), drive_routines(shelf)) == ([], None, {})


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_drive_has_its_routines_before_during_and_after() -> None:
    assert list(drive_routines(catalogue("en"))) == [
        "pre_drive_setup", "rest_stop_break", "picnic_mat_break", "passenger_reset", "arrival_reset",
        "after_drive_wind_down",
    ]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_seat_list_can_be_ticked_without_a_script(client: Client) -> None:
    assert client.get("/drive/seat/").content.decode().count('type="checkbox"') == 9


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("path", ["/", "/sitting/"])
def test_tools_are_linked(client: Client, path: str) -> None:
    html = client.get(path).content.decode()

    assert [link for link in ("/sitting/timer/", "/sitting/sampler/", "/drive/") if f'href="{link}"' not in html] == []
