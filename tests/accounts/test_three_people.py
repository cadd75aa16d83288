"""Owner, other and nobody at every address of accounts and API, as the URL conf has them; a new one has to be known."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from apps.accounts.models import Consent
from apps.core.models import User
from apps.journal.models import Device, Journal, Record
from tests.accounts.people import SECRET, new_member, sign_in
from tests.journal.devices import FakePhone, change, check_in

pytestmark = pytest.mark.django_db(transaction=True)

FOR_EVERYBODY = {
    "account_login", "account_logout", "account_signup", "account_signup_by_passkey", "account_inactive",
    "account_deleted", "account_email_verification_sent", "account_confirm_login_code",
    "account_reset_password", "account_confirm_password_reset_code", "account_password_reset_completed",
    "account_complete_password_reset", "mfa_authenticate", "mfa_login_webauthn", "mfa_signup_webauthn",
}  # fmt: skip
"""Addresses on the way in and out of an account; they tell nobody anything of one."""
NAMES_A_THING = {"mfa_remove_webauthn", "mfa_edit_webauthn"}
"""Addresses with a number of somebody's thing in them."""
CONTENT_API = {"index", "openapi", "docs", "list", "document"}
SYNC_API = {"session", "sync", "device"}
THE_SAME = {"kind": "json"}


def addresses(under: str, patterns: list[Any] | None = None, before: str = "") -> Iterator[tuple[str, set[str]]]:
    """Yield the name and the parts of every address under a prefix."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(under, one.url_patterns, path)
        elif isinstance(one, URLPattern) and path.startswith(under):
            yield str(one.name), set(one.pattern.regex.groupindex)


ACCOUNTS = dict(addresses("accounts/"))
API = dict(addresses("api/"))
PRIVATE = sorted(ACCOUNTS.keys() - FOR_EVERYBODY - NAMES_A_THING)
private = pytest.mark.parametrize("name", PRIVATE)
names_a_thing = pytest.mark.parametrize("name", sorted(NAMES_A_THING))


def address_of(name: str) -> str:
    """Return the address of a page of the reader's own."""
    return reverse(name, kwargs={part: THE_SAME[part] for part in ACCOUNTS[name]})


def browser_of(user: User) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    sign_in(client, email=user.email)
    cache.clear()
    return client


@pytest.fixture
def alice() -> User:
    """Return somebody with a journal, an authenticator app, a passkey and a session."""
    alice = new_member("alice")
    FakePhone(browser_of(alice)).sync(change(check_in(note="stairs were hard")))
    TOTP.activate(alice, SECRET)
    Authenticator.objects.create(user=alice, type=Authenticator.Type.WEBAUTHN, data={"name": "Key of mine"})
    return alice


@pytest.fixture
def bob() -> Client:
    """Return the browser of somebody else."""
    return browser_of(new_member("bob"))


def everything_of(owner: User) -> list[list[Any]]:
    """Return all rows of a person."""
    owned = [Record, Journal, Device, Consent]
    theirs = [EmailAddress, Authenticator, UserSession]
    rows = [list(model.objects.filter(owner=owner).values()) for model in owned]
    rows += [list(model.objects.filter(user=owner).values()) for model in theirs]
    return [*rows, list(User.objects.filter(pk=owner.pk).values())]


def told_of(owner: User, response: Any) -> list[str]:
    """Return what an answer says of a person."""
    said = b"".join(response) if response.streaming else response.content
    secrets = [owner.email, "stairs were hard", "Key of mine", SECRET, str(owner.journal.account)]
    return [secret for secret in secrets if secret.encode() in said]


def test_every_part_of_an_address_is_known() -> None:
    parts = set().union(*(found for name, found in ACCOUNTS.items() if name not in NAMES_A_THING))

    assert parts == THE_SAME.keys()
    assert ACCOUNTS.keys() >= FOR_EVERYBODY - {"account_complete_password_reset"} | NAMES_A_THING
    assert API.keys() == CONTENT_API | SYNC_API


@private
def test_k02_nobody_is_sent_to_sign_in(name: str, alice: User) -> None:
    before = everything_of(alice)
    answers = [Client().get(address_of(name)), Client().post(address_of(name), {"action": "x"})]

    assert {answer.status_code for answer in answers} <= {302, 405}
    assert [told_of(alice, answer) for answer in answers] == [[], []]
    assert answers[0].headers["Location"].split("?")[0] in {reverse("account_login"), reverse("mfa_authenticate")}
    assert everything_of(alice) == before


@private
def test_i01_other_person_neither_sees_nor_changes_anything_of_the_owner(name: str, alice: User, bob: Client) -> None:
    before = everything_of(alice)
    answers = [bob.get(address_of(name)), bob.post(address_of(name), {"email": alice.email, "action_remove": ""})]

    # A form that is sent back says what was typed, so that only the first answer proves something.
    assert told_of(alice, answers[0]) == []
    assert max(answer.status_code for answer in answers) < 500
    assert everything_of(alice) == before


@private
def test_f41_private_page_is_stored_nowhere(name: str, bob: Client) -> None:
    assert bob.get(address_of(name)).headers["Cache-Control"] == "no-store"


@names_a_thing
@pytest.mark.parametrize("method", ["get", "post"])
def test_i05_thing_of_somebody_else_is_answered_like_a_missing_one(
    name: str, method: str, alice: User, bob: Client
) -> None:
    before = everything_of(alice)
    theirs = alice.authenticator_set.get(type=Authenticator.Type.WEBAUTHN).pk

    on_theirs, on_none = [
        getattr(bob, method)(reverse(name, kwargs={"pk": number}), {"name": "mine now"}) for number in (theirs, 10**6)
    ]

    assert on_theirs.status_code == on_none.status_code
    assert without_numbers(on_theirs) == without_numbers(on_none)
    assert everything_of(alice) == before


def without_numbers(response: Any) -> str:
    """Return where an answer leads and what it says, without numbers and tokens that differ every time."""
    text = response.headers.get("Location", "") + response.content.decode()
    return re.sub(r"\d+|value=\"[A-Za-z0-9]{64}\"|nonce-\S+", "", text)


@pytest.mark.parametrize("name", sorted(CONTENT_API))
def test_content_api_says_the_same_to_all_three(name: str, alice: User, bob: Client) -> None:
    address = reverse(f"content_api:{name}", kwargs=dict.fromkeys(API[name], "stretch"))
    answers = [browser.get(address) for browser in (Client(), bob, browser_of_alice(alice))]

    assert [answer.content for answer in answers] == [answers[0].content] * 3
    assert [dict(answer.cookies) for answer in answers] == [{}] * 3


def browser_of_alice(alice: User) -> Client:
    """Return a browser of hers; she has an app, so that the password alone would not do."""
    client = Client()
    client.force_login(alice, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize("name", sorted(SYNC_API))
def test_i04_sync_api_tells_nobody_and_others_nothing_of_the_owner(name: str, alice: User, bob: Client) -> None:
    before = everything_of(alice)
    address = reverse(f"journal_api:{name}")
    device = {"X-Hipcare-Device": str(uuid.uuid4()), "X-Hipcare-Api": "1"}
    body = {"device_id": str(uuid.uuid4()), "changes": []}
    answers = [
        answer
        for browser in (Client(), bob)
        for answer in (
            browser.get(address, headers=device),
            browser.post(address, body, content_type="application/json", headers=device),
        )
    ]

    assert [told_of(alice, answer) for answer in answers] == [[]] * 4
    assert max(answer.status_code for answer in answers) < 500
    assert everything_of(alice) == before


@pytest.mark.parametrize("base", [None, 1])
@pytest.mark.parametrize("data", [check_in(note="mine"), None], ids=["write", "delete"])
def test_f59_uuid_of_a_stranger_is_answered_like_a_missing_one(
    alice: User, bob: Client, base: int | None, data: dict[str, Any] | None
) -> None:
    before = everything_of(alice)
    theirs = str(alice.records.get().record_id)
    answers = []
    for record_id in (theirs, str(uuid.uuid4())):
        [result] = FakePhone(bob).sync(change(data, base=base, id=record_id))["results"]
        answers.append({key: value for key, value in result.items() if key not in {"op", "id", "revision"}})

    assert answers[0] == answers[1]
    assert everything_of(alice) == before
