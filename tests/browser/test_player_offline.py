"""The player without a server: from a cold start to a running rest-stop routine."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone
from tests.browser.player import screen
from tests.browser.watch import Faults, wait_for_pack
from tests.server import Server

pytestmark = pytest.mark.worker


def test_two_taps_from_a_cold_offline_start_to_a_running_routine(
    own_site: Server, phone: Phone, faults: Faults
) -> None:
    page = phone.open()
    page.goto(own_site.url)
    wait_for_pack(page)
    faults.allow_dead_network()
    own_site.kill()

    page = phone.restart()
    page.goto(own_site.url)
    page.get_by_role("link", name="3 min").click()
    page.locator("[data-do=start]").click()

    expect(page.locator("html")).to_have_attribute("data-player", "running")


def test_any_move_plays_without_a_server(own_site: Server, phone: Phone, faults: Faults) -> None:
    page = phone.open()
    page.goto(own_site.url)
    wait_for_pack(page)
    faults.allow_dead_network()
    own_site.kill()

    page = phone.restart()
    for address in (
        "/stretches/bridge-pose/play/",
        "/routines/calm-psoas/play/",
        "/routines/rest-stop-break/play/?minutes=5",
    ):
        page.goto(own_site.url + address)
        expect(screen(page, "before")).to_be_visible(timeout=20_000)
