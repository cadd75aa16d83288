"""Accessibility of every page of the editors' room, found from the admin's registry: one sign-in for the whole walk."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.editors import EMAIL, STRETCHES, enter
from tests.browser.walk import WCAG, axe_findings, stand_still
from tests.browser.watch import Faults
from tests.server import Server

_EVERY_PAGE = """
import json
from tests.browser import editors_pages
editors_pages.furnish()
print(json.dumps(editors_pages.addresses(%r)))
"""

COLOURS_AND_TARGETS = {"runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]}, "preload": False}
"""What dark and narrow pages can do worse."""
SHARES = 3


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_and_nothing_reaches_over_the_edge(
    own_site: Server, browser: Browser, faults: Faults, share: int
) -> None:
    faults.allow("Applying inline style")  # axe's own
    room = enter(own_site, browser, faults)
    paths = json.loads(own_site.run_python(_EVERY_PAGE % EMAIL).splitlines()[-1])[share::SHARES]
    found = [(path, one) for path in paths for one in open_and_look_at(room, path)]
    for act in (send_an_empty_form, try_an_import)[share::SHARES]:
        act(room)
        found += [(act.__name__, one) for one in look_at(room)]

    assert found == []


def open_and_look_at(room: Page, path: str) -> list[object]:
    """Return what is wrong with the page of an address."""
    answer = room.goto(path)
    assert answer is not None
    found: list[object] = [] if answer.status == 200 else [answer.status]
    # Filled forms look as their empty ones do, and are long: those of one kind are enough for the second look.
    return found + look_at(room, twice="/change/" not in path or path.startswith(STRETCHES))


def look_at(room: Page, *, twice: bool = True) -> list[object]:
    """Return what is wrong with the page as it stands, wide and light, and then narrow and dark."""
    room.set_viewport_size({"width": 1280, "height": 800})
    room.emulate_media(color_scheme="light")
    stand_still(room)
    found: list[object] = [*axe_findings(room, WCAG)]
    room.set_viewport_size({"width": 320, "height": 640})
    if room.evaluate("() => document.documentElement.scrollWidth > innerWidth"):
        found.append("sideways")
    if twice:
        room.emulate_media(color_scheme="dark")
        stand_still(room)
        found += axe_findings(room, COLOURS_AND_TARGETS)
    return found


def send_an_empty_form(room: Page) -> None:
    """Send a form in which every value is missing."""
    room.goto(f"{STRETCHES}add/")
    room.get_by_role("button", name="Save", exact=True).click()
    expect(room.get_by_text("Please correct the errors below.")).to_be_visible()


def try_an_import(room: Page) -> None:
    """Show what a file would do whose rows are new, changed, unchanged and wrong."""
    home = "/admin/library/muscle/"
    file = json.loads(room.request.get(f"{home}export/").text())
    same, changed, wrong = file["rows"][:3]
    new = {"kind": same["kind"], "language": "en", "values": {**same["values"], "slug": "another", "title": "Another"}}
    changed["values"]["summary"] = "A shorter summary."
    wrong["values"]["region"] = "nowhere"
    data = json.dumps({**file, "rows": [same, changed, wrong, new]}).encode()
    room.goto(f"{home}import/")
    room.get_by_label("File").set_input_files({"name": "rows.json", "mimeType": "application/json", "buffer": data})
    room.get_by_role("button", name="Show what it would do").click()
    expect(room.get_by_role("heading", name="Nothing was imported: mend these rows first")).to_be_visible()
    room.locator("details > summary").first.click()
