"""What the tests of the player do again and again."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

BEGIN = 1_800_000_000
"""The time at which tests with a clock of their own begin, in seconds since 1970."""
PATIENCE = 20_000
WAITING = "[data-part=open] [data-do=done], [data-part=ask] [data-do=done]"
_RECORDS = """async (kind) => {
  const { listRecords } = await import("/static/js/journal/records.js");
  return (await listRecords(null, kind)).map((row) => row.data);
}"""
_TELL = """async (fields) => {
  const { writeProfile } = await import("/static/js/library/profile.js");
  await writeProfile(fields);
}"""

SPOKEN = """
window.spoken = [];
window.voices = [{ localService: true, lang: "en-GB", default: true, name: "own" }];
speechSynthesis.getVoices = () => window.voices;
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
speechSynthesis.speak = ({ text, voice }) => { window.spoken.push(text); window.spoke = voice.name; };
speechSynthesis.cancel = () => { window.spoken.push("(quiet)"); };
"""
"""For a page whose device has a voice: what it says, and each time that it is told to be quiet."""


def screen(page: Page, name: str) -> Locator:
    """Return a screen of the player."""
    return page.locator(f"[data-screen={name}]")


def part(page: Page, name: str) -> Locator:
    """Return a part that the player fills."""
    return page.locator(f"[data-part={name}]")


def open_before(page: Page, address: str) -> None:
    """Open the player and wait until it can be started."""
    page.goto(address)
    expect(screen(page, "before")).to_be_visible(timeout=PATIENCE)


def start(page: Page, address: str) -> None:
    """Open the player with a clock that stands still unless it is moved, and start."""
    page.clock.install(time=BEGIN)
    open_before(page, address)
    page.clock.pause_at(BEGIN + 3600)
    page.locator("[data-do=start]").click()
    expect(screen(page, "running")).to_be_visible(timeout=PATIENCE)


def press(page: Page, name: str) -> None:
    """Press one of the buttons that are there while a session runs."""
    page.locator(".player__controls").get_by_role("button", name=name).click()


def run(page: Page, seconds: float) -> None:
    """Let the page's time pass, every timer on its due."""
    page.clock.run_for(round(seconds * 1000))


def play_to_the_end(page: Page, longest: int) -> None:
    """Let time pass, pressing "done" where the person is waited for, until the end or `longest` seconds."""
    for _half_minute in range(longest // 30):
        if screen(page, "after").is_visible():
            return
        waiting = page.locator(WAITING).locator("visible=true")
        if waiting.count():
            waiting.first.click()
        run(page, 30)
    expect(screen(page, "after")).to_be_visible()


def seconds_shown(page: Page) -> int:
    """Return the seconds that the timer shows."""
    minutes, seconds = part(page, "time").inner_text().split(":")
    return int(minutes) * 60 + int(seconds)


def tell(page: Page, **fields: Any) -> None:
    """Keep something in the profile, as "About me" does."""
    page.goto("/about/")
    page.evaluate(_TELL, fields)


def records(page: Page, kind: str) -> list[dict[str, Any]]:
    """Return the data of the journal's records of a kind."""
    found: list[dict[str, Any]] = page.evaluate(_RECORDS, kind)
    return found
