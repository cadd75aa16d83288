"""What becomes of the changes that phones send."""

from __future__ import annotations

import pytest

from apps.journal.enums import PROFILE_ID
from tests.journal.devices import FakePhone, change, check_in, moment


def test_record_of_one_phone_reaches_the_other(phone: FakePhone, tablet: FakePhone) -> None:
    sent = change(check_in(note="Stairs were easier"))

    answer = phone.sync(sent)
    tablet.sync()

    assert answer["results"] == [
        {"op": sent["op"], "id": sent["id"], "status": "applied", "revision": 1, "errors": [], "conflict_copy": None}
    ]
    assert tablet.data() == [check_in(note="Stairs were easier")]


def test_f06_same_op_twice_is_one_record_with_the_same_answer(phone: FakePhone) -> None:
    sent = change(check_in())

    [first] = phone.sync(sent)["results"]
    [second] = phone.sync(sent)["results"]

    assert second == {**first, "status": "duplicate"}
    assert len(phone.records) == 1


def test_f06_deletion_that_was_not_done_is_answered_so_again(phone: FakePhone, tablet: FakePhone) -> None:
    record = change(check_in(note="both"))
    phone.sync(record)
    tablet.sync()
    phone.sync(change(check_in(note="phone"), id=record["id"], base=1))
    deletion = change(id=record["id"], base=1)

    [first] = tablet.sync(deletion)["results"]
    [second] = tablet.sync(deletion)["results"]

    assert (first["status"], first["conflict_copy"]) == ("conflict", None)
    assert second == first


def test_f07_late_copy_of_an_edit_changes_nothing(phone: FakePhone) -> None:
    first = change(check_in(back=1))
    phone.sync(first)
    phone.sync(change(check_in(back=2), id=first["id"], base=1))

    phone.sync(first)

    assert phone.data() == [check_in(back=2)]


def test_f07_late_copy_does_not_bring_a_deleted_record_back(phone: FakePhone) -> None:
    first = change(check_in())
    phone.sync(first)
    phone.sync(change(id=first["id"], base=1))

    phone.sync(first)

    assert phone.data() == []


def test_f24_two_devices_edit_one_record_and_both_versions_stay(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in(note="both"))
    phone.sync(first)
    tablet.sync()
    phone.sync(change(check_in(note="phone"), id=first["id"], base=1))

    [result] = tablet.sync(change(check_in(note="tablet"), id=first["id"], base=1))["results"]

    assert (result["status"], result["revision"]) == ("conflict", 3)
    assert tablet.records[first["id"]]["data"] == check_in(note="phone")
    assert tablet.records[result["conflict_copy"]]["data"] == check_in(note="tablet", conflict_of=first["id"])


def test_f24_same_content_is_no_conflict(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in(back=1))
    phone.sync(first)
    tablet.sync()
    phone.sync(change(check_in(back=5), id=first["id"], base=1))

    [result] = tablet.sync(change(check_in(back=5), id=first["id"], base=1))["results"]

    assert (result["status"], result["revision"], result["conflict_copy"]) == ("applied", 2, None)


def test_f25_edit_of_a_deleted_record_comes_back_as_a_conflict_copy(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in())
    phone.sync(first)
    tablet.sync()
    phone.sync(change(id=first["id"], base=1))

    [result] = tablet.sync(change(check_in(back=9), id=first["id"], base=1))["results"]

    assert result["status"] == "conflict"
    assert tablet.data() == [check_in(back=9, conflict_of=first["id"])]
    assert tablet.records[first["id"]]["deleted"] is True


def test_f25_deletion_against_an_unseen_edit_is_not_done(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in())
    phone.sync(first)
    tablet.sync()
    phone.sync(change(check_in(back=9), id=first["id"], base=1))

    [result] = tablet.sync(change(id=first["id"], base=1))["results"]

    assert (result["status"], result["revision"], result["conflict_copy"]) == ("conflict", 2, None)
    assert tablet.data() == [check_in(back=9)]


def test_undone_deletion_brings_the_record_back_under_its_id(phone: FakePhone) -> None:
    first = change(check_in())
    phone.sync(first)
    phone.sync(change(id=first["id"], base=1))

    [result] = phone.sync(change(check_in(), id=first["id"], base=2))["results"]

    assert (result["status"], result["revision"]) == ("applied", 3)
    assert phone.records[first["id"]]["data"] == check_in()


def test_deleted_record_leaves_id_and_revision_only(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in(note="private"))
    phone.sync(first)
    phone.sync(change(id=first["id"], base=1))

    tablet.sync()

    assert tablet.records[first["id"]] == {
        "id": first["id"], "kind": "", "revision": 2, "changed_at": None, "deleted": True, "data": None,
    }  # fmt: skip


def test_changes_of_one_record_in_a_batch_build_on_each_other(phone: FakePhone) -> None:
    first = change(check_in(back=1))
    second = change(check_in(back=2), id=first["id"])
    third = change(id=first["id"])

    results = phone.sync(first, second, third)["results"]

    assert [(result["status"], result["revision"]) for result in results] == [
        ("applied", 1), ("applied", 2), ("applied", 3),
    ]  # fmt: skip
    assert phone.data() == []


def test_batch_sent_again_after_a_lost_answer_goes_on_where_it_was(phone: FakePhone) -> None:
    first = change(check_in(back=1))
    second = change(check_in(back=2), id=first["id"])
    phone.post(first)

    results = phone.sync(first, second)["results"]

    assert [(result["status"], result["revision"]) for result in results] == [("duplicate", 1), ("applied", 2)]


def test_edit_after_a_conflict_in_one_batch_goes_to_the_copy(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in(note="both"))
    phone.sync(first)
    tablet.sync()
    phone.sync(change(check_in(note="phone"), id=first["id"], base=1))

    results = tablet.sync(
        change(check_in(note="one"), id=first["id"], base=1),
        change(check_in(note="two"), id=first["id"], base=1),
    )["results"]

    assert [result["status"] for result in results] == ["conflict", "conflict"]
    assert results[0]["conflict_copy"] == results[1]["conflict_copy"]
    assert tablet.data() == [check_in(note="phone"), check_in(note="two")]


def test_edit_after_a_refused_deletion_overwrites_nothing(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in(note="both"))
    phone.sync(first)
    tablet.sync()
    phone.sync(change(check_in(note="phone"), id=first["id"], base=1))

    tablet.sync(
        change(id=first["id"], base=1),
        change(check_in(note="tablet"), id=first["id"], base=1),
    )

    assert tablet.data() == [check_in(note="phone"), check_in(note="tablet", conflict_of=first["id"])]


def test_f52_one_bad_change_does_not_block_the_others(phone: FakePhone) -> None:
    results = phone.sync(change(check_in(back=11)), change(check_in(back=3)))["results"]

    assert [result["status"] for result in results] == ["invalid", "applied"]
    assert results[0]["errors"] == [
        {"field": "back", "code": "less_than_equal", "message": "Input should be less than or equal to 10"}
    ]
    assert phone.data() == [check_in(back=3)]


def test_mended_change_is_taken_after_it_was_invalid(phone: FakePhone) -> None:
    bad = change(check_in(back=11))
    phone.sync(bad)

    [result] = phone.sync({**bad, "data": check_in(back=10)})["results"]

    assert result["status"] == "applied"


def test_record_keeps_its_kind(phone: FakePhone) -> None:
    first = change(check_in())
    phone.sync(first)

    [result] = phone.sync(change({"title": "Walk"}, kind="goal", id=first["id"], base=1))["results"]

    assert (result["status"], result["errors"][0]["field"]) == ("invalid", "kind")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": "diary"}, "kind"),
        ({"base_revision": -1}, "base_revision"),
        ({"base_revision": "1"}, "base_revision"),
        ({"changed_at": "yesterday"}, "changed_at"),
        ({"changed_at": "0001-01-01T00:00:00+14:00"}, "changed_at"),
        ({"changed_at": "2026-11-21T09:30:00"}, "changed_at"),
        ({"deleted": "yes"}, "deleted"),
        ({"data": "pain"}, "data"),
        ({"data": None}, "data"),
    ],
)
def test_malformed_change_is_refused_with_its_field(phone: FakePhone, fields: dict[str, object], field: str) -> None:
    [result] = phone.sync({**change(check_in()), **fields})["results"]

    assert (result["status"], result["errors"][0]["field"]) == ("invalid", field)


def test_unknown_fields_come_back(phone: FakePhone, tablet: FakePhone) -> None:
    data = check_in(weather={"sun": True, "wind": [1, 2.5]})

    phone.sync(change(data))
    tablet.sync()

    assert tablet.data() == [data]


def test_f22_record_that_the_server_lost_is_made_again(phone: FakePhone) -> None:
    [result] = phone.sync(change(check_in(), base=41))["results"]

    assert (result["status"], result["revision"]) == ("applied", 1)


def test_f22_same_conflict_sent_by_two_phones_makes_one_copy(phone: FakePhone, tablet: FakePhone) -> None:
    first = change(check_in(back=1))
    phone.sync(first)

    [one] = phone.sync(change(check_in(back=2), id=first["id"]))["results"]
    [other] = tablet.sync(change(check_in(back=2), id=first["id"]))["results"]

    assert one["conflict_copy"] == other["conflict_copy"]
    assert phone.data() == [check_in(back=1), check_in(back=2, conflict_of=first["id"])]


class TestProfile:
    """One record an owner, merged field by field."""

    def test_fields_of_two_devices_are_merged(self, phone: FakePhone, tablet: FakePhone) -> None:
        phone.sync(profile(mobility="low", pace="slow"))
        tablet.sync(profile(pace="quick"))
        phone.sync()

        assert phone.data() == [{"mobility": "low", "pace": "quick"}]

    def test_cautions_of_two_devices_are_united(self, phone: FakePhone, tablet: FakePhone) -> None:
        phone.sync(profile(cautions=["knee-pain"]))
        tablet.sync(profile(cautions=["pregnancy"]))
        phone.sync()

        assert phone.data() == [{"cautions": ["knee-pain", "pregnancy"]}]

    def test_caution_is_taken_away_by_who_has_seen_it(self, phone: FakePhone) -> None:
        phone.sync(profile(cautions=["knee-pain", "pregnancy"]))
        phone.sync(profile(base=1, cautions=["knee-pain"]))

        assert phone.data() == [{"cautions": ["knee-pain"]}]

    def test_profile_has_an_id_of_its_own(self, phone: FakePhone) -> None:
        results = phone.sync(change({}, kind="profile"), change(check_in(), id=str(PROFILE_ID)))["results"]

        assert [result["errors"][0]["field"] for result in results] == ["id", "id"]


def profile(base: int | None = None, **data: object) -> dict[str, object]:
    """Return a change of the profile."""
    return change(data, kind="profile", id=str(PROFILE_ID), base=base)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("session", {"at": moment(), "seconds": 300, "outcome": "done", "moves": []}),
        ("sit", {"at": moment(), "comfort": 6}),
        ("break", {"at": moment(), "outcome": "taken"}),
        ("drive", {"at": moment(), "stops": 2}),
        ("measure", {"at": moment(), "instrument": "peg", "items": [{"code": "pain", "value": 4}]}),
        ("goal", {"title": "Sit through a film"}),
    ],
)
def test_every_kind_is_kept(phone: FakePhone, kind: str, data: dict[str, object]) -> None:
    [result] = phone.sync(change(data, kind=kind))["results"]

    assert (result["status"], phone.data()) == ("applied", [data])


def test_f26_record_that_ends_before_it_begins_is_kept(phone: FakePhone) -> None:
    data = {"at": moment(), "ended": moment("2020-01-01T00:00:00.000Z")}

    [result] = phone.sync(change(data, kind="session"))["results"]

    assert result["status"] == "applied"


@pytest.mark.parametrize("year", [1971, 2026, 2999])
def test_f26_clock_years_off_decides_nothing(phone: FakePhone, tablet: FakePhone, year: int) -> None:
    first = change(check_in(back=1), changed_at=f"{year}-02-03T04:05:06.007Z")
    phone.sync(first)
    tablet.sync()
    tablet.sync(change(check_in(back=2), id=first["id"], base=1))

    phone.sync()

    assert phone.data() == [check_in(back=2)]
