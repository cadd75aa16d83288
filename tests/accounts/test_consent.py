"""Consent: asked apart from the account, needed for every sync, taken back at any time."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from django.test import Client

from apps.accounts.models import CONSENT_TEXT, Consent
from apps.accounts.services import give_consent
from apps.core.models import User
from apps.journal.models import Record
from tests.accounts.test_data import exported, signed_in
from tests.journal.devices import FakePhone, change, check_in

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = Path(__file__).parents[2] / "templates" / "account" / "_consent_text.html"
DIGESTS = {"2026-1": "26618aff74e0cfc2"}
"""What each version of the text looks like: a changed text needs a new version, and everybody's new yes."""


def agree(client: Client) -> None:
    client.post("/accounts/consent/", {"keep_health_data": "on"})


def test_text_is_the_one_of_its_version():
    lines = TEXT.read_text().splitlines()[1:]

    assert hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] == DIGESTS[CONSENT_TEXT]


def test_sync_without_consent_is_refused_in_a_way_the_phone_understands():
    phone = FakePhone(signed_in("alice", agrees=False))

    answer = phone.post(change(check_in()))

    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/problem+json")
    assert (json.loads(answer.content)["code"], Record.objects.count()) == ("consent", 0)


def test_yes_opens_the_sync_and_no_tick_is_no_yes():
    alice = signed_in("alice", agrees=False)

    page = alice.post("/accounts/consent/", {})
    assert list(page.context["form"].errors) == ["keep_health_data"]
    agree(alice)

    assert FakePhone(alice).post(change(check_in())).status_code == 200


def test_yes_of_one_is_not_the_yes_of_another():
    agree(signed_in("alice", agrees=False))
    charlie = signed_in("charlie", agrees=False)

    assert FakePhone(charlie).post(change(check_in())).status_code == 403


def test_agreeing_twice_is_noted_once():
    alice = signed_in("alice", agrees=False)
    agree(alice)
    agree(alice)

    assert Consent.objects.count() == 1


def test_yes_to_an_older_text_does_not_count():
    alice = signed_in("alice", agrees=False)
    give_consent(owner=User.objects.get(), text_version="2025-1")

    assert FakePhone(alice).post(change(check_in())).status_code == 403


def test_taking_back_stops_the_sync_at_once_and_is_noted():
    alice = signed_in("alice", "stairs")

    alice.post("/accounts/consent/withdraw/", {"copy": "keep"})

    assert FakePhone(alice).post(change(check_in())).status_code == 403
    assert Consent.objects.get().withdrawn_at is not None
    assert len(exported(alice)["journal"]) == 1


def test_taking_back_asks_what_becomes_of_the_copy():
    alice = signed_in("alice", "stairs")

    page = alice.post("/accounts/consent/withdraw/", {})

    assert list(page.context["form"].errors) == ["copy"]
    assert Consent.objects.given().count() == 1


def test_deleted_copy_is_gone_for_its_owner_only():
    alice, bob = signed_in("alice", "stairs"), signed_in("bob", "bob’s")

    alice.post("/accounts/consent/withdraw/", {"copy": "delete"})

    assert (exported(alice)["journal"], len(exported(bob)["journal"])) == ([], 1)


def test_new_yes_brings_the_devices_copy_back_and_deletions_stay():
    alice = signed_in("alice")
    phone = FakePhone(alice)
    gone = change(check_in(note="gone"))
    phone.sync(change(check_in(note="stairs")), gone)
    phone.sync(change(None, id=gone["id"], base=phone.records[gone["id"]]["revision"]))
    alice.post("/accounts/consent/withdraw/", {"copy": "delete"})

    agree(alice)
    answer = json.loads(phone.post().content)

    assert answer["resync"] == "restored"
    assert [record.deleted for record in Record.objects.all()] == [True]
