"""How soon an installed page shows its content with the network gone and a slow processor."""

from __future__ import annotations

import tempfile
from statistics import median

from playwright.sync_api import BrowserContext, Page, sync_playwright

from bench.report import Row, at_most
from tests.browser.conftest import CHROMIUM_ARGUMENTS, installed_chromium
from tests.browser.watch import wait_for_pack
from tests.server import Server

PAGES = (
    "/",
    "/stretches/",
    "/stretches/pigeon-pose/",
    "/routines/rest-stop-break/",
    "/sitting/",
    "/guides/driving/",
    "/safety/",
)
RUNS = 5
_PAINTED = """() => new Promise((resolve) => {
  const entry = performance.getEntriesByName("first-contentful-paint")[0];
  if (entry) return resolve(entry.startTime);
  new PerformanceObserver((list) => {
    const painted = list.getEntriesByName("first-contentful-paint")[0];
    if (painted) resolve(painted.startTime);
  }).observe({ type: "paint", buffered: true });
})"""


def measure(server: Server) -> list[Row]:
    """Fill a phone, take the server away, and open each page five times at a quarter of the speed."""
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as tool:
        context = tool.chromium.launch_persistent_context(
            profile,
            executable_path=installed_chromium(),
            args=list(CHROMIUM_ARGUMENTS),
            viewport={"width": 360, "height": 740},
        )
        page = context.new_page()
        page.goto(server.url)
        wait_for_pack(page)
        server.stop()
        try:
            return [_row(context, page, server.url, path) for path in PAGES]
        finally:
            context.close()
            server.start()


def _row(context: BrowserContext, page: Page, base: str, path: str) -> Row:
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times = []
    for _run in range(RUNS):
        page.goto(base + path)
        times.append(float(page.evaluate(_PAINTED)))
    return at_most(f"{path} offline, painted, 4x slow-down (median of {RUNS})", median(times), 300, "ms")
