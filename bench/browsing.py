"""How soon an installed page shows its content, and a routine runs, with the network gone and a slow processor."""

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


_RUNNING_AT = """() => new Promise((resolve) => {
  const isRunning = () => document.documentElement.dataset.player === "running";
  const look = () => (isRunning() ? resolve(performance.timeOrigin + performance.now()) : requestAnimationFrame(look));
  look();
})"""


def measure(server: Server) -> list[Row]:
    """Fill a phone, take the server away; open each page and start a routine, five times at a quarter of the speed."""
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
            rows = [_row(context, page, server.url, path) for path in PAGES]
            return [*rows, _start_of_a_routine(page, server.url)]
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


def _start_of_a_routine(page: Page, base: str) -> Row:
    """Two taps, from opening the home page until the routine runs; a tap of the tool is as slow as it is."""
    times = []
    for _run in range(RUNS):
        page.evaluate("localStorage.clear()")  # the routine that was begun
        page.goto(base)
        opened = float(page.evaluate("performance.timeOrigin"))
        page.get_by_role("link", name="3 min").click()
        page.locator("[data-do=start]").click()
        times.append(float(page.evaluate(_RUNNING_AT)) - opened)
    what = f"rest-stop routine running, two taps from the home page, offline, 4x slow-down (median of {RUNS})"
    return at_most(what, median(times), 3_000, "ms")
