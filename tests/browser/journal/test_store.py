"""The store on the device: full, blocked, broken, missing, cleared, or half changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Error, Page, expect

from tests.browser.conftest import CHROMIUM_ARGUMENTS, installed_chromium
from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.journal.live import Person
from tests.server import Server

TRY_TO_SAVE = """
  try { await j.handover.saveRecord("check-in", {at: j.moment.moment(), ...value}); return "saved"; }
  catch (error) { return `${error.constructor.name}: ${error.code}`; }
"""

_OPEN_ON_LEAVING = """async () => {
  const { MIGRATIONS, deleteStore, openStore } = await import("/static/js/journal/db.js");
  await deleteStore(null);
  addEventListener("pagehide", () => void openStore("hipcare-journal", MIGRATIONS));
}"""


def test_f32_upgrade_makes_the_older_tab_let_go(phone: JournalPhone) -> None:
    phone.save(note="kept")
    phone.run(
        """const { STORE_PROBLEM } = j["store-error"];
        document.addEventListener(STORE_PROBLEM, (event) => { globalThis.told = event.detail.code });"""
    )
    second = phone.open()

    rows = phone.run(
        """const name = j.db.databaseName(j.pointer.currentAccount());
        const database = await j.db.openStore(name, [...j.db.MIGRATIONS, (db) => db.createObjectStore("more")]);
        const rows = await database.getAll("records"); database.close(); return rows.length;""",
        page=second,
    )

    assert rows == 1
    assert phone.page.evaluate("globalThis.told") == "outdated"
    assert phone.run(TRY_TO_SAVE, {"note": "x"}) == "StoreError: outdated"


def test_f32_tab_that_does_not_let_go_is_told_of_instead_of_waited_for(phone: JournalPhone) -> None:
    code = phone.run(
        """const request = indexedDB.open("stubborn", 1);
        await new Promise((resolve) => { request.onsuccess = resolve });
        try { await j.db.openStore("stubborn", [() => {}, () => {}]); return "opened"; }
        catch (error) { return error.code; }
        finally { request.result.close(); }"""
    )

    assert code == "blocked"


def test_f32_page_left_while_it_opened_the_store_holds_up_no_other(page: Page) -> None:
    page.goto("/about/", wait_until="networkidle")
    page.evaluate(_OPEN_ON_LEAVING)
    page.goto("/stretches/couch-stretch/play/")

    expect(page.locator('[data-screen="before"]')).to_be_visible()


def test_f42_cleared_storage_fills_again_after_signing_in(phone: JournalPhone, person: Person) -> None:
    phone.save(note="kept")
    phone.wait_for_sync()
    clear(phone, "all")
    phone.reopen()
    assert phone.rows() == []

    phone.sign_in(person.key)
    phone.sync()

    assert phone.notes() == ["kept"]


def test_f43_lost_database_alone_fills_again(phone: JournalPhone) -> None:
    phone.save(note="kept")
    phone.wait_for_sync()
    clear(phone, "indexeddb")
    phone.reopen()

    phone.sync()

    assert phone.notes() == ["kept"]


def clear(phone: JournalPhone, storage: str) -> None:
    """Clear storage as the browser's settings do."""
    session = phone.context.new_cdp_session(phone.page)
    session.send("Storage.clearDataForOrigin", {"origin": phone.url, "storageTypes": storage})
    if storage == "all":
        phone.context.clear_cookies()


def test_f44_full_storage_is_no_saved(browser_type: BrowserType, journal_site: Server, tmp_path: Path) -> None:
    context = browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=installed_chromium(), args=list(CHROMIUM_ARGUMENTS)
    )
    phone = JournalPhone(context, journal_site, journal_site.url)
    # Before the first use of the store: Chromium asks for its quota once.
    session = context.new_cdp_session(phone.page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": phone.url, "quotaSize": 1_000_000})

    phone.save(note="before")
    told = phone.run(FILL)
    backup = phone.run("return j.backup.makeBackup(null)")
    rows = len(phone.rows())
    context.close()

    assert (told["last"], told["saved"] + 1) == ("full", rows)
    assert "before" in backup


def test_f44_form_says_that_the_storage_is_full_and_keeps_the_text(
    browser_type: BrowserType, journal_site: Server, tmp_path: Path
) -> None:
    context = browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=installed_chromium(), args=list(CHROMIUM_ARGUMENTS)
    )
    phone = JournalPhone(context, journal_site, journal_site.url)
    session = context.new_cdp_session(phone.page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": phone.url, "quotaSize": 1_000_000})
    phone.save(note="before")
    phone.run(FILL)
    page = context.new_page()
    page.goto(f"{phone.url}/journal/new/")
    page.get_by_text("More, if you like").click()
    text = page.evaluate(
        "() => String.fromCharCode(...crypto.getRandomValues(new Uint16Array(9_000))"
        ".map((code) => 0x4e00 + (code % 20_000)))"
    )
    page.get_by_label("Note").fill(text)

    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("[data-not-saved]")).to_contain_text("The storage of this device is full")
    expect(page.get_by_label("Note")).to_have_value(text)
    expect(page.get_by_role("heading", name="Saved on this device.")).to_be_hidden()
    assert "before" in phone.notes()
    context.close()


FILL = """
  let saved = 0, last = "";
  while (!last && saved < 1000) {
    const noise = crypto.getRandomValues(new Uint16Array(9_000)).map((code) => 0x4e00 + (code % 20_000));
    const note = String.fromCharCode(...noise);
    try { await j.handover.saveRecord("check-in", {at: j.moment.moment(), note}); saved += 1; }
    catch (error) { last = error.code; }
  }
  return {saved, last};
"""


@pytest.mark.parametrize(
    "harm",
    [
        "const db = await j.db.connect(j.pointer.currentAccount()); db.close();",
        """const real = IDBDatabase.prototype.transaction; let first = true;
        IDBDatabase.prototype.transaction = function (...args) {
          if (first) { first = false; throw new DOMException("", "InvalidStateError"); }
          return real.apply(this, args);
        };""",
        """const real = IDBObjectStore.prototype.put; let first = true;
        IDBObjectStore.prototype.put = function (...args) {
          const request = real.apply(this, args);
          if (first) { first = false; this.transaction.abort(); }
          return request;
        };""",
    ],
    ids=["connection_closed", "transaction_throws", "transaction_aborts"],
)
def test_f45_killed_connection_is_opened_again(phone: JournalPhone, person: Person, harm: str) -> None:
    phone.run(harm)

    assert phone.run(TRY_TO_SAVE, {"note": "after all"}) == "saved"
    phone.wait_for_sync()
    assert person.notes == ["after all"]


def test_f45_transaction_that_keeps_aborting_is_no_saved(phone: JournalPhone) -> None:
    phone.run(
        """const real = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...args) {
          const request = real.apply(this, args);
          this.transaction.abort();
          return request;
        };"""
    )

    assert phone.run(TRY_TO_SAVE, {"note": "never"}) == "StoreError: broken"


def test_f45_record_and_outbox_are_written_both_or_neither(phone: JournalPhone) -> None:
    phone.context.set_offline(True)
    phone.run(
        """const real = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...args) {
          const request = real.apply(this, args);
          if (this.name === "outbox") this.transaction.abort();
          return request;
        };
        globalThis.mend = () => { IDBObjectStore.prototype.put = real; };"""
    )
    phone.run(TRY_TO_SAVE, {"note": "half"})
    phone.page.evaluate("mend()")

    assert (phone.notes(), phone.entries()) == ([], [])


def test_f46_without_indexeddb_it_says_so(phone: JournalPhone, journal_site: Server) -> None:
    phone.context.add_init_script("Object.defineProperty(globalThis, 'indexedDB', {value: undefined})")
    phone.reopen()

    assert phone.run(TRY_TO_SAVE, {"note": "x"}) == "StoreError: unavailable"


def test_f51_failed_migration_leaves_the_old_store_as_it_was(phone: JournalPhone) -> None:
    phone.save(note="kept")
    told = phone.run(
        """const account = j.pointer.currentAccount(), name = j.db.databaseName(account);
        j.db.disconnect(account);
        try { await j.db.openStore(name, [...j.db.MIGRATIONS, (db) => {
          db.deleteObjectStore("records"); throw new Error("half-way"); }]); return "opened"; }
        catch (error) { return error.code; }"""
    )

    assert told == "migration"
    assert phone.notes() == ["kept"]
    assert "kept" in phone.run("return j.backup.makeBackup(j.pointer.currentAccount())")


TEXTS = ["😀 наука 例 \u202eright to left\u202c", "é" * 10_000, "line\nline\ttab", "\u0001\ufffe"]


@pytest.mark.parametrize("text", TEXTS, ids=["scripts", "long", "white", "controls"])
def test_f56_text_comes_back_as_it_was_written(phone: JournalPhone, tablet: JournalPhone, text: str) -> None:
    phone.save(note=text)
    phone.wait_for_sync()
    tablet.sync()

    assert tablet.notes() == [text]


@pytest.mark.parametrize("text", ["'a\\u0000b'", "'a\\ud800'"], ids=["nul", "lone_surrogate"])
def test_f56_text_that_cannot_be_kept_is_refused_before_saved(phone: JournalPhone, text: str) -> None:
    told = phone.run(
        f"""try {{ await j.handover.saveRecord("check-in", {{at: j.moment.moment(), note: {text}}}); return "saved"; }}
        catch (error) {{ return `${{error.constructor.name}}: ${{error.code}}`; }}"""
    )

    assert (told, phone.rows()) == ("ContentError: unstorable", [])


def test_p10_backup_is_made_and_restored_offline_on_another_device(
    phone: JournalPhone, phone_at: MakePhone, journal_site: Server
) -> None:
    phone.save(note="one")
    phone.save("goal", title="Walk to the shop")
    phone.context.set_offline(True)
    text = phone.run("return j.backup.makeBackup(j.pointer.currentAccount())")
    other = phone_at(journal_site, journal_site.url)
    other.context.set_offline(True)

    first = other.run("return j.backup.restoreBackup(null, value)", text)
    second = other.run("return j.backup.restoreBackup(null, value)", text)

    assert first == {"added": 2, "same": 0, "both": 0, "unreadable": 0}
    assert second == {"added": 0, "same": 2, "both": 0, "unreadable": 0}
    assert len(other.rows()) == 2


@pytest.mark.parametrize(
    "text", ["", "[]", '{"format": "x"}', '{"format": "hipcare-journal", "version": 9, "records": []}']
)
def test_file_that_is_no_backup_is_refused(phone: JournalPhone, text: str) -> None:
    with pytest.raises(Error, match="BackupError"):
        phone.run("return j.backup.restoreBackup(j.pointer.currentAccount(), value)", text)


def test_bad_records_of_a_backup_are_counted_and_left_out(phone: JournalPhone) -> None:
    text = """{"format": "hipcare-journal", "version": 1, "records": [
      null, {"id": "x", "kind": "goal", "data": {}}, {"id": "00000000-0000-4000-8000-00000000000a", "kind": "goal",
      "data": {"title": "fine"}}, {"id": "00000000-0000-4000-8000-00000000000b", "kind": "spy", "data": {}}]}"""

    restored: Any = phone.run("return j.backup.restoreBackup(j.pointer.currentAccount(), value)", text)

    assert restored == {"added": 1, "same": 0, "both": 0, "unreadable": 3}


def test_draft_is_kept_field_by_field(phone: JournalPhone) -> None:
    for field, text in (("note", "half a sen"), ("back", "4")):
        phone.run("await j.drafts.saveDraftField(null, 'check-in', ...value)", [field, text])
    phone.reopen()

    draft = phone.run("return j.drafts.readDraft(null, 'check-in')")

    assert draft["fields"] == {"note": "half a sen", "back": "4"}
