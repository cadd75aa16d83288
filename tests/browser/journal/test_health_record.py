"""The journal as a FHIR bundle: what is in it beside check-ins, held against the package's model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from playwright.sync_api import expect

from tests.browser.journal.phones import JournalPhone

AT = {"utc": "2026-11-20T08:00:00.000Z", "zone": "Europe/Madrid", "offset": 60}
LATER = {**AT, "utc": "2026-11-20T09:00:00.000Z"}
ENDED = {**AT, "utc": "2026-11-20T08:10:00.000Z"}
PAIN = "72514-3"


@pytest.fixture
def exported(keeper: JournalPhone) -> list[dict[str, Any]]:
    """Return the resources of a journal with one record of most kinds, the patient left out."""
    keeper.save(
        "session", at=AT, ended=ENDED, seconds=540, moves=[], routine={"title": "Easing", "slug": "easing"},
        before={"back": 6, "leg_change": "same"}, after={"back": 3, "leg_change": "drawing-back"},
    )  # fmt: skip
    keeper.save("sit", at=LATER, seconds=600, position={"title": "Half lotus"}, comfort=7, leg="down")
    keeper.save("break", at=AT, seconds=90, outcome="taken")
    keeper.save("check-in", at=AT, sleep_hours=6.5, sleep_quality=4)
    keeper.save("measure", at=AT, instrument="peg", version="2009", score=5, items=[{"code": "average", "value": 5}])
    keeper.save("goal", at=AT, title="Walk to the sea", done=ENDED)
    page = keeper.page
    page.goto("/journal/backup/")
    expect(page.locator("[data-where]")).not_to_have_text("Loading")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as FHIR").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    Bundle.model_validate_json(text)
    return [one["resource"] for one in json.loads(text)["entry"][1:]]


def test_observations_hold_sessions_sitting_breaks_and_sleep(exported: list[dict[str, Any]]) -> None:
    found = {}
    for one in exported:
        if one["resourceType"] != "Observation":
            continue
        code = one["code"].get("coding", [{}])[0].get("code")
        values = [value for key, value in one.items() if key.startswith("value")]
        [value] = [value["value"] if isinstance(value, dict) else value for value in values]
        found[one["code"]["text"]] = (code, value)

    assert found == {
        "Easing": ("55411-3", 9),
        "Back or hips, before": (PAIN, 6),
        "Back or hips, after": (PAIN, 3),
        "Leg, before": (None, "About the same, or none"),
        # After the session it drew back; after sitting it went down. Both have the name of their time.
        "Leg, after": (None, "It goes further down the leg"),
        "Half lotus": (None, 10),
        "Comfort of sitting, 0 to 10, after": (None, 7),
        "Break": (None, 1.5),
        "Sleep last night": ("93832-4", 6.5),
        "Sleep quality last night, 0 to 10": (None, 4),
        "peg 2009: Score": (None, 5),
    }


def test_pain_after_a_session_has_the_time_of_its_end(exported: list[dict[str, Any]]) -> None:
    times = {one["code"]["text"]: one.get("effectiveDateTime") for one in exported if "code" in one}

    assert (times["Back or hips, before"], times["Back or hips, after"]) == (
        "2026-11-20T09:00:00+01:00", "2026-11-20T09:10:00+01:00",
    )  # fmt: skip


def test_measure_names_its_questionnaire_and_a_goal_is_a_goal(exported: list[dict[str, Any]]) -> None:
    [response] = [one for one in exported if one["resourceType"] == "QuestionnaireResponse"]
    [goal] = [one for one in exported if one["resourceType"] == "Goal"]

    assert response["questionnaire"] == "urn:uuid:8a0f7f0e-52a8-4b0e-9d0c-1f6c3c8e4a02|2009"
    del goal["id"], goal["subject"]
    assert goal == {
        "resourceType": "Goal",
        "lifecycleStatus": "completed",
        "description": {"text": "Walk to the sea"},
        "startDate": "2026-11-20",
        "statusDate": "2026-11-20",
    }
