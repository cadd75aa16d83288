"""What scripts bring moves nothing that a reader sees already: no button goes away from under a thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.walk import one_of_each_template
from tests.server import Server

SHARES = 4
BESIDE_THE_SITEMAP = ("/offline/", "/my/routines/", "/routines/rest-stop-break/play/")
MOST = 0.1
"""Cumulative layout shift that counts as good (web.dev/articles/cls)."""
_WATCH_SHIFTS = """globalThis.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value;
}).observe({ type: "layout-shift", buffered: true });"""
_SHIFTED = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
  return shifted;
}"""
_FAR_AWAY = {"offline": False, "latency": 100, "downloadThroughput": -1, "uploadThroughput": -1}
"""A page is painted before its scripts are there; from this machine they would come together."""


@pytest.mark.parametrize("share", range(SHARES))
def test_page_stands_still_while_its_scripts_come(site: Server, page: Page, share: int) -> None:
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", _FAR_AWAY)
    page.add_init_script(_WATCH_SHIFTS)
    moved = {}
    for path in [*one_of_each_template(site), *BESIDE_THE_SITEMAP][share::SHARES]:
        page.goto(path, wait_until="networkidle")
        moved[path] = round(page.evaluate(_SHIFTED), 2)

    assert {path: shift for path, shift in moved.items() if shift > MOST} == {}
