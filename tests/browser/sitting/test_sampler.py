"""The position sampler: one try at a time, noted on the device, and a short list without points."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sitting.conftest import Call
from tests.browser.sitting.held_clock import live, records, sleep

_KEEP_PROFILE = """async (cautions) => {
  const { saveRecord } = await import("/static/js/journal/handover.js");
  await saveRecord("profile", { cautions });
}"""


def choose(page: Page, title: str, before: str = "4") -> None:
    page.get_by_role("button", name=f"Try it {title}").click()
    page.locator("[data-phase=before]").get_by_role("radio", name=before, exact=True).check()
    page.get_by_role("button", name="I am sitting. Start").click()


def note(page: Page, after: str = "7", leg: str = "The same as before", *, keep: bool = False) -> None:
    page.locator("[data-phase=after]").get_by_role("radio", name=after, exact=True).check()
    page.get_by_label(leg).check()
    page.get_by_label("Put it on my short list").set_checked(keep)
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_role("heading", name="Noted")).to_be_visible()


@pytest.fixture
def sampler(page: Page) -> Page:
    """Return the sampler's page."""
    page.goto("/sitting/sampler/")
    expect(page.get_by_role("button", name="Try it Higher chair")).to_be_visible()
    return page


def test_try_is_kept_with_comfort_and_leg(sampler: Page) -> None:
    choose(sampler, "Higher chair")
    live(sampler, minutes=15, seconds=1)
    note(sampler, keep=True)

    [kept] = records(sampler, "sit")
    assert kept["position"]["slug"] == "raised-seat"
    assert (kept["comfort_before"], kept["comfort"], kept["leg"], kept["keep"]) == (4, 7, "same", True)
    assert (kept["seat"], kept["seconds"]) == ("desk-chair", 900)


def test_short_list_holds_what_was_kept(sampler: Page) -> None:
    choose(sampler, "Higher chair")
    sampler.get_by_role("button", name="Stop now").click()
    note(sampler, keep=True)

    expect(sampler.locator("[data-shortlist]")).to_contain_text("Higher chair")
    expect(sampler.locator("[data-shortlist]")).to_contain_text("Last time, comfort 4 → 7")


def test_star_can_be_turned_later(sampler: Page) -> None:
    choose(sampler, "Higher chair")
    sampler.get_by_role("button", name="Stop now").click()
    note(sampler)
    sampler.locator("[data-tried]").get_by_role("button", name="On my list").click()
    expect(sampler.locator("[data-shortlist]")).to_contain_text("Higher chair")
    sampler.reload()

    expect(sampler.locator("[data-shortlist]").get_by_role("button", pressed=True)).to_be_visible()
    assert len(records(sampler, "sit")) == 1


def test_different_position_is_offered_next(sampler: Page) -> None:
    choose(sampler, "Higher chair")
    sampler.get_by_role("button", name="Stop now").click()
    note(sampler)

    offered = sampler.locator("[data-next-name]").inner_text()
    assert offered in {"Feet tucked under the chair", "Roll behind the low back", "Stand for a while"}
    sampler.get_by_role("button", name="Try this one").click()
    expect(sampler.get_by_role("heading", name=offered, level=2)).to_be_visible()


def test_pain_further_down_leads_to_care(sampler: Page) -> None:
    choose(sampler, "Higher chair")
    sampler.get_by_role("button", name="Stop now").click()
    note(sampler, leg="Further down, or new tingling")

    expect(sampler.get_by_text("This position may not be for you now.")).to_be_visible()


def test_answers_may_be_left_out(sampler: Page) -> None:
    sampler.get_by_role("button", name="Try it Higher chair").click()
    sampler.get_by_role("button", name="I am sitting. Start").click()
    sampler.get_by_role("button", name="Stop now").click()
    sampler.get_by_role("button", name="Note it").click()
    expect(sampler.get_by_role("heading", name="Noted")).to_be_visible()

    [kept] = records(sampler, "sit")
    assert "comfort" not in kept


def test_reload_and_sleep_go_on(sampler: Page) -> None:
    choose(sampler, "Higher chair")
    sleep(sampler, minutes=5)
    sampler.reload()
    expect(sampler.locator("[data-clock]")).to_have_text("10:00")
    expect(sampler.get_by_role("heading", name="Higher chair", level=2)).to_be_visible()
    sleep(sampler, minutes=11)
    live(sampler, seconds=1)

    expect(sampler.get_by_role("heading", name="How was it?")).to_be_visible()


def test_driver_is_never_offered_a_crossed_leg(sampler: Page) -> None:
    sampler.get_by_label("Where are you sitting?").select_option("car-driver")

    expect(sampler.locator("[data-position=car-driver]")).to_be_visible()
    expect(sampler.get_by_role("button", name="Try it Cross-legged")).to_be_hidden()
    expect(sampler.get_by_role("button", name="Try it One leg over")).to_be_hidden()


@pytest.mark.parametrize("caution", ["hip-replacement", "lateral-hip-pain"])
def test_what_was_told_about_the_body_is_heeded(sampler: Page, caution: str) -> None:
    sampler.evaluate(_KEEP_PROFILE, [caution])
    sampler.reload()

    expect(sampler.get_by_text("Some are left out")).to_be_visible()
    expect(sampler.get_by_role("button", name="Try it Cross-legged")).to_be_hidden()


def test_position_of_the_address_is_set_up(page: Page) -> None:
    page.goto("/sitting/lumbar-roll/")
    page.get_by_role("link", name="Try it and note how it was").click()

    expect(page.get_by_role("heading", name="Roll behind the low back", level=2)).to_be_visible()


def tried(slug: str, **changes: Any) -> dict[str, Any]:
    return {"slug": slug, "before": 3, "after": 5, "leg": "same", "keep": False, **changes}


_NEXT = """async ([positions, last, tries]) => {
  const { nextOf, sumUp } = await import("/static/js/sitting/shortlist.js");
  return nextOf(positions, last, sumUp(tries))?.slug ?? null;
}"""


@pytest.mark.parametrize(
    ("tries", "last", "expected"),
    [([], "", "a"), (["a"], "a", "c"), (["a", "c"], "c", "b"), (["a", "c", "b"], "b", "a")],
    ids=["nothing yet", "where the last one leads", "the one tried least", "round again"],
)
def test_next_is_different_and_tried_least(page: Page, tries: list[str], last: str, expected: str) -> None:
    positions = [{"slug": "a", "swapTo": ["c"]}, {"slug": "b", "swapTo": ["a"]}, {"slug": "c", "swapTo": []}]
    page.goto("/about/")

    assert page.evaluate(_NEXT, [positions, last, [tried(slug) for slug in tries]]) == expected


def test_record_of_plain_sitting_is_no_try(call: Call) -> None:
    assert call("shortlist", "tryOf", {"seat": "couch", "seconds": 900}) is None
