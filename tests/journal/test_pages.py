"""The journal's shells, and that what their forms offer is what records may hold."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from django.test import Client
from django.urls import reverse

from apps.core.registries import pages
from apps.journal import choices
from apps.journal.documents import errors_in
from apps.journal.documents.body import Reach, Side
from apps.journal.enums import Kind
from apps.journal.instruments import CHANGE_STEPS, INSTRUMENTS, Instrument
from apps.journal.pages import NAMES

AT = {"utc": "2026-11-21T13:05:00Z", "zone": "Europe/London", "offset": 0}
every_page = pytest.mark.parametrize("name", NAMES)


@every_page
@pytest.mark.django_db
def test_shell_is_public_and_has_nobody_in_it(client: Client, name: str) -> None:
    answer = client.get(reverse(f"journal:{name}"))

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()


@every_page
@pytest.mark.django_db
def test_every_health_field_is_kept_from_the_browsers_memory(client: Client, name: str) -> None:
    html = client.get(reverse(f"journal:{name}")).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    fields = re.findall(r"<(?:input|select|textarea)\b[^>]*>", main)

    assert [field for field in fields if 'autocomplete="off"' not in field] == []


@pytest.mark.django_db
def test_every_page_is_in_the_pack() -> None:
    packed = {page.url for page in pages if page.in_pack and page.url.startswith("/journal/")}

    assert packed == {reverse(f"journal:{name}") for name in NAMES}


def test_closed_lists_of_the_form_are_those_of_the_record() -> None:
    assert set(choices.Reach.values) == set(get_args(Reach))
    assert set(choices.Leg.values) == set(get_args(Side))
    assert set(choices.Place.values) < set(get_args(Side))


def test_every_code_of_the_form_may_be_kept() -> None:
    regions = [{"region": code, "qualities": choices.Quality.values} for code in choices.Region.values]
    data = {
        "at": AT,
        "regions": regions,
        "activities": choices.Activity.values,
        "triggers": choices.Trigger.values,
    }

    assert errors_in(Kind.CHECK_IN, data) == []


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda one: one.code)
def test_every_measure_may_be_kept_in_its_own_words(instrument: Instrument) -> None:
    items = [{"code": one.code, "text": str(one.text), "value": 10} for one in instrument.questions]
    data = {"at": AT, "instrument": instrument.code, "version": instrument.version, "items": items}

    assert errors_in(Kind.MEASURE, data) == []


def test_change_has_seven_steps_around_no_change() -> None:
    assert [value for value, _words in CHANGE_STEPS] == [1, 2, 3, 4, 5, 6, 7]
    assert str(CHANGE_STEPS[3][1]) == "No change"
