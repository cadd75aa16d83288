"""The whole life of a stretch: written, reviewed, published, corrected, scheduled, compared, restored and withdrawn, by
three people; a phone follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.editors import enter_as
from tests.browser.offline import ask_worker, wait_for_record
from tests.browser.phone import Phone
from tests.browser.test_figure_editor import lines_of
from tests.browser.watch import Faults, wait_for_pack
from tests.offline.helpers import read_pack
from tests.server import Server

TITLE, SLUG = "Doorway hip opener", "doorway-hip-opener"
PATH = f"/stretches/{SLUG}/"
POSE = "Standing quad stretch: hold"
FIRST, BETTER, LAST = "Stand and lean.", "Stand in a doorway and lean in.", "Stand in a doorway and lean in a little."


@dataclass
class Room:
    """The three people, and the site that they work on."""

    author: Page
    reviewer: Page
    publisher: Page
    site: Server


@pytest.fixture
def room(own_site: Server, browser: Browser, faults: Faults) -> Room:
    """A room with an author, a reviewer and a publisher."""
    pages = enter_as(("Author", "Reviewer", "Publisher"), own_site, browser, faults)
    return Room(pages["Author"], pages["Reviewer"], pages["Publisher"], own_site)


def choose(page: Page, field: str, typed: str, words: str) -> None:
    """Find something by typing into a search field, and take it."""
    page.locator(f".field-{field} .select2-search__field").press_sequentially(typed)
    page.locator(".select2-results__option", has_text=words).first.click()


def write_new_stretch(page: Page) -> None:
    page.goto("/admin/library/stretch/add/")
    page.locator("#id_title").press_sequentially(TITLE)
    expect(page.locator("#id_slug")).to_have_value(SLUG)
    page.locator("#id_summary").fill(FIRST)
    page.locator("#id_number").fill("900")
    page.locator("#id_difficulty").select_option("1")
    page.locator(".field-kinds").get_by_label("Stretch", exact=True).check()
    choose(page, "muscles", "psoas", "Psoas")
    page.locator(".field-positions").get_by_label("Standing", exact=True).check()
    page.locator(".field-places").get_by_label("Desk", exact=True).check()
    page.locator("#id_sides").select_option("both")
    page.locator("#id_steps").fill("Stand in a doorway.\nLean in until you feel the front of your hip.")
    page.locator("#id_steps_basis").select_option("source")
    choose(page, "sources", "practice", "practice")
    page.locator("#id_reviewed_on").fill("2026-11-21")
    page.locator("#id_review_due").fill("2027-11-21")


def draw_figure(page: Page) -> str:
    """Save, take over a pose of another stretch in the pose editor, and return the lines that are drawn."""
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Edit the figure").click()
    page.get_by_label("Start from an existing pose").first.select_option(POSE)
    page.get_by_role("button", name=re.compile("^Start Pose 1")).click()
    page.get_by_role("button", name="Save the figure").click()
    expect(page.get_by_text("The figure is saved.")).to_be_visible()
    lines = lines_of(page.locator('[data-drawing="poses.0"] svg'))
    page.get_by_role("link", name="Edit", exact=True).click()
    return lines


def submit(page: Page, words: str) -> None:
    page.get_by_role("button", name="Save and submit for review…").click()
    page.get_by_label("For the reviewer").fill(words)
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_text("Submitted. The reviewers have been told.")).to_be_visible()


def open_from_first_page(page: Page, part: str) -> None:
    page.goto("/admin/")
    page.locator(f"#desk-{part}").get_by_role("link", name=TITLE).click()


def decide(page: Page, decision: str, words: str = "") -> None:
    open_from_first_page(page, "waiting")
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_label(decision).check()
    page.get_by_label("For the author").fill(words)
    page.get_by_role("button", name="Send the decision").click()
    expect(page.get_by_text(re.compile("Approved. It can be published|Sent back to the author"))).to_be_visible()


def publish(page: Page, note: str) -> None:
    open_publishing(page)
    page.get_by_label("What changed").fill(note)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile(r"Version \d+ is live\."))).to_be_visible()


def open_publishing(page: Page) -> None:
    open_from_first_page(page, "approved")
    page.get_by_role("link", name="Publish", exact=True).click()
    expect(page.get_by_text("Kim Reviewer has approved this version.")).to_be_visible()


def schedule_and_cancel(page: Page) -> None:
    """Let it go live tomorrow, and think better of it."""
    open_publishing(page)
    page.get_by_label("What changed").fill("Gentler words, tomorrow.")
    page.get_by_label("Live from").fill(f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%dT%H:%M}")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile(r"Version 2 is scheduled for .+ UTC\."))).to_be_visible()
    page.goto("/admin/")
    expect(page.locator("#desk-scheduled").get_by_role("link", name=TITLE)).to_be_visible()

    page.locator("#desk-scheduled").get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Cancel the schedule").click()
    page.get_by_label("Reason").fill("Today is better.")
    page.get_by_role("button", name="Cancel the schedule").click()
    expect(page.get_by_text("Cancelled. That version does not go live.")).to_be_visible()


def say_and_answer(room: Room) -> None:
    """The reviewer comments; the author reads it above the form."""
    open_from_first_page(room.reviewer, "waiting")
    room.reviewer.get_by_role("link", name="Comment", exact=True).click()
    room.reviewer.get_by_label("Comment:").fill("Is “a little” clear enough?")
    room.reviewer.get_by_role("button", name="Comment").click()
    expect(room.reviewer.get_by_text("Your comment is stored.")).to_be_visible()
    room.author.reload()
    expect(room.author.get_by_text("Is “a little” clear enough?")).to_be_visible()


def compare_with_live(page: Page) -> None:
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", name="Version 1 and the working copy")).to_be_visible()
    summary = page.locator(".difference", has=page.get_by_role("heading", name="Summary"))
    expect(summary.locator("ins")).to_contain_text("a little")
    page.get_by_role("link", name="Edit", exact=True).click()


def restore_first(page: Page) -> None:
    """Put the first version back to readers from the history."""
    page.get_by_role("link", name="History and restore").click()
    page.get_by_role("link", name="Restore 1").click()
    expect(page.locator("del", has_text="a little").first).to_be_visible()
    page.get_by_label("What changed").fill("The first words again.")
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_text(re.compile(r"Version 1 is live again, as version \d+\."))).to_be_visible()


def correct(page: Page, words: str) -> None:
    page.goto("/admin/library/stretch/?q=doorway")
    page.get_by_role("link", name=TITLE, exact=True).click()
    page.locator("#id_summary").fill(words)
    submit(page, "Gentler.")


def withdraw(page: Page) -> None:
    page.get_by_role("link", name="Withdraw", exact=True).click()
    expect(page.get_by_text("No page refers to it.")).to_be_visible()
    page.get_by_label("Reason").fill("It was told wrongly.")
    page.get_by_role("button", name="Withdraw the page").click()
    expect(page.get_by_text("Withdrawn. Readers see the reason at its address.")).to_be_visible()


def offline(phone: Phone, site: Server, words: str) -> Page:
    """Take the site away and start the phone cold; the page of the stretch shows these words."""
    site.kill()
    page = phone.restart()
    page.goto(site.url + PATH)
    expect(page.get_by_text(words).first).to_be_visible()
    return page


def fetch_news(page: Page, site: Server) -> None:
    """Let the phone have contact with the site until it holds what the site has."""
    page.goto(f"{site.url}/stretches/")
    ask_worker(page, "check", asked=True)
    wait_for_record(page, "active", version=read_pack(site)["version"], complete=True)


@pytest.mark.worker
def test_stretch_from_draft_to_withdrawal_and_onto_a_phone(room: Room, phone: Phone, faults: Faults) -> None:
    write_new_stretch(room.author)
    figure = draw_figure(room.author)
    submit(room.author, "A new one for offices.")
    decide(room.reviewer, "Send it back with a reason", "Say where to stand.")

    open_from_first_page(room.author, "sent-back")
    expect(room.author.get_by_text("by Kim Reviewer: “Say where to stand.”")).to_be_visible()
    room.author.locator("#id_summary").fill(BETTER)
    submit(room.author, "Done.")
    decide(room.reviewer, "Approve: it can be published as it is")
    assert room.site.get(PATH).status == 404
    publish(room.publisher, "A stretch for doorways.")
    assert "<dt>Read by a second editor</dt><dd>Kim Reviewer</dd>" in room.site.get(PATH).body.decode()

    faults.allow_dead_network()
    page = phone.open()
    page.goto(room.site.url)
    wait_for_pack(page)
    page = offline(phone, room.site, BETTER)
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert lines_of(page.locator("main svg.figure").first) == figure

    room.site.start()
    correct(room.author, LAST)
    compare_with_live(room.author)
    say_and_answer(room)
    decide(room.reviewer, "Approve: it can be published as it is")
    schedule_and_cancel(room.publisher)
    assert LAST not in room.site.get(PATH).body.decode()
    publish(room.publisher, "Gentler words.")
    fetch_news(page, room.site)
    page = offline(phone, room.site, LAST)

    room.site.start()
    restore_first(room.publisher)
    fetch_news(page, room.site)
    page = offline(phone, room.site, BETTER)

    room.site.start()
    withdraw(room.publisher)
    assert room.site.get(PATH).status == 410
    fetch_news(page, room.site)
    offline(phone, room.site, "This page is not on this phone")


def test_preview_plays_the_working_copy_for_a_reviewer(room: Room) -> None:
    room.author.goto("/admin/library/stretch/?q=couch")
    room.author.get_by_role("link", name="Couch stretch", exact=True).click()
    room.author.locator("#id_title").fill("Couch stretch, told anew")
    room.author.get_by_role("button", name="Save", exact=True).click()
    expect(room.author.get_by_text("was changed successfully")).to_be_visible()

    room.reviewer.goto(re.sub(r"change/.*", "look/", room.author.url))
    room.reviewer.get_by_role("link", name="Player", exact=True).click()
    room.reviewer.get_by_role("link", name="Phone, dark").click()

    frame = room.reviewer.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Couch stretch, told anew")
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    expect(room.reviewer.get_by_role("button", name=re.compile("Save"))).to_have_count(0)


def test_preview_plays_the_working_copy_of_a_routine(room: Room) -> None:
    room.author.goto("/admin/library/routine/?q=desk")
    room.author.locator("#result_list tbody th a").first.click()
    room.author.locator("#id_title").fill("A routine, told anew")
    room.author.get_by_role("button", name="Save and preview").click()
    room.author.get_by_role("link", name="Player", exact=True).click()

    frame = room.author.frame_locator("iframe")

    expect(frame.get_by_role("heading", level=1)).to_have_text("A routine, told anew")
