"""The journal's pages: check-in, list, trends, files, and the rules behind them with the cases of tests/vectors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from playwright.sync_api import Page, expect

from apps.journal.documents import errors_in
from apps.journal.enums import Kind
from tests.browser.until import until

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "journal.json").read_text(encoding="utf-8"))
MODULES = "/static/js/journal-pages/"


def call(page: Page, module: str, function: str, *values: Any) -> Any:
    """Return what a function of a module gives for these values."""
    code = "async ([at, name, values]) => (await import(at))[name](...values)"
    return page.evaluate(code, [f"{MODULES}{module}.js", function, values])


def rows(page: Page) -> list[dict[str, Any]]:
    """Return all records on the device."""
    code = "async () => (await import('/static/js/journal/records.js')).listAll(null)"
    found: list[dict[str, Any]] = page.evaluate(code)
    return found


@pytest.fixture
def check_in(page: Page) -> Page:
    """Return the check-in, ready to be filled in."""
    page.goto("/journal/new/")
    expect(page.locator("[data-check-in]")).to_be_visible()
    return page


def save(page: Page) -> None:
    """Save the check-in and wait until the page says so."""
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Saved on this device.")).to_be_visible()


def test_rules_agree_with_the_shared_cases(page: Page) -> None:
    page.goto("/robots.txt")

    for case in VECTORS["signs"]:
        assert call(page, "signs", "isSign", case["field"], case["value"]) is case["sign"], case["name"]
    for case in VECTORS["medians"]:
        assert call(page, "stats", "median", case["values"]) == case["median"]
    for case in VECTORS["intervals"]:
        assert call(page, "stats", "signInterval", case["values"]) == case["interval"], case["name"]
    for case in VECTORS["scores"]:
        assert call(page, "measure-data", "scoreOf", case["instrument"], case["values"], case["asked"]) == case["score"]
    for case in VECTORS["times"]:
        moment = {"utc": case["utc"], "zone": "UTC", "offset": case["offset"]}
        assert call(page, "fhir-observation", "wallTime", moment) == case["wall"]


@pytest.mark.parametrize("case", VECTORS["reviews"], ids=lambda case: case["name"])
def test_review_is_asked_when_it_is_due(page: Page, case: dict[str, Any]) -> None:
    page.goto("/robots.txt")
    code = """async ([at, case_]) => {
      const { isReviewDue } = await import(at);
      const now = Date.UTC(2026, 10, 21);
      const ago = (days) => new Date(now - days * 86400000).toISOString();
      const notes = case_.days_ago.map((days) => ({ kind: "check-in", at: ago(days), data: {} }));
      const data = { instrument: "review" };
      const reviews = case_.reviews_days_ago.map((days) => ({ kind: "measure", at: ago(days), data }));
      return isReviewDue([...notes, ...reviews], now);
    }"""

    assert page.evaluate(code, [f"{MODULES}due.js", case]) is case["due"]


def test_check_in_of_five_taps_is_kept_as_the_contract_says(check_in: Page) -> None:
    for name in ("back-4", "leg-3", "reach-calf", "side-left"):
        check_in.locator(f"[for={name}]").click()
    save(check_in)

    [row] = rows(check_in)
    assert {key: row["data"][key] for key in ("back", "leg", "reach", "side")} == {
        "back": 4, "leg": 3, "reach": "calf", "side": "left",
    }  # fmt: skip
    assert errors_in(Kind.CHECK_IN, row["data"]) == []


def test_emergency_answer_leads_to_the_danger_signs_and_is_not_kept(check_in: Page) -> None:
    check_in.locator("[for=back-4]").click()
    check_in.locator("[for=side-both]").click()
    check_in.wait_for_url("**/safety/#emergency")

    check_in.goto("/journal/new/")
    check_in.get_by_role("button", name="Bring it back").click()
    save(check_in)
    [row] = rows(check_in)
    assert "side" not in row["data"]


def test_emergency_answer_is_kept_when_the_person_says_so(check_in: Page) -> None:
    check_in.locator("[for=side-both]").click()
    check_in.wait_for_url("**/safety/#emergency")
    check_in.go_back(wait_until="commit")
    check_in.get_by_text("A doctor knows about this already.").click()
    check_in.locator("[for=side-both]").click()
    save(check_in)

    [row] = rows(check_in)
    assert row["data"]["side"] == "both"


def test_unsaved_text_is_offered_back_after_a_reload(check_in: Page) -> None:
    check_in.get_by_text("More, if you like").click()
    check_in.get_by_label("Note").fill("Stairs were easier")
    check_in.get_by_label("Note").blur()
    code = "async () => (await (await import('/static/js/journal/drafts.js')).readDraft(null, 'check-in'))?.fields.note"
    until(check_in, code)
    check_in.reload()
    check_in.get_by_role("button", name="Bring it back").click()

    expect(check_in.get_by_label("Note")).to_have_value("Stairs were easier")


def test_wrong_hours_are_named_beside_the_field(check_in: Page) -> None:
    check_in.get_by_text("More, if you like").click()
    check_in.locator("#sitting_hours").fill("25")
    check_in.get_by_role("button", name="Save", exact=True).click()

    expect(check_in.locator("#sitting_hours-error")).to_have_text("Write a number from 0 to 24, such as 7.5.")
    expect(check_in.locator("#sitting_hours")).to_be_focused()
    assert check_in.title().startswith("Error:")
    assert rows(check_in) == []


def test_double_tap_on_save_keeps_one_record(check_in: Page) -> None:
    """F28."""
    check_in.locator("[for=back-4]").click()
    check_in.get_by_role("button", name="Save", exact=True).dblclick()

    expect(check_in.get_by_role("heading", name="Saved on this device.")).to_be_visible()
    assert len(rows(check_in)) == 1


def test_deleted_record_comes_back_with_undo(check_in: Page) -> None:
    check_in.locator("[for=back-4]").click()
    save(check_in)
    [before] = rows(check_in)
    check_in.get_by_role("link", name="See my journal").click()
    check_in.get_by_role("button", name="Delete").click()
    expect(check_in.get_by_text("Nothing here yet")).to_be_visible()
    check_in.get_by_role("button", name="Undo").click()

    expect(check_in.get_by_text("It is back.")).to_be_visible()
    [after] = rows(check_in)
    assert (after["id"], after["data"]) == (before["id"], before["data"])


def test_saved_check_in_is_a_mark_in_the_chart(check_in: Page) -> None:
    check_in.locator("[for=back-4]").click()
    save(check_in)
    check_in.goto("/journal/trends/")

    expect(check_in.locator("[data-chart=back] .chart__marks")).to_be_attached()
    words = "Back or hips: middle value 4, from 4 to 4. Days noted: 1."
    expect(check_in.locator("[data-chart=back] [data-summary]")).to_have_text(words)


def test_health_record_is_valid_fhir(check_in: Page) -> None:
    for name in ("back-4", "leg-3", "reach-calf"):
        check_in.locator(f"[for={name}]").click()
    save(check_in)
    check_in.goto("/journal/backup/")
    with check_in.expect_download() as download:
        check_in.get_by_role("button", name="Save as FHIR").click()

    bundle = Bundle.model_validate_json(Path(download.value.path()).read_text(encoding="utf-8"))
    codings = [(one.resource.code.text, one.resource.code.coding) for one in (bundle.entry or [])[1:]]
    assert [(text, coding[0].code if coding else None) for text, coding in codings] == [
        ("Back or hips", "72514-3"), ("Leg", "72514-3"), ("How far down the leg", None),
    ]  # fmt: skip
