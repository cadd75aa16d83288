"""Drive mode keeps its time when the car crosses into another time zone."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.sitting.held_clock import MORNING, doze, hold_clock


def test_another_time_zone_changes_only_the_words(browser: Browser, base_url: str) -> None:
    page = browser.new_page(base_url=base_url, service_workers="block", locale="en-GB")
    hold_clock(page, MORNING)
    zone = page.context.new_cdp_session(page)
    zone.send("Emulation.setTimezoneOverride", {"timezoneId": "Europe/Paris"})
    page.goto("/drive/")
    page.get_by_role("button", name="I am parked. Start").click()
    expect(page.locator("[data-at]").first).to_have_text("12:00")
    zone.send("Emulation.setTimezoneOverride", {"timezoneId": "Europe/London"})
    page.reload()
    doze(page, minutes=30)

    expect(page.locator("[data-at]").first).to_have_text("11:00")
    expect(page.get_by_text("The clock of this device was set")).to_be_hidden()
    doze(page, minutes=90)
    expect(page.get_by_role("heading", name="Time for a stop")).to_be_visible()
    page.close()
