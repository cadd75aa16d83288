"""How the break timer speaks up: notification, badge, quiet hours, and what it asks for."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.sitting.held_clock import live, sleep
from tests.browser.until import until
from tests.browser.watch import wait_for_pack

pytestmark = pytest.mark.worker

_ASKED = """
window.asked = 0;
Notification.requestPermission = async () => { window.asked += 1; return "default"; };
"""
_BADGE = """
window.badges = [];
navigator.setAppBadge = async (number) => { window.badges.push(number); };
navigator.clearAppBadge = async () => { window.badges.push(0); };
"""
_LOOKS_ELSEWHERE = "Document.prototype.hasFocus = () => false;"
_SHOWN = """async () => {
  const registration = await navigator.serviceWorker.ready;
  const shown = await registration.getNotifications();
  return shown.map(({ title, body, data, actions }) => [title, body, data.url, actions.map((one) => one.action)]);
}"""
_HOLDS_THE_FIRST = """() => {
  const { serviceWorker } = navigator;
  const answer = serviceWorker.getRegistration.bind(serviceWorker);
  let held = new Promise((resolve) => { globalThis.release = resolve; });
  serviceWorker.getRegistration = async () => {
    const mine = held;
    held = null;
    await mine;
    return answer();
  };
}"""
"""The browser takes its time over the first question for its worker."""
_DUE = ["Time to move", "Stand up, walk or stretch for a minute. Later is fine too.", "/sitting/timer/"]


@pytest.fixture
def elsewhere(page: Page, context: BrowserContext) -> Page:
    """Return the timer's page, started with notifications allowed, while the person looks at another window."""
    context.grant_permissions(["notifications"])
    page.clock.resume()
    page.goto("/sitting/timer/")
    wait_for_pack(page)
    page.add_init_script(_LOOKS_ELSEWHERE)
    page.reload()
    return page


def start(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).click()


def shown(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate(_SHOWN)
    return found


def test_permission_is_asked_for_at_the_first_start_only(page: Page) -> None:
    page.add_init_script("Object.defineProperty(Notification, 'permission', { get: () => 'default' });")
    page.add_init_script(_ASKED)
    page.goto("/sitting/timer/")
    assert page.evaluate("window.asked") == 0
    start(page)

    assert page.evaluate("window.asked") == 1


def test_prompt_that_was_waved_away_does_not_come_back(page: Page) -> None:
    page.add_init_script("Object.defineProperty(Notification, 'permission', { get: () => 'default' });")
    page.add_init_script(_ASKED)
    page.goto("/sitting/timer/")
    start(page)
    page.get_by_role("button", name="Stop the timer").click()
    page.reload()
    start(page)
    page.get_by_text("How it tells you").click()

    expect(page.get_by_text("Your browser has asked you once.")).to_be_visible()
    assert page.evaluate("window.asked") == 0


def test_without_the_wish_for_notifications_nothing_is_asked(page: Page) -> None:
    page.add_init_script("Object.defineProperty(Notification, 'permission', { get: () => 'default' });")
    page.add_init_script(_ASKED)
    page.goto("/sitting/timer/")
    page.get_by_text("How it tells you").click()
    page.get_by_label("A notification when you look elsewhere").uncheck()
    start(page)

    assert page.evaluate("window.asked") == 0


def test_refused_notifications_are_told_and_the_timer_runs(page: Page) -> None:
    page.add_init_script("Object.defineProperty(Notification, 'permission', { get: () => 'denied' });")
    page.goto("/sitting/timer/")
    page.get_by_text("How it tells you").click()
    start(page)

    expect(page.get_by_text("Notifications are switched off for this site.")).to_be_visible()
    expect(page.locator("[data-clock]")).to_have_text("30:00")


def test_due_break_shows_a_notification_with_two_answers(elsewhere: Page) -> None:
    start(elsewhere)
    sleep(elsewhere, minutes=31)

    expect(elsewhere.get_by_role("heading", name="Time to move")).to_be_visible()
    until(elsewhere, "async () => (await (await navigator.serviceWorker.ready).getNotifications()).length")
    assert shown(elsewhere) == [[*_DUE, ["already", "snooze"]]]


def test_notification_goes_when_the_break_is_taken(elsewhere: Page) -> None:
    start(elsewhere)
    sleep(elsewhere, minutes=31)
    until(elsewhere, "async () => (await (await navigator.serviceWorker.ready).getNotifications()).length")
    elsewhere.get_by_role("button", name="Short walk").click()

    until(elsewhere, "async () => !(await (await navigator.serviceWorker.ready).getNotifications()).length")


def test_notification_is_not_taken_away_by_what_was_asked_before_it(elsewhere: Page) -> None:
    elsewhere.evaluate(_HOLDS_THE_FIRST)
    start(elsewhere)  # takes away what an earlier timer has shown
    sleep(elsewhere, minutes=31)
    expect(elsewhere.get_by_role("heading", name="Time to move")).to_be_visible()
    elsewhere.evaluate("release()")

    until(elsewhere, "async () => (await (await navigator.serviceWorker.ready).getNotifications()).length")
    assert [len(shown(elsewhere)) for _time in range(3)] == [1, 1, 1]


def test_button_of_a_notification_reaches_the_open_timer(elsewhere: Page) -> None:
    start(elsewhere)
    sleep(elsewhere, minutes=31)
    expect(elsewhere.get_by_role("heading", name="Time to move")).to_be_visible()
    [worker] = elsewhere.context.service_workers
    worker.evaluate("goTo('/sitting/timer/', 'snooze')")

    expect(elsewhere.get_by_role("heading", name="Until your break")).to_be_visible()


def test_button_of_a_notification_reaches_a_timer_that_was_closed(page: Page) -> None:
    page.goto("/sitting/timer/")
    start(page)
    sleep(page, minutes=31)
    page.goto("/about/")
    page.goto("/sitting/timer/#already")

    expect(page.locator("[data-today]")).to_have_text("1")
    expect(page).to_have_url("/sitting/timer/")


def test_address_with_an_answer_does_nothing_while_the_timer_is_off(page: Page) -> None:
    page.goto("/sitting/timer/#already")

    expect(page.get_by_role("heading", name="Ready when you are")).to_be_visible()
    expect(page.locator("[data-today]")).to_have_text("0")


def test_icon_is_marked_while_a_break_is_due(page: Page) -> None:
    page.add_init_script(_BADGE)
    page.goto("/sitting/timer/")
    start(page)
    live(page, minutes=30)
    page.get_by_role("button", name="5 more minutes").click()

    assert page.evaluate("window.badges.filter((one, at, all) => one !== all[at - 1])") == [0, 1, 0]


def test_quiet_hours_keep_quiet(elsewhere: Page) -> None:
    elsewhere.get_by_text("How it tells you").click()
    elsewhere.get_by_label("Keep quiet at these hours").check()
    elsewhere.locator("#quietFrom").fill("00:00")
    elsewhere.locator("#quietUntil").fill("23:59")
    start(elsewhere)
    live(elsewhere, seconds=1)
    expect(elsewhere.get_by_text("Quiet hours: the timer makes no sound now.")).to_be_visible()
    sleep(elsewhere, minutes=31)
    expect(elsewhere.get_by_role("heading", name="Time to move")).to_be_visible()

    assert shown(elsewhere) == []


def test_browser_that_stays_silent_is_told_of(page: Page) -> None:
    page.goto("/sitting/timer/")
    start(page)
    page.reload()
    live(page, seconds=1)

    expect(page.get_by_role("button", name="Turn the sound on")).to_be_visible()
