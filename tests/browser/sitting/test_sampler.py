"""The position sampler: one try at a time, noted on the device, and a short list without points."""

from __future__ import annotations

import re
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

    expect(sampler.locator("[data-next-name]")).not_to_be_empty()
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


def test_way_of_the_leg_over_the_tries_is_told_in_words(sampler: Page) -> None:
    for leg in ("It drew back up", "The same as before", "It drew back up"):
        choose(sampler, "Higher chair")
        live(sampler, minutes=10)
        sampler.get_by_role("button", name="Stop now").click()
        note(sampler, leg=leg)
        sampler.get_by_role("button", name="See all positions").click()
    words = " ".join(sampler.locator("[data-tried] li").inner_text().split())

    assert "Your leg, over the tries · drew back up 2 of 3 times · the same 1 of 3 times" in words
    assert "comfort 4 → 7 · 10 min · leg: drew back up" in words
    assert "further down" not in words


def test_one_try_is_no_trend(sampler: Page) -> None:
    choose(sampler, "Higher chair")
    sampler.get_by_role("button", name="Stop now").click()
    note(sampler)

    expect(sampler.locator("[data-tried]")).to_contain_text("leg: the same")
    expect(sampler.get_by_text("Your leg, over the tries")).to_be_hidden()


def test_position_of_the_address_is_set_up(page: Page) -> None:
    page.goto("/sitting/lumbar-roll/")
    page.get_by_role("link", name="Try it and note how it was").click()

    expect(page.get_by_role("heading", name="Roll behind the low back", level=2)).to_be_visible()


@pytest.mark.parametrize("slug", ["car-driver", "legs-up", "kneeling-chair"])
def test_position_of_the_address_is_kept_with_a_seat_of_its_own(page: Page, slug: str) -> None:
    page.goto(f"/sitting/sampler/?position={slug}")
    page.get_by_role("button", name="I am sitting. Start").click()
    page.get_by_role("button", name="Stop now").click()
    note(page)

    [kept] = records(page, "sit")
    assert kept["seat"] == {"car-driver": "car-driver", "legs-up": "floor", "kneeling-chair": "kneeling-chair"}[slug]


def test_next_is_for_the_seat_of_the_last_try(page: Page) -> None:
    page.goto("/sitting/sampler/?position=car-driver")
    page.get_by_role("button", name="I am sitting. Start").click()
    page.get_by_role("button", name="Stop now").click()
    note(page)

    next_one = re.compile("^(Roll behind the low back|The seat's own back support|Cushion on the seat)$")
    expect(page.locator("[data-next-name]")).to_have_text(next_one)


def test_seat_of_a_position_with_several_is_asked_for(page: Page) -> None:
    page.goto("/sitting/sampler/?position=lumbar-roll")
    seat = page.get_by_label("Your seat")
    expect(seat.locator("option")).to_have_text(["Desk chair", "Car, as the driver", "Car, as a passenger", "Couch"])
    seat.select_option("couch")
    page.get_by_role("button", name="I am sitting. Start").click()
    page.reload()
    page.get_by_role("button", name="Stop now").click()
    note(page)

    assert [kept["seat"] for kept in records(page, "sit")] == ["couch"]


@pytest.mark.parametrize("slug", ["cross-legged", "leg-over-knee"])
def test_crossed_leg_is_not_set_up_for_a_hip_replacement(page: Page, slug: str) -> None:
    page.goto("/about/")
    page.evaluate(_KEEP_PROFILE, ["hip-replacement"])
    page.goto(f"/sitting/sampler/?position={slug}")

    left_out = page.locator("[data-left-out-list]").get_by_role("listitem")
    expect(left_out.filter(has=page.locator(f"a[href$='/sitting/{slug}/']"))).to_contain_text("Hip replacement")
    expect(page.get_by_role("heading", name="What do you want to try?")).to_be_visible()
    expect(page.get_by_role("button", name="I am sitting. Start")).to_be_hidden()


@pytest.mark.parametrize(
    ("slug", "seat", "parked"),
    [("car-driver", "car-driver", True), ("cross-legged", "car-passenger", True),
     ("cross-legged", "couch", False), ("lumbar-roll", "car-passenger", False)],
)  # fmt: skip
def test_parked_only_is_said_before_and_while_it_is_tried(page: Page, slug: str, seat: str, parked: bool) -> None:
    page.goto(f"/sitting/sampler/?position={slug}")
    page.get_by_label("Your seat").select_option(seat)
    expect(page.locator("section[data-phase=before] [data-parked]")).to_be_visible(visible=parked)
    page.get_by_role("button", name="I am sitting. Start").click()

    expect(page.locator("section[data-phase=sitting] [data-parked]")).to_be_visible(visible=parked)


def test_nothing_can_be_tried_while_drive_mode_is_on(page: Page) -> None:
    page.goto("/drive/")
    page.get_by_role("button", name="I am parked. Start").click()
    page.goto("/sitting/sampler/?position=car-driver")

    expect(page.get_by_text("Drive mode is on. Stop and park first.")).to_be_visible()
    expect(page.get_by_role("button", name="I am sitting. Start")).to_be_hidden()


def test_try_can_begin_after_the_drive(page: Page) -> None:
    page.goto("/drive/")
    page.get_by_role("button", name="I am parked. Start").click()
    page.goto("/sitting/sampler/?position=car-driver")
    page.goto("/drive/")
    page.get_by_role("button", name="I’ve stopped").click()
    page.goto("/sitting/sampler/?position=car-driver")

    expect(page.get_by_role("button", name="I am sitting. Start")).to_be_visible()
    expect(page.get_by_text("Drive mode is on.")).to_be_hidden()


def test_try_that_ends_at_the_wheel_says_nothing(page: Page) -> None:
    page.goto("/sitting/sampler/?position=car-driver")
    page.get_by_role("button", name="I am sitting. Start").click()
    page.goto("/drive/")
    page.get_by_role("button", name="I am parked. Start").click()
    page.goto("/sitting/sampler/")
    expect(page.get_by_text("Drive mode is on. Stop and park first.")).to_be_visible()
    live(page, minutes=16)

    expect(page.locator("#announce-now")).to_be_empty()


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
