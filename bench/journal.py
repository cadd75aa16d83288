"""How soon a record is saved and trends are drawn with a full store; then syncing, and the storm of faults."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import sync_playwright

from bench import journal_storm, syncing
from bench.report import Row, at_most
from tests.browser.conftest import CHROMIUM_ARGUMENTS, installed_chromium
from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import wait_for_pack
from tests.server import Server

RECORDS = 10_000
_FILL = """
  for (let done = 0; done < value; done += 500) {
    await Promise.all(Array.from({ length: 500 }, (_, n) =>
      j.records.saveRecord(null, "check-in", { at: j.moment.moment(), back: n % 11, note: `record ${n}` })));
  }
"""
_FILL_DAYS = """
  const kinds = [...Array(7).fill("check-in"), "session", "sit", "drive"];
  const of = {
    "check-in": (n) => ({ back: n % 11, leg: n % 7, reach: "thigh", sitting_hours: n % 12, note: `record ${n}` }),
    session: (n) => ({ seconds: 600, before: { back: n % 8 }, after: { back: n % 6 }, own_routine: "Mine" }),
    sit: () => ({ seconds: 5400 }),
    drive: () => ({ seconds: 3600 }),
  };
  for (let done = 0; done < value; done += 500) {
    await Promise.all(Array.from({ length: 500 }, (_, n) => {
      const kind = kinds[(done + n) % 10];
      const at = j.moment.moment(new Date(Date.now() - Math.floor((value - done - n) / 10) * 86400000));
      return j.records.saveRecord(null, kind, { at, ...of[kind](done + n) });
    }));
  }
"""
_DRAWN = """async () => {
  const has = (what) => Boolean(document.querySelector(what));
  const drawn = () => has("[data-chart=driving] svg") && has("[data-loading][hidden]");
  while (!drawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now();
}"""
_SAVE = """
  const times = [];
  for (let n = 0; n < 20; n += 1) {
    const begun = performance.now();
    await j.handover.saveRecord("check-in", { at: j.moment.moment(), back: 3 });
    times.push(performance.now() - begun);
  }
  return times;
"""


def measure(server: Server) -> list[Row]:
    """Measure the device and the server; ends with the storm."""
    server.stop()
    server.settings = {**server.settings, "HIPCARE_SYNC_PER_MINUTE": "100000"}
    server.start()
    return [_saving(server), _trends(server), *syncing.measure(server), *journal_storm.measure(server)]


def _saving(server: Server) -> Row:
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=installed_chromium(), args=list(CHROMIUM_ARGUMENTS))
        phone = JournalPhone(browser.new_context(service_workers="block"), server, server.url)
        phone.run(_FILL, RECORDS)
        times = phone.run(_SAVE)
        browser.close()
    return at_most(f"check-in saved on the device, {RECORDS:,} records (median of 20)", median(times), 100, "ms")


def _trends(server: Server) -> Row:
    """Reload the trends, as somebody does who opens them again; the worker has the page, and 4 weeks are shown."""
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=installed_chromium(), args=list(CHROMIUM_ARGUMENTS))
        phone = JournalPhone(browser.new_context(viewport={"width": 360, "height": 740}), server, server.url)
        phone.run(_FILL_DAYS, RECORDS)
        page = phone.page
        page.goto(f"{server.url}/journal/trends/")
        wait_for_pack(page)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        times = []
        for _ in range(7):
            page.reload(wait_until="commit")
            times.append(page.evaluate(_DRAWN))
        browser.close()
    return at_most(f"trends drawn, {RECORDS:,} records, 4x slow-down (median of 7)", median(times), 500, "ms")
