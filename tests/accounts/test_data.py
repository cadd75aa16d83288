"""A person's data: three people, of whom each gets at their own alone."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from apps.accounts.models import Consent
from apps.core.models import User
from apps.journal.models import Device, Journal, Operation, Record
from tests.accounts.people import PASSWORD, SECRET, new_editor, new_member, sign_in
from tests.journal.devices import FakePhone, change, check_in

pytestmark = pytest.mark.django_db(transaction=True)

PRIVATE = [
    "/accounts/arrival/", "/accounts/data/", "/accounts/data/export/json/", "/accounts/data/export/csv/",
    "/accounts/data/erase/", "/accounts/delete/", "/accounts/consent/", "/accounts/consent/withdraw/",
]  # fmt: skip


def signed_in(name: str, *notes: str, agrees: bool = True) -> Client:
    """Return the browser of a new member with these notes in the journal."""
    client = Client()
    new_member(name, agrees=agrees)
    sign_in(client, email=f"{name}@example.org")
    if notes:
        FakePhone(client).sync(*(change(check_in(note=note)) for note in notes))
    return client


def exported(client: Client) -> dict[str, Any]:
    return json.loads(client.get("/accounts/data/export/json/").content)


@pytest.mark.parametrize("address", PRIVATE)
def test_k02_strangers_get_nothing(client, address):
    response = client.get(address)

    assert (response.status_code, response.content) == (302, b"")
    assert response.headers["Location"].startswith("/accounts/login/?next=")


@pytest.mark.parametrize("address", PRIVATE)
def test_k01_nothing_private_is_stored(address):
    assert signed_in("alice").get(address).headers["Cache-Control"] == "no-store"


def test_p01_export_holds_all_of_the_owner_and_nothing_of_others():
    alice = signed_in("alice", "stairs", "sofa")
    signed_in("bob", "bob’s")
    charlie = signed_in("charlie")

    notes = [record["data"]["note"] for record in exported(alice)["journal"]]

    assert notes == ["stairs", "sofa"]
    assert exported(charlie)["journal"] == []
    assert "bob" not in alice.get("/accounts/data/export/json/").content.decode()


def test_p01_export_is_a_download_without_anything_that_lets_somebody_in():
    alice = signed_in("alice", "stairs")
    user = User.objects.get()
    TOTP.activate(user, SECRET)
    keys = [session.session_key for session in Session.objects.all()]

    response = alice.get("/accounts/data/export/json/")

    assert response.headers["Content-Disposition"].startswith('attachment; filename="hipcare-')
    secrets = [user.password, SECRET, *keys, *Device.objects.values_list("secret_hash", flat=True)]
    assert [secret for secret in secrets if secret in response.text] == []
    assert Authenticator.objects.get().data["secret"] not in response.text


def test_p01_export_says_what_was_agreed_to():
    alice = signed_in("alice")

    parts = exported(alice)

    assert parts["account"]["email"] == "alice@example.org"
    assert [part["withdrawn_at"] for part in parts["consents"]] == [None]


def test_tables_hold_the_same_and_run_no_formula():
    alice = signed_in("alice", "=1+1", "sofa")

    archive = zipfile.ZipFile(io.BytesIO(alice.get("/accounts/data/export/csv/").content))
    rows = list(csv.DictReader(io.StringIO(archive.read("hipcare-journal.csv").decode("utf-8-sig"))))

    assert archive.namelist() == [f"hipcare-{name}.csv" for name in ("account", "consents", "sign-in", "journal")]
    assert [row["data.note"] for row in rows] == ["'=1+1", "sofa"]
    assert [row["data.back"] for row in rows] == ["4", "4"]


def test_s04_looking_deletes_nothing():
    alice = signed_in("alice", "stairs")
    for address in PRIVATE:
        alice.get(address)

    assert (User.objects.count(), Record.objects.count(), Consent.objects.given().count()) == (1, 1, 1)


@pytest.mark.parametrize("address", ["/accounts/data/erase/", "/accounts/delete/", "/accounts/consent/withdraw/"])
def test_s01_form_of_another_site_does_nothing(address):
    signed_in("alice", "stairs")
    browser = Client(enforce_csrf_checks=True)
    browser.cookies["session"] = Session.objects.get().session_key

    answer = browser.post(address, {"password": PASSWORD, "copy": "delete"})

    assert (answer.status_code, Record.objects.count()) == (403, 1)


def test_health_data_is_deleted_and_the_account_stays():
    alice, bob = signed_in("alice", "stairs"), signed_in("bob", "bob’s")

    answer = alice.post("/accounts/data/erase/", {"password": PASSWORD})

    assert answer.headers["Location"] == "/accounts/data/?done=erased"
    assert (exported(alice)["journal"], len(exported(bob)["journal"])) == ([], 1)
    assert User.objects.filter(email="alice@example.org").exists()


def test_other_device_is_told_of_the_erasure():
    alice = signed_in("alice")
    tablet = FakePhone(alice)
    tablet.sync(change(check_in(note="stairs")))

    alice.post("/accounts/data/erase/", {"password": PASSWORD})

    assert json.loads(tablet.post().content)["resync"] == "erased"


@pytest.mark.parametrize("address", ["/accounts/data/erase/", "/accounts/delete/"])
@pytest.mark.parametrize("password", ["", "wrong"])
def test_p02_deleting_needs_the_password(address, password):
    alice = signed_in("alice", "stairs")

    page = alice.post(address, {"password": password})

    assert list(page.context["form"].errors) == ["password"]
    assert (User.objects.count(), Record.objects.count()) == (1, 1)


def test_p02_passwords_are_guessed_a_few_times_only():
    alice = signed_in("alice")
    for _attempt in range(5):
        alice.post("/accounts/delete/", {"password": "wrong"})

    alice.post("/accounts/delete/", {"password": PASSWORD})

    assert User.objects.exists()


def test_p02_who_has_no_password_signs_in_once_more():
    alice = signed_in("alice")
    user = User.objects.get()
    user.set_unusable_password()
    user.save()
    TOTP.activate(user, SECRET)
    alice.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    answer = alice.post("/accounts/delete/")

    assert answer.headers["Location"] == "/accounts/2fa/reauthenticate/?next=%2Faccounts%2Fdelete%2F"
    assert User.objects.exists()


def test_p02_deleted_account_takes_everything_along_and_ends_every_session():
    here, bob = signed_in("alice", "stairs"), signed_in("bob", "bob’s")
    there = Client()
    sign_in(there, email="alice@example.org")

    answer = here.post("/accounts/delete/", {"password": PASSWORD})

    assert answer.headers["Location"] == "/accounts/deleted/"
    assert [model.objects.count() for model in (User, Journal, Record, Operation, Consent)] == [1, 1, 1, 1, 1]
    assert [client.get("/api/v1/session").json()["signed_in"] for client in (here, there, bob)] == [False, False, True]
    assert Session.objects.count() == len({bob.session.session_key, *map(_key, (here, there))} - {None})


def _key(client: Client) -> str | None:
    """Return the key of a session that is still kept."""
    cookie = client.cookies.get("session")
    key = cookie.value if cookie else None
    return key if Session.objects.filter(session_key=key).exists() else None


def test_deleted_page_says_what_happens_elsewhere(client):
    page = client.get("/accounts/deleted/")

    assert "Your other devices delete their copy" in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_editors_see_counts_at_most_when_they_delete_an_account(settings):
    settings.STAFF_SECOND_FACTOR = False
    cache.clear()
    signed_in("alice", "stairs")
    alice = User.objects.get(email="alice@example.org")
    record = Record.objects.get()
    new_editor()
    editor = Client()
    sign_in(editor)

    page = editor.get(f"/admin/core/user/{alice.pk}/delete/").text

    assert (str(record.record_id) in page, "stairs" in page) == (False, False)


def test_i04_nothing_of_the_journal_or_of_consent_is_in_the_editors_room():
    from django.contrib import admin  # noqa: PLC0415

    apps = {model._meta.label for model in admin.site._registry}

    assert {label for label in apps if label.startswith(("journal.", "accounts.", "usersessions."))} == set()
