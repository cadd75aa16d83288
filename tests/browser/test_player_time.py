"""The timer after ten minutes in which the page was hidden, frozen, loaded again or killed."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import PATIENCE, part, run, screen, seconds_shown, start
from tests.server import wait_until

LONG = "/routines/yoga-safe-swap/play/"
TEN_MINUTES = 600
LEFT = 7 * 8 + 120 + (50 + 6 + 50) + 40 + (30 + 6 + 30) + 30 + 30 + 180 - TEN_MINUTES
HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
KEPT = """() => {
  const { clock } = JSON.parse(localStorage.getItem("hipcare:mine:playing"));
  return clock.base + (Date.now() - clock.since) / 1000;
}"""


def hidden(page: Page) -> Page:
    page.evaluate(HIDE, arg=True)
    page.clock.fast_forward(TEN_MINUTES * 1000)
    page.evaluate(HIDE, arg=False)
    return page


def frozen(page: Page) -> Page:
    session = page.context.new_cdp_session(page)
    begun = page.evaluate("Date.now()")
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    page.clock.set_system_time(begun / 1000 + TEN_MINUTES)  # time alone passes: no timer of a frozen page runs
    session.send("Page.setWebLifecycleState", {"state": "active"})
    return page


def loaded_again(page: Page) -> Page:
    page.clock.fast_forward(TEN_MINUTES * 1000)
    page.reload()
    return page


def process_of(page: Page) -> int:
    """Return the process that runs a page: the one that works while the page does."""
    assert page.context.browser
    session = page.context.browser.new_browser_cdp_session()

    def spent() -> dict[int, float]:
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        return {one["id"]: one["cpuTime"] for one in processes if one["type"] == "renderer"}

    before = spent()
    page.evaluate("() => { for (let turn = 0; turn < 5e8; turn += 1); }")
    after = spent()
    return max(after, key=lambda process: after[process] - before.get(process, 0.0))


def killed(page: Page) -> Page:
    begun, address, context = page.evaluate("Date.now()"), page.url, page.context
    process = process_of(page)
    with page.expect_event("crash"):
        os.kill(process, signal.SIGKILL)  # no script of the page has a last word
    page.close()
    other = context.new_page()
    other.clock.install(time=begun / 1000 + TEN_MINUTES)
    other.goto(address)
    return other


@pytest.mark.worker
@pytest.mark.parametrize("away", [hidden, frozen, loaded_again, killed], ids=lambda away: away.__name__)
def test_timer_is_right_after_ten_minutes_away(page: Page, away: Callable[[Page], Page]) -> None:
    start(page, LONG)

    page = away(page)
    expect(screen(page, "running")).to_be_visible(timeout=PATIENCE)
    run(page, 0.5)

    assert abs(seconds_shown(page) - LEFT) <= 1
    expect(part(page, "move")).to_have_text(re.compile("egs-up"))


def test_timer_is_right_after_the_browser_froze_the_page(page: Page) -> None:
    page.goto("/stretches/legs-up-rest/play/")
    page.locator("[data-do=start]").click()
    expect(part(page, "stage")).to_have_text("Hold.", timeout=20_000)
    session = page.context.new_cdp_session(page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    thaw = time.monotonic() + 4
    wait_until(lambda: time.monotonic() > thaw, 6)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    before = seconds_shown(page)
    expect(part(page, "time")).not_to_have_text(f"{before // 60}:{before % 60:02}")

    assert abs(600 - page.evaluate(KEPT) - seconds_shown(page)) <= 1


def test_pause_outlives_a_reload(page: Page) -> None:
    start(page, LONG)
    run(page, 30)
    page.get_by_role("button", name="Pause").click()
    shown = seconds_shown(page)
    page.clock.fast_forward(TEN_MINUTES * 1000)

    page.reload()

    expect(page.get_by_role("button", name="Go on", exact=True)).to_be_visible()
    assert seconds_shown(page) == shown


def test_session_that_ran_out_unseen_says_that_it_paused(page: Page) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    run(page, 20)
    page.clock.fast_forward(TEN_MINUTES * 1000)

    expect(part(page, "notice")).to_have_text("hipcare paused while you were away. Go on from here when you like.")
    page.get_by_role("button", name="Go on", exact=True).click()
    run(page, 60)
    expect(screen(page, "after")).to_be_visible()


def test_clock_set_back_does_not_turn_the_timer_back(page: Page) -> None:
    start(page, LONG)
    run(page, 20)
    shown = seconds_shown(page)
    page.evaluate("Date.now = ((now) => () => now() - 3_600_000)(Date.now.bind(Date))")
    run(page, 10)

    assert abs(shown - 10 - seconds_shown(page)) <= 1


def test_unsaved_end_is_there_again_after_a_reload(page: Page) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    run(page, 90)
    expect(screen(page, "after")).to_be_visible()

    page.reload()

    expect(screen(page, "after")).to_be_visible()


def test_another_page_of_the_player_offers_the_way_back(page: Page) -> None:
    start(page, LONG)
    page.goto("/stretches/standing-quad-stretch/play/")

    page.get_by_role("link", name="Go on with it").click()

    expect(screen(page, "running")).to_be_visible()
    assert page.url.endswith(LONG)
