"""Two devices, two tabs, wrong clocks, and a browser that ends at any moment."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserType, expect

from tests.browser.conftest import CHROMIUM_ARGUMENTS, installed_chromium
from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.browser.until import until
from tests.faults import proxy
from tests.journal.live import Person, people
from tests.link import STALL, Link
from tests.server import Server, wait_until


def test_f24_two_devices_edit_one_record(phone: JournalPhone, tablet: JournalPhone, person: Person) -> None:
    record = phone.save(note="both")
    phone.wait_for_sync()
    tablet.sync()
    phone.context.set_offline(True)
    phone.save(record_id=record, note="phone")
    tablet.save(record_id=record, note="tablet")
    tablet.wait_for_sync()

    phone.context.set_offline(False)
    phone.sync()
    phone.wait_for_sync()
    tablet.sync()

    rows = {row["data"]["note"]: row for row in phone.rows()}
    assert rows.keys() == {"phone", "tablet"}
    assert (rows["tablet"]["id"], rows["phone"]["data"]["conflict_of"]) == (record, record)
    assert [device.notes() for device in (phone, tablet)] == [["phone", "tablet"]] * 2
    assert person.notes == ["phone", "tablet"]


def test_f24_edit_after_a_conflict_goes_on_in_the_copy(
    phone: JournalPhone, tablet: JournalPhone, person: Person
) -> None:
    record = phone.save(note="both")
    phone.wait_for_sync()
    tablet.sync()
    tablet.save(record_id=record, note="tablet")
    tablet.wait_for_sync()
    account = "j.pointer.currentAccount()"
    phone.run(
        f"""const at = j.moment.moment();
        await j.records.saveRecord({account}, "check-in", {{at, note: "one"}}, {{id: value}});
        await j.outbox.takeBatch({account}, 200);
        await j.records.saveRecord({account}, "check-in", {{at, note: "two"}}, {{id: value}});""",
        record,
    )

    phone.sync()
    phone.wait_for_sync()

    assert phone.notes() == ["tablet", "two"]
    assert person.notes == ["tablet", "two"]


def test_f24_same_edit_on_two_devices_is_no_conflict(phone: JournalPhone, tablet: JournalPhone) -> None:
    at = {"utc": "2026-11-21T09:00:00.000Z", "zone": "UTC", "offset": 0}
    record = phone.save(note="both", at=at)
    phone.wait_for_sync()
    tablet.sync()

    phone.save(record_id=record, note="same", at=at)
    phone.wait_for_sync()
    tablet.save(record_id=record, note="same", at=at)
    tablet.wait_for_sync()

    assert tablet.notes() == ["same"]


def test_f25_edit_of_what_the_other_deleted_is_kept(phone: JournalPhone, tablet: JournalPhone, person: Person) -> None:
    record = phone.save(note="both")
    phone.wait_for_sync()
    tablet.sync()
    phone.delete(record)
    phone.wait_for_sync()
    tablet.save(record_id=record, note="edited")

    tablet.wait_for_sync()
    phone.sync()

    assert [device.notes() for device in (phone, tablet)] == [["edited"]] * 2
    assert person.notes == ["edited"]


def test_f25_deletion_of_what_the_other_edited_is_not_done(phone: JournalPhone, tablet: JournalPhone) -> None:
    record = phone.save(note="both")
    phone.wait_for_sync()
    tablet.sync()
    phone.save(record_id=record, note="edited")
    phone.wait_for_sync()
    tablet.delete(record)

    tablet.wait_for_sync()

    assert tablet.notes() == ["edited"]


def test_f25_deletion_of_what_the_other_edited_is_not_done_when_it_is_sent_twice(
    phone: JournalPhone, tablet: JournalPhone, journal_link: Link
) -> None:
    record = tablet.save(note="both")
    tablet.wait_for_sync()
    phone.sync()
    tablet.save(record_id=record, note="edited")
    tablet.wait_for_sync()
    journal_link.rule = proxy.syncs(proxy.duplicate, times=1)

    phone.delete(record)
    phone.wait_for_sync()

    assert phone.notes() == ["edited"]


@pytest.mark.parametrize(
    "wrong",
    [timedelta(hours=-1), timedelta(hours=1), *(timedelta(days=days) for days in (-3, 400, -9000, 9000))],
    ids=str,
)
def test_f26_wrong_clock_decides_nothing(phone: JournalPhone, tablet: JournalPhone, wrong: timedelta) -> None:
    record = tablet.save(note="tablet, first")
    tablet.wait_for_sync()
    phone.page.clock.set_system_time(datetime.now(UTC) + wrong)
    phone.sync()
    phone.save(record_id=record, note="phone, second")
    phone.wait_for_sync()
    tablet.sync()
    tablet.save(record_id=record, note="tablet, third")
    tablet.wait_for_sync()
    phone.sync()

    assert phone.notes() == ["tablet, third"]


def test_f27_record_stays_on_its_day_when_its_owner_travels(
    phone_at: MakePhone, journal_site: Server, person: Person
) -> None:
    home = phone_at(journal_site, journal_site.url, person.key, timezone_id="Pacific/Auckland")
    home.page.clock.set_system_time("2026-04-04T13:30:00Z")
    home.sync()
    home.save(note="the night the clocks go back")
    home.wait_for_sync()
    away = phone_at(journal_site, journal_site.url, person.key, timezone_id="America/Los_Angeles")
    away.sync()

    [row] = away.rows()

    at = row["data"]["at"]
    assert (at["utc"][:16], at["zone"], at["offset"]) == ("2026-04-04T13:30", "Pacific/Auckland", 780)
    assert away.run("return j.moment.dayOf(value)", at) == "2026-04-05"


def test_f28_same_record_saved_twice_at_once_is_one(phone: JournalPhone, person: Person) -> None:
    phone.run(
        """const id = crypto.randomUUID(), data = {at: j.moment.moment(), note: "once"};
        await Promise.all([1, 2].map(() => j.handover.saveRecord("check-in", data, {id})));"""
    )
    phone.wait_for_sync()

    assert person.notes == ["once"]


def test_f29_page_closed_right_after_saved(phone: JournalPhone, person: Person, journal_link: Link) -> None:
    journal_link.down()
    phone.save(note="just before")
    phone.page.close()
    journal_link.up()

    phone.page = phone.open()
    phone.sync()
    phone.wait_for_sync()

    assert person.notes == ["just before"]


def test_f30_browser_killed_right_after_saved(
    browser_type: BrowserType, journal_site: Server, person: Person, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    options = {"executable_path": installed_chromium(), "args": list(CHROMIUM_ARGUMENTS)}
    context = browser_type.launch_persistent_context(profile, **options)  # type: ignore[arg-type]
    phone = JournalPhone(context, journal_site, journal_site.url)
    phone.sign_in(person.key)
    phone.sync()
    context.set_offline(True)
    phone.save(note="just before")
    account = phone.run("return j.pointer.currentAccount()")
    for pid in processes_of(profile):
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not processes_of(profile), 10)

    context = browser_type.launch_persistent_context(profile, **options)  # type: ignore[arg-type]
    phone = JournalPhone(context, journal_site, journal_site.url)
    [row] = phone.run("return j.records.listAll(value)", account)
    phone.sign_in(person.key)
    phone.sync()
    notes = phone.notes()
    context.close()

    assert (row["data"]["note"], notes, person.notes) == ("just before", ["just before"], ["just before"])


def processes_of(profile: Path) -> list[int]:
    """Return the processes of the browser that uses a profile."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            words = (folder / "cmdline").read_bytes() if folder.name.isdigit() else b""
        except OSError:
            continue
        if str(profile).encode() in words and b"type=" not in words:
            found.append(int(folder.name))
    return found


def test_f31_two_tabs_write_and_one_syncs_at_a_time(phone: JournalPhone, person: Person, journal_link: Link) -> None:
    second = phone.open()
    save = 'await j.handover.saveRecord("check-in", {at: j.moment.moment(), note: value})'
    for number in range(5):
        phone.run(save, f"one {number}")
        phone.run(save, f"two {number}", second)
    phone.wait_for_sync()

    expected = sorted(f"{tab} {number}" for tab in ("one", "two") for number in range(5))
    assert person.notes == expected
    assert phone.run("return (await j.records.listAll(j.pointer.currentAccount())).length", page=second) == 10


def test_f31_tab_that_is_left_in_the_middle_of_a_sync_holds_no_other_up(
    phone: JournalPhone, person: Person, journal_link: Link
) -> None:
    second = phone.open()
    journal_link.rule = proxy.syncs(STALL, times=1)
    with phone.page.expect_request("**/api/v1/sync"):
        phone.save(note="one")
    phone.run("void j.sync.syncNow()", page=second)
    until(second, "async () => (await navigator.locks.query()).pending.length === 1")

    phone.page.goto(f"{phone.url}/about/")

    wait_until(lambda: person.notes == ["one"], 20)


def test_f31_open_page_sends_what_a_closed_tab_left(phone: JournalPhone, person: Person) -> None:
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/", wait_until="networkidle")
    expect(page.locator("[data-line]")).to_contain_text("in your account")
    phone.page.route("**/api/**", lambda _route: None)  # closed before an answer
    phone.save(note="left")
    phone.page.close()

    wait_until(lambda: person.notes == ["left"], 30)


def test_f31_second_tab_hears_of_records(phone: JournalPhone) -> None:
    second = phone.open()
    phone.run("globalThis.heard = []; j.channel.onNews((news) => heard.push(news.about))", page=second)

    phone.save(note="from the first tab")

    until(second, "heard.includes('records')")


def test_f31_tabs_without_locks_take_turns(phone: JournalPhone, person: Person) -> None:
    phone.run("Object.defineProperty(navigator, 'locks', {value: undefined})")
    phone.save(note="without locks")
    phone.wait_for_sync()

    assert person.notes == ["without locks"]


def test_f55_thousand_records_go_in_batches(phone: JournalPhone, person: Person, journal_link: Link) -> None:
    phone.context.set_offline(True)
    phone.run(
        """const account = j.pointer.currentAccount();
        await Promise.all(Array.from({length: 1000}, (_, n) =>
          j.records.saveRecord(account, "check-in", {at: j.moment.moment(), note: String(n)})));"""
    )
    asked = len(journal_link.asked)

    phone.context.set_offline(False)
    phone.sync()
    phone.wait_for_sync(60)

    assert len(person.notes) == 1000
    assert [asked.address for asked in journal_link.asked[asked:]].count("/api/v1/sync") <= 8


def test_f20_server_killed_while_it_takes_a_batch(phone_at: MakePhone, own_site: Server, own_link: Link) -> None:
    key = people(own_site, "kim")["kim"]
    phone = phone_at(own_site, own_link.url, key)
    phone.sync()
    phone.context.set_offline(True)
    for number in range(5):
        phone.save(note=str(number))
    phone.context.set_offline(False)

    def kill(handler: object, body: bytes) -> None:
        own_site.kill()

    own_link.rule = proxy.syncs(kill, times=1)
    phone.sync()
    own_site.start()
    own_link.up()
    phone.wait_for_sync()

    assert Person("kim", key, own_site).notes == ["0", "1", "2", "3", "4"]


INTEGRITY = "from django.db import connection; print(connection.cursor().execute('PRAGMA integrity_check').fetchone())"


def test_f14_server_killed_and_what_was_sent_is_there(phone_at: MakePhone, own_site: Server) -> None:
    key = people(own_site, "kim")["kim"]
    phone = phone_at(own_site, own_site.url, key)
    phone.sync()
    phone.save(note="kept")
    phone.wait_for_sync()

    own_site.kill()
    own_site.start()

    assert Person("kim", key, own_site).notes == ["kept"]
    if not own_site.database_url:
        assert own_site.run_python(INTEGRITY).strip() == "('ok',)"
