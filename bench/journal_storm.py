"""A thousand random operations over two devices with faults: nothing lost, nothing back, all sides equal."""

from __future__ import annotations

import os

from playwright.sync_api import sync_playwright

from bench.report import Row
from tests.browser.conftest import CHROMIUM_ARGUMENTS, installed_chromium
from tests.browser.journal.phones import JournalPhone
from tests.browser.journal.storm import Side, Storm
from tests.journal.live import Person, people
from tests.link import link_to
from tests.server import Server

STEPS = int(os.environ.get("HIPCARE_STORM_STEPS", "1000"))
SEED = int(os.environ.get("HIPCARE_STORM_SEED", "20261121"))


def measure(server: Server) -> list[Row]:
    """Run the storm and tell what the three sides have afterwards; the server must not limit how often it is asked."""
    key = people(server, "storm")["storm"]
    with sync_playwright() as tool, link_to(server) as one, link_to(server) as other:
        browser = tool.chromium.launch(executable_path=installed_chromium(), args=list(CHROMIUM_ARGUMENTS))
        sides = []
        for name, link in (("phone", one), ("tablet", other)):
            phone = JournalPhone(browser.new_context(service_workers="block"), server, link.url)
            phone.sign_in(key)
            phone.sync()
            sides.append(Side(phone, link, name))
        storm = Storm((sides[0], sides[1]), SEED)
        storm.run(STEPS)
        kept = Person("storm", key, server).notes
        equal = all(side.phone.notes() == kept for side in sides)
        browser.close()
    what = f"storm of {STEPS:,} operations, seed {SEED}"
    return [
        Row(f"{what}: notes written", f"{len(storm.written):,}"),
        _none(f"{what}: lost", len(storm.lost(kept))),
        _none(f"{what}: twice", len(kept) - len(set(kept))),
        _none(f"{what}: back after deletion", len(storm.risen(kept))),
        Row(f"{what}: phone, tablet and server equal", "yes" if equal else "no", "yes", equal),
    ]


def _none(what: str, count: int) -> Row:
    return Row(what, f"{count:,}", "0", count == 0)
