"""Every act of the room by keyboard alone: three people go from a change to its withdrawal without a mouse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.editors import STRETCHES, enter_as
from tests.browser.watch import Faults
from tests.publishing.pictures import image_bytes
from tests.server import Server

FARTHEST = 400
"""Presses of Tab, at most, from the top of a page to anything on it."""
HAS_FOCUS = "(element) => element === document.activeElement"


@pytest.fixture
def people(own_site: Server, browser: Browser, faults: Faults) -> dict[str, Page]:
    """An author, a reviewer and a publisher."""
    return enter_as(("Author", "Reviewer", "Publisher"), own_site, browser, faults)


def go_to(target: Locator) -> None:
    """Press Tab until something has the focus."""
    expect(target).to_be_visible()
    for _press in range(FARTHEST):
        if target.evaluate(HAS_FOCUS):
            return
        target.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {target}")


def press(target: Locator, key: str = "Enter") -> None:
    go_to(target)
    target.page.keyboard.press(key)


def write(target: Locator, words: str) -> None:
    go_to(target)
    target.page.keyboard.press("Control+A")
    target.page.keyboard.type(words)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name, exact=True)


def open_stretch(page: Page, act: str = "change") -> None:
    """Open the couch stretch, or the page of an act on it; which one is open is no matter of the keyboard here."""
    page.goto(f"{STRETCHES}?q=couch")
    address = str(link(page, "Couch stretch").get_attribute("href"))
    page.goto(re.sub(r"change/.*", f"{act}/", address))


def decide(page: Page, *, approve: bool, words: str) -> None:
    open_stretch(page, "review")
    press(page.get_by_label("Approve: it can be published as it is"), "Space" if approve else "ArrowDown")
    write(page.get_by_label("For the author"), words)
    press(button(page, "Send the decision"))


def test_acts_from_a_change_to_the_withdrawal(people: dict[str, Page], own_site: Server) -> None:
    author, reviewer, publisher = people.values()

    open_stretch(author)
    write(author.get_by_label("Summary"), "Written without a mouse.")
    press(button(author, "Save and submit for review…"))
    write(author.get_by_label("For the reviewer"), "Please read.")
    press(button(author, "Submit for review"), "Space")
    expect(author.get_by_text("Submitted. The reviewers have been told.")).to_be_visible()

    decide(reviewer, approve=False, words="Say more.")
    expect(reviewer.get_by_text("Sent back to the author.")).to_be_visible()
    press(link(author, "Comment"))
    write(author.get_by_label("Comment:"), "It says enough.")
    press(button(author, "Comment"))
    expect(author.get_by_text("Your comment is stored.")).to_be_visible()
    press(link(author, "Submit for review"))
    press(button(author, "Submit for review"))
    decide(reviewer, approve=True, words="You are right.")
    expect(reviewer.get_by_text("Approved. It can be published now.")).to_be_visible()

    open_stretch(publisher)
    press(link(publisher, "Publish"))
    write(publisher.get_by_label("What changed"), "New words.")
    press(button(publisher, "Publish"))
    expect(publisher.get_by_text("Version 2 is live.")).to_be_visible()

    press(link(publisher, "Compare"))
    press(publisher.get_by_label("After"), "End")
    press(button(publisher, "Compare"))
    expect(publisher.get_by_role("heading", name="Version 2 and version 1")).to_be_visible()
    expect(publisher.locator("del", has_text="Written without a mouse.")).to_be_visible()

    press(link(publisher, "History and restore"))
    press(publisher.get_by_role("link", name="Restore 1"))
    write(publisher.get_by_label("What changed"), "The old words.")
    press(button(publisher, "Restore"))
    expect(publisher.get_by_text("Version 1 is live again, as version 3.")).to_be_visible()

    press(link(publisher, "Withdraw"))
    write(publisher.get_by_label("Reason"), "It was told wrongly.")
    press(button(publisher, "Withdraw the page"))
    expect(publisher.get_by_text("Withdrawn. Readers see the reason at its address.")).to_be_visible()
    assert own_site.get("/stretches/couch-stretch/").status == 410


def test_picture_is_uploaded(people: dict[str, Page], tmp_path: Path) -> None:
    page, file = people["Author"], tmp_path / "mat.png"
    file.write_bytes(image_bytes())
    page.goto("/admin/publishing/picture/")

    # The browser is told early that the chooser is the test's: the wish takes a moment to arrive.
    with page.expect_file_chooser() as chosen:
        press(link(page, "Add picture"))
        go_to(page.get_by_label("Picture:"))
        page.keyboard.press("Enter")
    chosen.value.set_files(file)
    write(page.get_by_label("Name:"), "mat")
    write(page.get_by_label("Alternative text:"), "A rolled mat")
    press(button(page, "Save"))

    expect(page.get_by_text("The picture is stored. This is how readers see it.")).to_be_visible()
    expect(page.get_by_role("img", name="A rolled mat")).to_be_visible()
