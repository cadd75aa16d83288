"""The sitting guide on the phone: answers lead to positions, and what is left out is named with its reason."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

_KEEP_PROFILE = """async (cautions) => {
  const { saveRecord } = await import("/static/js/journal/handover.js");
  await saveRecord("profile", { cautions });
}"""
CROSSED = {"cross-legged", "leg-over-knee"}


@pytest.fixture
def guide(page: Page) -> Page:
    """Return the sitting guide."""
    page.goto("/sitting/")
    return page


def listed(page: Page, name: str) -> set[str]:
    """Return the positions that a list of the guide shows now."""
    links = page.locator(f"[data-list={name}] a").all()
    return {(link.get_attribute("href") or "").strip("/").rpartition("/")[2] for link in links}


def left_out(page: Page, slug: str) -> Locator:
    return page.locator("[data-list=left-out] li").filter(has=page.locator(f"a[href$='/sitting/{slug}/']"))


def tell(page: Page, caution: str) -> None:
    """Keep a caution as "About me" does, and open the guide."""
    page.goto("/about/")
    page.evaluate(_KEEP_PROFILE, [caution])
    page.goto("/sitting/")
    expect(page.get_by_text("hipcare also heeds what you told it")).to_be_visible()


def test_honest_frame_comes_before_any_question(guide: Page) -> None:
    main = guide.locator("main").inner_text()

    frame = ["There is no single best way to sit.", "Every 30 minutes is a handy reminder, not a safety limit."]
    assert max(main.index(words) for words in frame) < main.index("Where are you sitting?")


def test_seat_shows_its_positions_and_stands_in_the_address(guide: Page) -> None:
    guide.get_by_label("Kneeling chair", exact=True).check()

    expect(guide.locator("#count")).to_have_text("1 position to try")
    assert listed(guide, "fitting") == {"kneeling-chair"}
    expect(guide).to_have_url("/sitting/?seat=kneeling-chair")


def test_answer_given_before_the_page_can_heed_it_counts(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/find-position*.js", hold)
    with page.expect_request("**/find-position*.js"):
        page.goto("/sitting/")
    page.get_by_label("Kneeling chair", exact=True).check()

    held.pop().continue_()

    expect(page.locator("#count")).to_have_text("1 position to try")
    expect(page).to_have_url("/sitting/?seat=kneeling-chair")


def test_address_brings_the_answers_back(page: Page) -> None:
    page.goto("/sitting/?seat=floor&eases=knees")

    expect(page.get_by_label("Floor", exact=True)).to_be_checked()
    expect(page.get_by_label("My knees complain")).to_be_checked()
    assert listed(page, "fitting") == {"legs-up"}


def test_what_is_left_out_is_named_with_its_reason(guide: Page) -> None:
    guide.get_by_label("The outside of my hip hurts").check()

    for slug in CROSSED:
        expect(left_out(guide, slug)).to_contain_text("Pain on the outside of the hip")
    assert listed(guide, "left-out") == CROSSED


def test_what_is_not_there_is_the_reason_too(guide: Page) -> None:
    guide.get_by_role("group", name="Can you work standing up?").get_by_label("No").check()

    expect(left_out(guide, "standing-desk")).to_contain_text("Needs: Something to work on at elbow height")


@pytest.mark.parametrize(("seat", "asked"), [("Desk chair", True), ("Floor", True), ("Couch", False)])
def test_desk_is_asked_about_where_there_may_be_one(guide: Page, seat: str, asked: bool) -> None:
    guide.get_by_label(seat, exact=True).check()

    expect(guide.get_by_text("Can you work standing up?")).to_be_visible(visible=asked)


@pytest.mark.parametrize("caution", ["hip-replacement", "lateral-hip-pain"])
def test_what_was_told_before_leaves_crossed_legs_out(page: Page, caution: str) -> None:
    tell(page, caution)

    assert listed(page, "fitting") & CROSSED == set()
    assert listed(page, "may-not-suit") & CROSSED == set()
    assert listed(page, "left-out") >= CROSSED


@pytest.mark.parametrize("seat", ["Desk chair", "Car, as a passenger", "Couch", "Floor"])
def test_what_was_told_before_holds_on_every_seat(page: Page, seat: str) -> None:
    tell(page, "hip-replacement")
    page.get_by_label(seat, exact=True).check()

    assert (listed(page, "fitting") | listed(page, "may-not-suit")) & CROSSED == set()
    expect(left_out(page, "cross-legged")).to_contain_text("Hip replacement")


def test_what_was_told_before_moves_what_may_not_suit_too(page: Page) -> None:
    tell(page, "hip-impingement")

    assert "baseline-90" in listed(page, "may-not-suit")


def test_caution_that_no_answer_stands_for_counts_too(page: Page) -> None:
    tell(page, "pregnancy")

    expect(left_out(page, "legs-up")).to_contain_text("Pregnancy")


def test_cards_of_crossed_legs_warn_whoever_sees_them(guide: Page) -> None:
    guide.get_by_label("Car, as a passenger").check()

    for slug in CROSSED:
        card = guide.locator(f"[data-list=fitting] [data-slug={slug}]")
        expect(card).to_contain_text("Never while you drive.")
        expect(card).to_contain_text("In a car, only while it is parked.")
        expect(card).to_contain_text("Choose another if this is you: Hip replacement")


def test_driver_is_offered_no_crossed_leg(guide: Page) -> None:
    guide.get_by_label("Car, as the driver").check()

    expect(guide.locator("#count")).to_have_text("4 positions to try")
    assert listed(guide, "fitting") | listed(guide, "may-not-suit") == {
        "car-driver", "built-in-lumbar", "lumbar-roll", "seat-cushion",
    }  # fmt: skip
