"""Between opening the player and the first move: what is said first, one start, and the session already under way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import PATIENCE, SPOKEN, open_before, part, press, run, screen, start, tell
from tests.browser.watch import Faults

REST_STOP = "/routines/rest-stop-break/play/?minutes=3"
QUAD = "/stretches/standing-quad-stretch/play/"
TWO_PRESSES = """() => {
  const button = document.querySelector("[data-do=start]");
  button.click();
  button.click();
}"""


def answer(page: Page, **answers: str) -> None:
    """Answer questions of "About me" and keep the answers."""
    page.goto("/about-me/")
    for name, given in answers.items():
        page.locator(f"#{name.replace('_', '-')}-{given}").check()
    page.get_by_role("button", name="Keep my answers").click()
    expect(part(page, "said")).to_have_text("Kept on this phone.")


def open_to(page: Page, address: str, name: str) -> None:
    """Open the player and wait for a screen."""
    page.goto(address)
    expect(screen(page, name)).to_be_visible(timeout=PATIENCE)


def test_two_presses_start_one_session(page: Page) -> None:
    page.add_init_script(SPOKEN)
    page.clock.install()
    open_before(page, QUAD)
    page.evaluate(TWO_PRESSES)
    expect(screen(page, "running")).to_be_visible(timeout=PATIENCE)
    run(page, 2)

    assert [text for text in page.evaluate("window.spoken") if text.startswith("Next:")] == [
        "Next: Standing quad stretch. Left side. Get ready."
    ]


@pytest.mark.parametrize("how", ["to its end", "finished by hand"])
def test_page_is_light_again_after_a_long_rest(page: Page, how: str) -> None:
    start(page, "/stretches/legs-up-rest/play/")
    run(page, 20)
    expect(page.locator("html[data-dim]")).to_be_attached()
    if how == "to its end":
        page.clock.run_for(600_000)
    else:
        page.get_by_role("button", name="Finish here").click()

    expect(screen(page, "after")).to_be_visible()
    expect(page.locator("html[data-dim]")).not_to_be_attached()


def test_answers_given_meanwhile_hold_back_the_session_under_way(page: Page) -> None:
    start(page, REST_STOP)
    answer(page, surgery="yes")

    open_to(page, REST_STOP, "unsuitable")
    page.get_by_role("button", name="Show it anyway").click()

    expect(part(page, "resume")).to_contain_text("Your answers about your body have changed since, so it begins anew.")


def test_same_answers_let_the_session_go_on(page: Page) -> None:
    tell(page, cautions=["knee-pain"])
    start(page, REST_STOP)
    page.goto("/about/")

    open_to(page, REST_STOP, "running")


def test_starting_another_asks_before_it_ends_the_one_under_way(page: Page) -> None:
    start(page, REST_STOP)
    open_before(page, QUAD)
    page.locator("[data-do=start]").click()

    expect(part(page, "underway")).to_contain_text("You have “Rest-stop break” under way.")
    page.get_by_role("link", name="Go on with it").locator("visible=true").click()
    expect(screen(page, "running")).to_be_visible()
    assert page.url.endswith(REST_STOP)


def test_other_session_is_started_once_that_was_chosen(page: Page) -> None:
    start(page, REST_STOP)
    open_before(page, QUAD)
    page.locator("[data-do=start]").click()
    page.get_by_role("button", name="Start this one").click()

    expect(screen(page, "running")).to_be_visible()
    expect(part(page, "move")).to_have_text("Standing quad stretch")


def test_session_under_way_can_be_let_go(page: Page) -> None:
    start(page, REST_STOP)
    open_before(page, QUAD)
    page.get_by_role("button", name="Let it go").click()
    expect(part(page, "resume")).to_be_hidden()

    page.locator("[data-do=start]").click()
    expect(screen(page, "running")).to_be_visible()


@pytest.mark.parametrize("address", ["/stretches/pigeon-pose/play/", "/my/routines/play/?id=a"])
def test_recent_surgery_holds_back_single_moves_and_own_routines_and_says_why(page: Page, address: str) -> None:
    steps = [{"slug": "bridge-pose", "title": "Bridge", "seconds": None}]
    tell(page, cautions=["recent-surgery"], routines=[{"id": "a", "title": "Morning", "steps": steps}])

    open_to(page, address, "unsuitable")

    expect(part(page, "unsuitable-reasons")).to_have_text("recent surgery")
    expect(screen(page, "unsuitable").get_by_role("link", name="Gentle rest after surgery")).to_be_visible()
    page.get_by_role("button", name="Show it anyway").click()
    expect(screen(page, "before")).to_be_visible()


def test_moves_of_the_surgery_set_are_not_held_back(page: Page) -> None:
    tell(page, cautions=["recent-surgery"])

    open_before(page, "/stretches/back-body-breathing/play/")


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("arthritis", "Do you have an arthritis that comes with inflammation?"),
        ("cancer", "Do you have cancer, or have you had it?"),
        ("under_16", "Are you younger than 16?"),
    ],
)
def test_player_says_whom_to_ask_first_and_offers_the_gentle_set(page: Page, question: str, asked: str) -> None:
    answer(page, **{question: "yes"})

    open_to(page, REST_STOP, "ask-first")

    assert part(page, "ask-list").locator("li").all_inner_texts() == [asked]
    expect(screen(page, "ask-first").get_by_role("link", name="Sore-day set")).to_be_visible()
    page.get_by_role("button", name="Go on to what I chose").click()
    expect(screen(page, "before")).to_be_visible()


def test_it_is_said_once_and_again_when_answers_change(page: Page) -> None:
    answer(page, cancer="yes")
    open_to(page, REST_STOP, "ask-first")
    page.get_by_role("button", name="Go on to what I chose").click()
    open_to(page, QUAD, "before")

    answer(page, bones="yes")
    open_to(page, QUAD, "ask-first")


def test_gentle_set_is_offered_where_nobody_has_to_be_asked(page: Page) -> None:
    answer(page, leg_pain_now="yes")

    open_to(page, REST_STOP, "ask-first")

    expect(part(page, "ask-first")).to_be_hidden()
    expect(screen(page, "ask-first").get_by_role("link", name="Sore-day set")).to_be_visible()


def test_set_is_not_offered_in_place_of_itself(page: Page) -> None:
    answer(page, very_flexible="yes")

    open_to(page, "/routines/hypermobile-safe/play/", "ask-first")

    expect(part(page, "ask-list")).to_contain_text("Are your joints very bendy")
    expect(screen(page, "ask-first").get_by_role("link", name="Stability set")).to_be_hidden()


def test_body_without_anything_to_ask_about_is_not_held_up(page: Page) -> None:
    answer(page, cancer="no", knee="yes")

    open_to(page, REST_STOP, "before")


def test_warm_up_is_offered_where_the_first_move_is_a_stretch(page: Page) -> None:
    open_before(page, "/routines/all-angle-standing/play/")
    titles = part(page, "lines").locator("strong")
    expect(page.get_by_label("Walk for two minutes first.")).to_be_checked()
    assert titles.first.inner_text() == "Short walk"

    page.get_by_label("Walk for two minutes first.").uncheck()
    expect(titles.first).not_to_have_text("Short walk")


def test_warm_up_is_not_offered_before_a_rest(page: Page) -> None:
    open_before(page, "/stretches/legs-up-rest/play/")

    expect(part(page, "warm-up")).to_be_hidden()


def test_next_move_is_named_while_one_is_on(page: Page) -> None:
    start(page, REST_STOP)
    expect(part(page, "next")).to_have_text("then Standing quad stretch")
    press(page, "Skip")
    press(page, "Skip")

    expect(part(page, "next")).to_have_text("")


def test_part_that_does_not_arrive_is_told_and_tried_again(page: Page, faults: Faults) -> None:
    faults.allow("net::ERR_FAILED", "Failed to fetch dynamically imported module")
    missing = re.compile(r"/player/session\.[^/]*js$")
    page.route(missing, lambda route: route.abort())
    page.goto(QUAD)
    page.locator("[data-do=start]").click()

    expect(page.get_by_role("heading", name="The player did not load")).to_be_visible(timeout=PATIENCE)
    page.unroute(missing)
    page.get_by_role("button", name="Try again").click()

    expect(screen(page, "before")).to_be_visible(timeout=PATIENCE)
