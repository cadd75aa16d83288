"""Whose journal: sessions that end, people who follow each other on one phone, accounts that are deleted."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.browser.until import until
from tests.faults import proxy
from tests.journal.live import Person, people
from tests.link import Link
from tests.server import Server, wait_until

DATABASES = "return (await indexedDB.databases()).map((database) => database.name).sort()"


def test_f33_lost_session_keeps_everything_and_goes_on_after_signing_in(phone: JournalPhone, person: Person) -> None:
    phone.lose_session()
    phone.save(note="waits")

    status = phone.sync()

    assert (status["trouble"], status["waiting"], phone.notes()) == ("signed-out", 1, ["waits"])
    phone.sign_in(person.key)
    assert phone.sync()["trouble"] is None
    assert person.notes == ["waits"]


def test_f33_session_that_expired_in_days_without_a_network_keeps_everything(
    phone: JournalPhone, person: Person
) -> None:
    phone.context.set_offline(True)
    for day in (1, 2):
        phone.save(note=f"day {day}")
    person.server.run_python(
        "from datetime import timedelta; from django.contrib.sessions.models import Session; from django.db.models "
        f"import F; Session.objects.filter(session_key='{person.key}').update("
        "expire_date=F('expire_date') - timedelta(days=61))"
    )
    phone.context.set_offline(False)

    status = phone.sync()

    assert (status["trouble"], status["waiting"], phone.notes()) == ("signed-out", 2, ["day 1", "day 2"])
    again = Person(person.name, people(person.server, person.name)[person.name], person.server)
    phone.sign_in(again.key)
    assert phone.sync()["trouble"] is None
    phone.wait_for_sync()
    assert again.notes == ["day 1", "day 2"]


def test_f34_somebody_else_signs_in_and_neither_sees_nor_sends_it(
    phone: JournalPhone, person: Person, other: Person
) -> None:
    phone.lose_session()
    phone.save(note="private")

    phone.sign_in(other.key)
    phone.sync()
    assert (phone.notes(), other.notes) == ([], [])

    phone.sign_in(person.key)
    phone.sync()
    phone.wait_for_sync()
    assert (phone.notes(), person.notes, other.notes) == (["private"], ["private"], [])


def test_f34_session_that_changes_hands_during_a_sync_sends_nothing(
    phone: JournalPhone, other: Person, journal_link: Link
) -> None:
    def change_hands(handler: object, body: bytes) -> None:
        handler.headers.replace_header("Cookie", f"session={other.key}; csrf={'t' * 32}")
        handler.headers.replace_header("X-CSRFToken", "t" * 32)
        proxy.duplicate(handler, body)

    phone.context.set_offline(True)
    phone.save(note="private")
    journal_link.rule = proxy.syncs(change_hands)
    phone.context.set_offline(False)

    status = phone.sync()

    assert status["trouble"] == "other-account"
    assert (phone.notes(), other.notes) == (["private"], [])


def test_f35_stale_csrf_token_is_fetched_once_and_sent_again(phone: JournalPhone, person: Person) -> None:
    phone.context.clear_cookies(name="csrf")
    phone.save(note="one")
    phone.wait_for_sync()

    assert person.notes == ["one"]


def test_f35_token_that_is_never_right_ends_in_a_message(phone: JournalPhone, journal_link: Link) -> None:
    refusal = b'{"status": 403, "code": "csrf"}'
    journal_link.rule = proxy.syncs(proxy.answer_with(403, "application/problem+json", refusal))
    phone.save(note="one")

    status = phone.sync()

    assert (status["trouble"], status["waiting"]) == ("forbidden", 1)


def test_f36_password_changed_elsewhere_wipes_nothing(phone: JournalPhone, person: Person) -> None:
    person.server.run_python(
        f"from apps.core.models import User; u = User.objects.get(email='{person.email}'); "
        "u.set_password('another password'); u.save()"
    )
    phone.save(note="waits")

    status = phone.sync()

    assert (status["trouble"], status["waiting"], phone.notes()) == ("signed-out", 1, ["waits"])


def test_f37_sign_out_tells_what_would_be_lost(phone: JournalPhone) -> None:
    phone.context.set_offline(True)
    phone.save(note="one")
    phone.save(note="two")

    assert phone.run("return j.account.prepareSignOut()") == 2
    assert phone.notes() == ["one", "two"]


def test_f38_sign_out_offline_is_told_to_the_server_before_anything_else(
    phone: JournalPhone, person: Person, journal_link: Link
) -> None:
    phone.save(note="one")
    phone.wait_for_sync()
    phone.context.set_offline(True)
    assert phone.run("return j.account.signOut()") is False
    assert phone.run(DATABASES) == []
    asked = len(journal_link.asked)

    phone.context.set_offline(False)
    phone.sync()

    assert [(asked.method, asked.status) for asked in journal_link.asked[asked:]][:2] == [("GET", 200), ("DELETE", 204)]
    assert phone.run("return (await j.session.askSession()).signed_in") is False
    assert phone.rows() == []


def test_f39_nothing_of_one_person_is_left_for_the_next(phone: JournalPhone, other: Person) -> None:
    phone.save(note="private")
    phone.run("await j.drafts.saveDraftField(j.pointer.currentAccount(), 'check-in', 'note', 'private too')")
    phone.wait_for_sync()
    phone.run("await j.account.signOut()")

    phone.sign_in(other.key)
    phone.reopen()
    phone.sync()

    assert (phone.notes(), len(phone.run(DATABASES))) == ([], 1)
    assert "private" not in phone.run(
        "return JSON.stringify(localStorage) + await j.backup.makeBackup(j.pointer.currentAccount())"
    )
    assert phone.run("return j.drafts.readDraft(j.pointer.currentAccount(), 'check-in')") is None


def test_f39_what_was_sent_goes_when_somebody_else_signs_in(phone: JournalPhone, other: Person) -> None:
    phone.save(note="private")
    phone.wait_for_sync()
    before = phone.run(DATABASES)
    phone.sign_in(other.key)

    phone.sync()

    assert len(phone.run(DATABASES)) == 1
    assert phone.run(DATABASES) != before


def test_f40_page_that_the_browser_brings_back_is_loaded_anew(phone: JournalPhone, journal_site: Server) -> None:
    phone.run("j['watch-account'].watchAccount(); globalThis.old = true")
    phone.page.goto(phone.url + "/healthz")
    tab = phone.open()
    phone.run("await j.account.signOut()", page=tab)
    tab.close()

    phone.page.go_back()

    until(phone.page, "globalThis.old === undefined")


@pytest.mark.parametrize("address", ["/api/v1/session", "/api/v1/sync"])
def test_f40_answer_that_a_sign_out_overtook_brings_nothing_back(
    phone: JournalPhone, tablet: JournalPhone, journal_link: Link, address: str
) -> None:
    tablet.save(note="private")
    tablet.wait_for_sync()
    journal_link.rule = proxy.next_to(address, proxy.answer_late)
    with phone.page.expect_request(f"**{address}"):
        phone.run("globalThis.tried = j.sync.syncNow()")
    phone.run("globalThis.told = j.account.signOut()")
    until(phone.page, "!localStorage.getItem('hipcare:account')")

    journal_link.release()

    phone.run("await tried; await told")
    assert phone.run("return j.pointer.currentAccount()") is None
    assert phone.run(DATABASES) == []


def test_f40_other_tabs_are_loaded_anew_after_a_sign_out(phone: JournalPhone) -> None:
    second = phone.open()
    phone.run("j['watch-account'].watchAccount(); globalThis.old = true", page=second)

    phone.run("await j.account.signOut()")

    until(second, "globalThis.old === undefined")


def test_records_of_nobody_are_adopted_and_reach_the_server(
    phone_at: MakePhone, journal_site: Server, person: Person
) -> None:
    phone = phone_at(journal_site, journal_site.url)
    phone.save(note="before signing in")
    phone.save("profile", cautions=["knee-pain"])
    phone.sign_in(person.key)
    phone.sync()

    assert phone.run("return [await j.account.countUnclaimed(), await j.account.mustAskToAdopt()]") == [2, False]
    phone.run("await j.account.adoptUnclaimed()")
    phone.wait_for_sync()

    assert person.notes == ["", "before signing in"]
    assert phone.run("return j.account.countUnclaimed()") == 0


def test_account_with_records_is_asked_before_adopting(phone: JournalPhone, tablet: JournalPhone) -> None:
    tablet.save(note="there already")
    tablet.wait_for_sync()
    phone.run("await j.records.saveRecord(null, 'check-in', {at: j.moment.moment(), note: 'nobody'})")
    phone.sync()

    assert phone.run("return j.account.mustAskToAdopt()") is True


def test_adoption_that_was_cut_short_goes_on(phone: JournalPhone, person: Person) -> None:
    phone.run(
        """const data = {at: j.moment.moment(), note: "once"};
        const row = await j.records.saveRecord(null, "check-in", data);
        await j.records.saveRecord(j.pointer.currentAccount(), "check-in", data, {id: row.id});
        await j.account.adoptUnclaimed();"""
    )
    phone.wait_for_sync()

    assert person.notes == ["once"]


def test_f57_deleted_account_is_erased_from_the_phone_and_not_made_again(phone: JournalPhone, other: Person) -> None:
    phone.save(note="sent")
    phone.wait_for_sync()
    phone.context.set_offline(True)
    phone.save(note="not sent")
    account = phone.run("return j.pointer.currentAccount()")
    delete = f"from apps.journal.models import Journal; Journal.objects.get(account='{account}').owner.delete()"
    phone.server.run_python(delete)

    phone.context.set_offline(False)
    phone.sync()

    assert phone.run(DATABASES + ".filter((name) => name !== 'hipcare-journal')") == []
    assert phone.rows() == []


def test_erased_health_data_is_erased_on_every_device(
    phone: JournalPhone, tablet: JournalPhone, person: Person
) -> None:
    phone.save(note="sent")
    phone.wait_for_sync()
    tablet.context.set_offline(True)
    tablet.save(note="not sent")
    erase = (
        "from apps.core.models import User; from apps.journal.services.personal_data import erase_health_data; "
        f"erase_health_data(owner=User.objects.get(email='{person.email}'))"
    )
    person.server.run_python(erase)
    tablet.context.set_offline(False)

    for device in (phone, tablet):
        device.sync()

    assert [device.rows() for device in (phone, tablet)] == [[], []]
    assert person.notes == []
    phone.save(note="a new beginning")
    phone.wait_for_sync()
    tablet.sync()
    assert tablet.notes() == ["a new beginning"]


@pytest.mark.parametrize("status", [403, 404])
def test_f53_refused_for_ever_is_shown_and_not_tried_hotly(
    phone: JournalPhone, journal_link: Link, status: int
) -> None:
    refusal = b'{"status": %d}' % status
    journal_link.rule = proxy.syncs(proxy.answer_with(status, "application/problem+json", refusal))
    phone.save(note="waits")
    told = phone.sync()
    asked = len(journal_link.asked)

    phone.run("await new Promise((resolve) => setTimeout(resolve, 2500))")

    assert (told["trouble"], told["waiting"], len(journal_link.asked)) == ("forbidden", 1, asked)
    assert "waits" in phone.run("return j.backup.makeBackup(j.pointer.currentAccount())")


def test_f52_refused_record_is_shown_mended_and_sent(phone: JournalPhone, person: Person) -> None:
    poison = phone.save(note="poison", back=11)
    phone.save(note="fine")
    phone.wait_for_sync()

    status = phone.status()
    [entry] = phone.entries()
    assert (status["waiting"], status["refused"], person.notes) == (0, 1, ["fine"])
    assert (entry["id"], entry["refused"][0]["field"]) == (poison, "back")
    phone.save(record_id=poison, note="mended", back=10)
    phone.wait_for_sync()
    assert person.notes == ["fine", "mended"]


def test_f52_change_that_spoils_the_whole_request_is_found_and_set_aside(phone: JournalPhone, person: Person) -> None:
    phone.context.set_offline(True)
    for note in ("one", "two", "three"):
        phone.save(note=note)
    phone.run(
        """await j.records.saveRecord(j.pointer.currentAccount(), "check-in",
          {at: j.moment.moment(), note: "spoils"}, {id: "no uuid"})"""
    )
    phone.context.set_offline(False)

    phone.sync()
    phone.wait_for_sync()

    assert person.notes == ["one", "three", "two"]
    assert phone.status()["refused"] == 1


def test_f50_page_that_is_too_old_is_told_and_keeps_its_outbox(phone: JournalPhone, journal_link: Link) -> None:
    refusal = b'{"status": 426, "code": "update"}'
    journal_link.rule = proxy.syncs(proxy.answer_with(426, "application/problem+json", refusal))
    phone.save(note="waits")

    status = phone.sync()

    assert (status["trouble"], status["waiting"]) == ("update", 1)


def test_f59_id_of_somebody_elses_record_works_and_touches_nothing(
    phone: JournalPhone, person: Person, other: Person, phone_at: MakePhone
) -> None:
    theirs = phone.save(note="theirs")
    phone.wait_for_sync()
    stranger = phone_at(phone.server, phone.server.url, other.key)
    stranger.sync()

    stranger.save(record_id=theirs, note="mine")
    stranger.save(note="after it")
    stranger.wait_for_sync()

    assert (person.notes, other.notes) == (["theirs"], ["after it", "mine"])


def test_f22_server_that_says_restored_again_and_again_is_left_in_peace_and_nothing_is_lost(
    phone: JournalPhone, person: Person, journal_link: Link
) -> None:
    def restored(handler: Any, body: bytes) -> None:
        asked = json.loads(body)
        answer = {"epoch": asked["epoch"], "cursor": None, "more": True, "results": [], "changes": []}
        text = json.dumps({**answer, "resync": "restored"}).encode()
        proxy.answer_with(200, "application/json", text)(handler, body)

    phone.save(note="kept")
    phone.wait_for_sync()
    before = len(journal_link.asked)
    journal_link.rule = proxy.syncs(restored)

    status = phone.sync()

    assert (status["trouble"], phone.notes()) == ("busy", ["kept"])
    assert journal_link.addresses(before).count("/api/v1/sync") <= 3  # one finds out, one compares; one may follow
    journal_link.up()
    wait_until(lambda: phone.sync()["trouble"] is None, 20)
    assert (phone.notes(), person.notes) == (["kept"], ["kept"])


def test_f22_restored_backup_gets_back_what_it_lost(phone_at: MakePhone, own_site: Server) -> None:
    if own_site.database_url:
        pytest.skip("copies the file of SQLite")
    key = people(own_site, "kim")["kim"]
    phone, tablet = (phone_at(own_site, own_site.url, key) for _ in range(2))
    phone.sync()
    edited, deleted, _ = (phone.save(note=note) for note in ("first", "deleted", "kept"))
    phone.wait_for_sync()
    tablet.sync()
    own_site.stop()
    backup = {path: path.read_bytes() for path in own_site.data_dir.glob("hipcare.sqlite3*")}
    own_site.start()
    phone.save(record_id=edited, note="second")
    phone.delete(deleted)
    phone.save(note="lost by the server")
    phone.wait_for_sync()
    own_site.stop()
    for path in own_site.data_dir.glob("hipcare.sqlite3*"):
        path.unlink()
    for path, body in backup.items():
        path.write_bytes(body)
    own_site.start()
    phone.save(note="made since")

    phone.wait_for_sync()
    phone.sync()
    tablet.sync()

    notes = ["kept", "lost by the server", "made since", "second"]
    assert (phone.notes(), Person("kim", key, own_site).notes, tablet.notes()) == (notes, notes, notes)
