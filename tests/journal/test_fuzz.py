"""Whatever is sent, the answer is in the API's own words and never a 5xx."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.journal.enums import PROFILE_ID, Kind
from apps.journal.messages import SyncAnswer
from tests.journal.devices import FakePhone, check_in, moment, post_json

IDS = st.sampled_from([str(PROFILE_ID), *(str(uuid.UUID(int=number)) for number in range(4))])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec=None), max_size=20)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(["at", "back", "note", "regions", "cautions", "conflict_of", "items", "title", "odd"])
DATA = st.just(check_in()) | st.dictionaries(FIELDS, VALUES, max_size=4).map(lambda data: {"at": moment(), **data})
CHANGES = st.fixed_dictionaries(
    {
        "op": IDS,
        "id": IDS,
        "kind": st.sampled_from([*Kind.values]) | SCALARS,
        "base_revision": st.none() | st.integers(0, 6) | SCALARS,
        "changed_at": st.just("2026-11-21T09:30:00Z")
        | st.datetimes().map(lambda moment: f"{moment.isoformat()}Z")
        | SCALARS,
        "deleted": st.booleans() | SCALARS,
        "data": DATA | VALUES,
    },
)
BODIES = st.fixed_dictionaries(
    {"device_id": IDS | SCALARS, "changes": st.lists(CHANGES | VALUES, max_size=6) | VALUES},
    optional={"epoch": SCALARS, "cursor": SCALARS, "want_secret": SCALARS, "odd": VALUES},
)
MUCH = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(body=BODIES | VALUES)
@MUCH
def test_any_json_is_answered_or_refused(phone: FakePhone, body: Any) -> None:
    cache.clear()
    response = post_json(phone.client, json.dumps(body))

    assert response.status_code in {200, 401, 413, 422}
    if response.status_code == 200:
        SyncAnswer.model_validate_json(response.content)


@given(changes=st.lists(CHANGES, max_size=6))
@MUCH
def test_each_change_is_answered_for_and_what_is_pulled_is_what_was_sent(
    phone: FakePhone, changes: list[dict[str, Any]]
) -> None:
    cache.clear()
    answer = phone.post(*changes, epoch=None, cursor=None).json()

    assert [(result["op"], result["id"]) for result in answer["results"]] == [
        (change["op"], change["id"]) for change in changes
    ]
    revisions = [record["revision"] for record in answer["changes"]]
    assert revisions == sorted(set(revisions))


@given(body=st.binary(max_size=200))
@MUCH
def test_any_bytes_are_refused(phone: FakePhone, body: bytes) -> None:
    cache.clear()
    assert post_json(phone.client, body or b" ").status_code in {200, 422}


@pytest.mark.parametrize("header", ["X-Hipcare-Device", "Authorization", "X-Hipcare-Api"])
@given(value=st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "S"]), max_size=60))
@MUCH
def test_any_header_is_answered(phone: FakePhone, header: str, value: str) -> None:
    answers = [
        phone.client.get("/api/v1/device", headers={header: value}),
        post_json(phone.client, {}, **{header: value}),
    ]

    assert {answer.status_code for answer in answers} <= {404, 422, 426, 429, 503}
