"""What the network does to a sync: every record reaches the server once, and the count of waiting ones is true."""

from __future__ import annotations

import pytest

from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import Faults
from tests.faults import proxy
from tests.journal.live import Person
from tests.link import CAPTIVE, CUT, LOSE, REFUSE, STALL, Fate, Link
from tests.server import wait_until

FATES = {
    "f01_answer_lost": LOSE,
    "f02_request_lost": REFUSE,
    "f03_request_cut": proxy.cut_request,
    "f04_answer_cut": CUT,
    "f04_answer_garbage": proxy.GARBAGE,
    "f04_answer_empty": proxy.EMPTY,
    "f04_answer_says_nothing": proxy.NO_ANSWER_AT_ALL,
    "f04_answer_to_something_else": proxy.answers_nothing_asked,
    "f05_gateway_fails_after": proxy.GATEWAY_AFTER,
    "f06_sent_twice": proxy.duplicate,
    "f06_sent_twice_at_once": proxy.duplicate_at_once,
    "f09_captive_page": CAPTIVE,
    "f09_captive_redirect": proxy.CAPTIVE_REDIRECT,
    "f54_too_many": proxy.TOO_MANY,
    "f54_unavailable": proxy.UNAVAILABLE,
}


@pytest.fixture(autouse=True)
def dead_network(faults: Faults) -> None:
    """Accept what the browser says about a portal's redirect."""
    faults.allow("Refused to connect", "Content Security Policy")


@pytest.mark.parametrize("fate", FATES.values(), ids=FATES.keys())
def test_record_reaches_the_server_once_after(
    fate: str | Fate, phone: JournalPhone, person: Person, journal_link: Link
) -> None:
    journal_link.rule = proxy.syncs(fate, times=2)

    phone.save(note="one")
    phone.save(note="two")
    phone.wait_for_sync()

    assert person.notes == ["one", "two"]
    assert phone.notes() == ["one", "two"]


def test_f02_waiting_count_is_true_while_requests_are_lost(
    phone: JournalPhone, person: Person, journal_link: Link
) -> None:
    journal_link.down()

    phone.save(note="one")
    phone.save(note="two")
    status = phone.sync()

    assert (status["waiting"], status["trouble"]) == (2, "offline")
    journal_link.up()
    phone.wait_for_sync()
    assert person.notes == ["one", "two"]


def test_f04_half_an_answer_is_no_answer(phone: JournalPhone, person: Person, journal_link: Link) -> None:
    journal_link.rule = proxy.syncs(CUT)

    phone.save(note="one")
    status = phone.sync()

    assert status["waiting"] == 1
    assert person.notes == ["one"]


def test_f07_late_copies_neither_undo_an_edit_nor_a_deletion(
    phone: JournalPhone, tablet: JournalPhone, journal_link: Link
) -> None:
    late = proxy.LateCopies()
    journal_link.rule = proxy.syncs(late)
    edited, deleted = phone.save(note="first"), phone.save(note="gone")
    phone.wait_for_sync()
    phone.save(record_id=edited, note="second")
    phone.delete(deleted)
    phone.wait_for_sync()

    for deliver in late.copies:
        deliver()
    tablet.sync()

    assert tablet.notes() == ["second"]


def test_f08_requests_that_overtake_each_other_lose_nothing(
    phone: JournalPhone, tablet: JournalPhone, journal_link: Link
) -> None:
    late = proxy.LateCopies()
    journal_link.rule = proxy.syncs(late)
    for note in ("one", "two", "three"):
        phone.save(note=note)
        phone.wait_for_sync()

    for deliver in reversed(late.copies):
        deliver()
    tablet.sync()

    assert tablet.notes() == ["one", "three", "two"]


def test_f10_hanging_server_ends_in_a_try_again(phone: JournalPhone, person: Person, journal_link: Link) -> None:
    phone.run("const real = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = (ms) => real(ms / 40)")
    journal_link.rule = proxy.syncs(STALL, times=1)

    phone.save(note="one")
    wait_until(lambda: phone.status()["trouble"] == "offline", 10)
    phone.save(note="two")
    phone.wait_for_sync()

    assert person.notes == ["one", "two"]


def test_f11_dead_network_that_calls_itself_online(phone: JournalPhone, person: Person, journal_link: Link) -> None:
    journal_link.down()
    phone.save(note="one")

    status = phone.sync()

    assert (phone.run("return navigator.onLine"), status["waiting"]) == (True, 1)
    journal_link.up()
    phone.wait_for_sync()
    assert person.notes == ["one"]


def test_f12_writes_and_reads_go_on_offline_and_sync_begins_when_online(phone: JournalPhone, person: Person) -> None:
    phone.run("await j.sync.startSync()")
    phone.context.set_offline(True)
    phone.save(note="one")

    assert (phone.sync()["waiting"], phone.notes()) == (1, ["one"])
    phone.context.set_offline(False)
    phone.wait_for_sync()
    assert person.notes == ["one"]


def test_f13_flapping_link(phone: JournalPhone, tablet: JournalPhone, person: Person, journal_link: Link) -> None:
    journal_link.rule = proxy.storm(seed=13)
    for number in range(12):
        phone.save(note=f"{number:02}")
    journal_link.up()

    phone.wait_for_sync(60)

    assert person.notes == [f"{number:02}" for number in range(12)]


@pytest.mark.parametrize(("asked", "waited"), [(600, 600), (86_400, 3_600)])
def test_f54_wait_that_is_asked_for_is_kept_up_to_an_hour(phone: JournalPhone, asked: int, waited: int) -> None:
    seconds = phone.run("return j.trouble.backOff(0, value)", asked) / 1000

    assert waited <= seconds <= waited * 1.25


def test_f54_server_says_how_long_to_wait(phone: JournalPhone, journal_link: Link) -> None:
    journal_link.rule = proxy.syncs(proxy.answer_with(503, "text/html", b"", Retry_After="600"))
    phone.save(note="one")
    phone.sync()
    asked = len(journal_link.asked)

    # Longer than the first waits without that header.
    phone.run("await new Promise((resolve) => setTimeout(resolve, 2500))")

    assert len(journal_link.asked) == asked
    assert phone.status()["trouble"] == "busy"
