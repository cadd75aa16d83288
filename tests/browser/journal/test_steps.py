"""A tab that ends between any two steps of saving: the record and all that belongs to it, or nothing and the draft."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.journal.phones import JournalPhone
from tests.browser.until import until
from tests.browser.watch import Faults
from tests.journal.live import Person
from tests.server import wait_until

NOTE = "Stairs were easier"

# Stops the page at one step of the transaction, for ever: while something is asked of it, it does not end.
STOP_AT = """([store, method, isAfter]) => {
  const { get } = IDBObjectStore.prototype;
  const real = IDBObjectStore.prototype[method];
  const hold = (place) => { get.call(place, "nothing").onsuccess = () => hold(place); };
  IDBObjectStore.prototype[method] = function (...args) {
    const isSaving = this.transaction.mode === "readwrite" && this.transaction.objectStoreNames.contains("drafts");
    if (this.name !== store || !isSaving || !this.transaction.objectStoreNames.contains("records")) {
      return real.apply(this, args);
    }
    globalThis.stopped = true;
    if (isAfter) {
      const request = real.apply(this, args);
      hold(this);
      return request;
    }
    hold(this);
    return new Promise(() => undefined);
  };
}"""
STEPS = {
    "draft_not_forgotten": ("drafts", "delete", False),
    "record_not_looked_up": ("records", "get", False),
    "record_not_put": ("records", "put", False),
    "outbox_not_put": ("outbox", "put", False),
    "not_on_the_disk": ("outbox", "put", True),
}


@pytest.fixture(autouse=True)
def without_a_worker(faults: Faults) -> None:
    """Accept that these browsers have none."""
    faults.allow("Service Worker registration blocked")


def kill(page: Page) -> None:
    """End the page's process as a phone short of memory does."""
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    page.close()


def half_written(phone: JournalPhone) -> Page:
    """Return a check-in whose note is in the draft."""
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/new/")
    page.get_by_text("More, if you like").click()
    page.get_by_label("Note").fill(NOTE)
    page.get_by_label("Note").blur()
    draft = "return (await j.drafts.readDraft(j.pointer.currentAccount(), 'check-in'))?.fields.note"
    wait_until(lambda: phone.run(draft) == NOTE, 10)
    return page


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_f29_tab_killed_inside_of_saving_keeps_nothing_but_the_draft(
    phone: JournalPhone, person: Person, step: tuple[str, str, bool]
) -> None:
    page = half_written(phone)
    page.evaluate(STOP_AT, step)
    page.get_by_role("button", name="Save", exact=True).click()
    until(page, "globalThis.stopped")
    assert not page.get_by_role("heading", name="Saved on this device.").is_visible()
    kill(page)

    phone.reopen()
    kept = (phone.rows(), phone.entries())
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/new/")
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Saved on this device.")).to_be_visible()

    assert kept == ([], [])
    phone.wait_for_sync()
    assert person.notes == [NOTE]


def test_f29_tab_killed_as_soon_as_it_says_saved_keeps_the_record_and_offers_no_draft(
    phone: JournalPhone, person: Person
) -> None:
    page = half_written(phone)
    phone.context.set_offline(True)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Saved on this device.")).to_be_visible()
    kill(page)

    phone.context.set_offline(False)
    phone.reopen()
    phone.sync()
    phone.wait_for_sync()
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/new/")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()

    assert person.notes == [NOTE]
    assert phone.run("return j.drafts.readDraft(j.pointer.currentAccount(), 'check-in')") is None
