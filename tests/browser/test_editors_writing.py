"""What helps while writing, in a browser: findings as one types, links, previews, moving, and drafts that survive."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.editors import enter, open_stretch
from tests.browser.until import until
from tests.browser.watch import Faults
from tests.server import Server

OFFER = "Recover what you were writing at"
KEPT = "() => Object.keys(localStorage).filter((key) => key.startsWith('hipcare:editors-draft:'))"
NOTHING_KEPT = f"({KEPT})().length === 0"
"""The page after saving forgets the draft once its scripts run."""


@pytest.fixture
def room(own_site: Server, browser: Browser, faults: Faults) -> Page:
    """A watched page in which an editor has signed in."""
    page = enter(own_site, browser, faults)
    page.context.set_default_timeout(12_000)
    return page


def write(page: Page, words: str) -> None:
    """Type a summary and wait until the device has kept it."""
    page.get_by_label("Summary").fill(words)
    until(page, "(words) => Object.values(localStorage).some((kept) => kept.includes(words))", words)


def open_psoas(page: Page) -> None:
    page.goto("/admin/library/muscle/?q=psoas")
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_url("**/change/**")


def open_routine(page: Page) -> None:
    page.goto("/admin/library/routine/")
    page.locator("#result_list tbody th a").first.click()
    expect(page.locator("#steps-group [data-up]").first).to_be_visible()


def test_findings_stand_below_the_field_while_one_writes(room: Page) -> None:
    open_stretch(room)
    row = room.locator(".field-summary")

    room.get_by_label("Summary").fill("This will unlock your hips.")

    expect(row).to_contain_text("“unlock” (over-promises): say “loosen, or move more easily”.")
    expect(room.locator("#writing-help [data-said]")).to_contain_text(re.compile("phrases? to think about"))
    room.get_by_label("Summary").fill("This may loosen your hips.")
    expect(row).not_to_contain_text("unlock")


def test_glossary_word_becomes_a_link_and_the_preview_shows_it(room: Page) -> None:
    open_psoas(room)
    text = room.locator("#id_body")

    text.fill("A **strong** part of the iliopsoas group.")
    room.locator(".field-body").get_by_role("button", name="Link “iliopsoas”").click()
    room.locator(".field-body").get_by_text("How it will look").click()

    expect(text).to_have_value(re.compile(r"the \[iliopsoas\]\(/glossary/#iliopsoas\) group"))
    expect(room.locator(".field-body .writing-page a")).to_have_text("iliopsoas")
    expect(room.locator(".field-body .writing-page strong")).to_have_text("strong")


def notes(page: Page) -> list[str]:
    """The names of the steps of a routine, as the form has them."""
    labels = page.locator("#steps-group .inline-related:not(.empty-form) .inline_label")
    return [name.strip() for name in labels.all_inner_texts()]


def test_steps_move_by_keyboard_and_by_dragging_and_stay_where_they_were_put(room: Page) -> None:
    room.set_viewport_size({"width": 1280, "height": 6000})  # nothing scrolls under the dragged row
    open_routine(room)
    first, second, third, *rest = notes(room)
    rows = room.locator("#steps-group .inline-related:not(.empty-form)")

    rows.nth(0).locator(":scope > h3 [data-down]").press("Enter")
    expect(rows.nth(1).locator(":scope > h3 [data-down]")).to_be_focused()
    expect(room.locator("[data-behaviour~=rows] [data-said]")).to_have_text(f"Moved to place 2 of {len(rest) + 3}.")
    assert notes(room) == [second, first, third, *rest]
    rows.nth(2).locator(":scope > h3 [data-grip]").drag_to(rows.nth(0).locator(":scope > h3"))
    assert notes(room) == [third, second, first, *rest]

    room.get_by_role("button", name="Save", exact=True).click()
    expect(room.get_by_text("was changed successfully")).to_be_visible()
    room.wait_for_load_state()
    assert notes(room) == [third, second, first, *rest]


def test_new_step_that_was_moved_up_stays_there_when_another_is_taken_away(room: Page) -> None:
    open_routine(room)
    before = notes(room)
    rows = room.locator("#steps-group .inline-related:not(.empty-form)")
    for _number in range(2):
        room.locator("#steps-group .add-row a").click()
    added = rows.nth(len(before) + 1)
    added.locator("[name$=-type]").select_option("rest")
    added.locator("[name$=-seconds]").fill("20")
    added.locator("[name$=-text]").fill("Breathe.")
    for place in (len(before) + 1, len(before)):
        rows.nth(place).locator(":scope > h3 [data-up]").click()
    rows.last.locator(".inline-deletelink").click()
    expect(rows).to_have_count(len(before) + 1)

    room.get_by_role("button", name="Save", exact=True).click()

    expect(room.get_by_text("was changed successfully")).to_be_visible()
    room.wait_for_load_state()
    assert notes(room) == [*before[:-1], "Rest Breathe.", before[-1]]


def test_lines_move_and_the_field_follows(room: Page) -> None:
    open_stretch(room)
    field = room.locator("#id_steps")
    field.fill("One step.\nTwo steps.\nThree steps.")
    room.locator(".field-steps summary").click()

    room.locator(".field-steps").get_by_role("button", name="Move One step. down", exact=True).press("Enter")
    room.locator(".field-steps").get_by_role("button", name="Move One step. down", exact=True).press("Enter")

    expect(field).to_have_value("Two steps.\nThree steps.\nOne step.")
    expect(room.locator(".field-steps").get_by_role("button", name="Move One step. down", exact=True)).to_be_focused()


def test_draft_survives_a_crash_and_is_gone_once_it_is_saved(room: Page) -> None:
    open_stretch(room)
    address = room.url
    write(room, "Typed before the crash.")
    room.get_by_role("checkbox", name="Hip replacement").first.check()
    room.close(run_before_unload=False)
    after = room.context.new_page()
    after.goto(address)

    expect(after.get_by_text(OFFER)).to_be_visible()
    after.get_by_role("button", name="Recover it").click()
    expect(after.get_by_text("What you were writing is back in the form.")).to_be_focused()
    expect(after.get_by_label("Summary")).to_have_value("Typed before the crash.")
    after.get_by_role("button", name="Save", exact=True).click()
    expect(after.get_by_text("was changed successfully")).to_be_visible()
    until(after, NOTHING_KEPT)
    expect(after.get_by_text(OFFER)).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "label", "button", "done"),
    [
        ("/admin/library/stretch/{pk}/comment/", "Comment:", "Comment", "Your comment is stored."),
        ("/admin/publishing/redirect/add/", "Old address:", "Save", "was added successfully"),
    ],
)
def test_draft_of_a_short_form_survives_a_crash_and_is_gone_once_it_is_sent(
    room: Page, address: str, label: str, button: str, done: str
) -> None:
    open_stretch(room)
    address = address.format(pk=re.findall(r"stretch/(\d+)/", room.url)[0])
    room.goto(address)
    room.get_by_label(label, exact=True).fill("/typed-before/")
    if button == "Save":
        room.get_by_label("Leads to:").fill("/about/")
    until(room, "() => Object.values(localStorage).some((kept) => kept.includes('/typed-before/'))")
    room.close(run_before_unload=False)
    after = room.context.new_page()
    after.goto(address)

    after.get_by_role("button", name="Recover it").click()
    expect(after.get_by_label(label, exact=True)).to_have_value("/typed-before/")
    after.get_by_role("button", name=button, exact=True).click()

    expect(after.get_by_text(done)).to_be_visible()
    until(after, NOTHING_KEPT)


def test_draft_survives_an_expired_session_and_goes_when_it_is_refused(room: Page, faults: Faults) -> None:
    faults.allow(r"admin/login/\?next=.*/wording/")  # the help that follows the typing may ask once more
    open_stretch(room)
    address, cookies = room.url, room.context.cookies()
    write(room, "Typed before the session ended.")
    room.context.clear_cookies(name="session")
    room.get_by_role("button", name="Save", exact=True).click()
    expect(room.get_by_label("Password", exact=True)).to_be_visible()
    room.context.add_cookies(cookies)  # type: ignore[arg-type]
    room.goto(address)

    expect(room.get_by_text(OFFER)).to_be_visible()
    room.get_by_role("button", name="Throw it away").click()

    expect(room.get_by_text("Thrown away.")).to_be_visible()
    assert room.evaluate(KEPT) == []


def test_recovered_draft_does_not_replace_a_newer_version_unseen(room: Page) -> None:
    open_stretch(room)
    address = room.url
    write(room, "Typed in the morning.")
    room.close(run_before_unload=False)
    after = room.context.new_page()
    after.goto(address)
    after.get_by_label("Summary").fill("Saved at noon by somebody else.")
    after.get_by_role("button", name="Save", exact=True).click()

    expect(after.get_by_text("You will see both versions when you save")).to_be_visible()
    after.get_by_role("button", name="Recover it").click()
    after.get_by_role("button", name="Save", exact=True).click()

    row = "Summary Saved at noon by somebody else. Typed in the morning."
    expect(after.get_by_role("row", name=row)).to_be_visible()
    expect(after.get_by_label("Summary")).to_have_value("Typed in the morning.")


def test_rows_that_were_added_come_back(room: Page) -> None:
    open_routine(room)
    address, before = room.url, len(notes(room))
    room.locator("#steps-group .add-row a").click()
    room.locator(f"#id_steps-{before}-type").select_option("rest")
    room.locator(f"#id_steps-{before}-text").fill("A rest that was typed.")
    until(room, f"({KEPT})().length === 1")
    room.goto("/admin/")
    room.goto(address)

    room.get_by_role("button", name="Recover it").click()

    expect(room.locator(f"#id_steps-{before}-text")).to_have_value("A rest that was typed.")
    expect(room.locator(f"#id_steps-{before}-type")).to_have_value("rest")


def test_draft_is_not_shown_to_others_and_not_left_behind_on_signing_out(room: Page) -> None:
    open_stretch(room)
    address = room.url
    write(room, "Typed and not saved.")
    [key] = room.evaluate(KEPT)
    room.goto("/admin/")
    room.evaluate(
        "([key, other]) => { localStorage.setItem(other, localStorage.getItem(key)); localStorage.removeItem(key); }",
        [key, re.sub(r"draft:\d+:", "draft:999:", key)],
    )
    room.goto(address)
    expect(room.locator("#writing-help [data-sum]")).to_be_visible()
    expect(room.get_by_text(OFFER)).to_have_count(0)

    room.get_by_role("button", name="Sign out").click()

    expect(room).not_to_have_url(re.compile("/admin/library/"))
    assert json.dumps(room.evaluate(KEPT)) == "[]"
