"""Cursors, long pulls, and beginning again after a restored backup or an erasure."""

from __future__ import annotations

from typing import Any

import pytest

from apps.core.epoch import change_epoch
from apps.core.models import User
from apps.core.registries import personal_data
from apps.journal.messages import MOST_ANSWER_BYTES, MOST_CHANGES
from apps.journal.models import Journal, Operation, Record
from apps.journal.services.personal_data import erase_health_data
from tests.journal.devices import FakePhone, change, check_in


def test_long_pull_comes_in_pages_and_is_whole(phone: FakePhone, tablet: FakePhone) -> None:
    for _ in range(3):
        phone.sync(*[change(check_in()) for _ in range(MOST_CHANGES)])

    first = tablet.sync()

    assert (len(first["changes"]), first["more"], len(tablet.records)) == (MOST_CHANGES, True, 3 * MOST_CHANGES)


def test_page_ends_where_it_gets_heavy(phone: FakePhone, tablet: FakePhone) -> None:
    size = 50_000
    for _ in range(2):
        phone.sync(*[change(check_in(more="x" * size)) for _ in range(12)])

    first = tablet.sync()

    assert (len(first["changes"]), len(tablet.records)) == (MOST_ANSWER_BYTES // size + 1, 24)


def test_cursor_brings_only_what_is_new(phone: FakePhone, tablet: FakePhone) -> None:
    phone.sync(change(check_in()))
    tablet.sync()
    new = change(check_in(back=7))
    phone.sync(new)

    assert [record["id"] for record in tablet.sync()["changes"]] == [new["id"]]


def test_cursor_holds_after_its_record_was_changed_again(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in())
    phone.sync(first)
    tablet.sync()
    phone.sync(change(check_in(back=9), id=first["id"], base=1))

    assert tablet.sync()["resync"] is None


@pytest.fixture
def backup(alice: User) -> Any:
    """Return a function that puts alice's journal back as it was when the function was asked for."""

    def take() -> Any:
        rows = [list(model.objects.all()) for model in (Journal, Record, Operation)]

        def restore() -> None:
            for model, old in zip((Journal, Record, Operation), rows, strict=True):
                model.objects.all().delete()
                model.objects.bulk_create(old)

        return restore

    return take


def test_f22_restored_backup_is_noticed_though_nobody_tells(phone: FakePhone, backup: Any) -> None:
    phone.sync(change(check_in(back=1)))
    restore = backup()
    phone.sync(change(check_in(back=2)))
    restore()

    answer = phone.post(change(check_in(back=3))).json()

    assert (answer["resync"], answer["results"]) == ("restored", [])


def test_f22_reused_revision_number_is_not_mistaken(phone: FakePhone, tablet: FakePhone, backup: Any) -> None:
    tablet.sync(change(check_in(back=1)))
    restore = backup()
    phone.sync(change(check_in(back=2)))
    restore()
    tablet.sync(change(check_in(back=3)))

    answer = phone.post().json()

    assert answer["resync"] == "restored"


def test_f22_loss_of_own_changes_is_noticed_in_the_middle_of_a_long_pull(
    phone: FakePhone, tablet: FakePhone, backup: Any
) -> None:
    tablet.sync(*[change(check_in()) for _ in range(MOST_CHANGES)])
    tablet.sync(change(check_in()))
    restore = backup()
    answer = phone.post(change(check_in(back=9))).json()
    assert answer["more"] is True
    phone.epoch, phone.cursor = answer["epoch"], answer["cursor"]
    restore()

    assert phone.post().json()["resync"] == "restored"


def test_f22_restore_that_is_told_begins_everybody_anew(phone: FakePhone) -> None:
    phone.sync(change(check_in()))
    change_epoch()

    assert phone.post().json()["resync"] == "restored"


def test_erasure_is_told_and_nothing_that_was_unsent_is_taken(phone: FakePhone, alice: User) -> None:
    phone.sync(change(check_in()))
    erase_health_data(owner=alice)

    answer = phone.post(change(check_in())).json()

    assert (answer["resync"], Record.objects.count()) == ("erased", 0)


def test_erased_phone_goes_on_with_the_new_epoch(phone: FakePhone, alice: User) -> None:
    phone.sync(change(check_in()))
    erase_health_data(owner=alice)
    phone.epoch, phone.cursor = phone.post().json()["epoch"], None
    phone.records.clear()

    [result] = phone.sync(change(check_in(back=8)))["results"]

    assert (result["status"], phone.data()) == ("applied", [check_in(back=8)])


def test_erasure_after_a_restore_is_still_an_erasure(phone: FakePhone, alice: User) -> None:
    phone.sync(change(check_in()))
    change_epoch()
    erase_health_data(owner=alice)

    assert phone.post().json()["resync"] == "erased"


def test_export_holds_all_that_is_alice_s_and_nothing_of_bob_s(
    phone: FakePhone, bobs_phone: FakePhone, alice: User
) -> None:
    kept, gone = change(check_in(note="mine")), change(check_in(note="deleted"))
    phone.sync(kept, gone)
    phone.sync(change(id=gone["id"], base=2))
    bobs_phone.sync(change(check_in(note="bob's")))
    [journal] = [part for part in personal_data if part.name == "journal"]

    assert journal.export(owner=alice) == [
        {
            "id": kept["id"], "kind": "check-in", "revision": 1, "changed_at": "2026-11-21T09:30:00.000Z",
            "deleted": False, "data": check_in(note="mine"),
        }
    ]  # fmt: skip


def test_erasure_leaves_other_people_alone(phone: FakePhone, bobs_phone: FakePhone, alice: User) -> None:
    phone.sync(change(check_in()))
    bobs_phone.sync(change(check_in()))

    [journal] = [part for part in personal_data if part.name == "journal"]
    journal.erase(owner=alice)

    assert list(Record.objects.values_list("owner__name", flat=True)) == ["Bob"]


@pytest.mark.parametrize("count", [1, 3])
def test_pull_asks_as_often_for_three_records_as_for_one(
    phone: FakePhone, tablet: FakePhone, count: int, django_assert_max_num_queries: Any
) -> None:
    phone.sync(*[change(check_in()) for _ in range(count)])

    with django_assert_max_num_queries(18):
        tablet.sync()
