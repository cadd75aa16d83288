"""The journal comes all at once: nothing moves away under a thumb while its scripts load."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journal.conftest import MakePhone
from tests.browser.watch import Faults
from tests.server import Server

_WATCH_SHIFTS = """globalThis.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value;
}).observe({ type: "layout-shift", buffered: true });"""
_TWO_FRAMES = "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))"


@pytest.fixture(autouse=True)
def without_a_worker(faults: Faults) -> None:
    """Accept that these browsers have none."""
    faults.allow("Service Worker registration blocked")


def shifted(page: Page) -> float:
    """Return how much of the window has moved by itself since the page was opened."""
    page.evaluate(_TWO_FRAMES)
    return float(page.evaluate("shifted"))


@pytest.mark.parametrize("records", [0, 3, 12])
def test_list_comes_without_moving_what_stands(phone_at: MakePhone, journal_site: Server, records: int) -> None:
    phone = phone_at(journal_site, journal_site.url)
    for number in range(records):
        phone.save(note=f"note {number}", back=3)
    page = phone.context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(_WATCH_SHIFTS)

    page.goto(f"{journal_site.url}/journal/")

    expect(page.get_by_text("Records only on this device:")).to_be_visible()
    expect(page.locator("[data-record]")).to_have_count(records)
    expect(page.get_by_text("Nothing here yet")).to_be_visible(visible=not records)
    assert shifted(page) < 0.05


def test_advice_moves_nothing_of_the_first_check_in(phone_at: MakePhone, journal_site: Server) -> None:
    page = phone_at(journal_site, journal_site.url).context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(_WATCH_SHIFTS)

    page.goto(f"{journal_site.url}/journal/new/")

    expect(page.get_by_text("So that your notes stay")).to_be_visible()
    assert shifted(page) < 0.05
