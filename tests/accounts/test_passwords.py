"""What a password has to be, in plain words, where it is asked for."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.core.models import User
from tests.accounts.people import new_member, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("tea cup 9", "That is too short. Take 10 characters or more."),
        ("12093847561029", "Those are only numbers. Add letters."),
        ("alice@example", "That is too much like your name or your address."),
        ("iloveyou1234", ""),
        ("password1234", "Many people use that one, so it is guessed first."),
    ],
)
def test_weak_password_is_named_beside_the_field(client: Client, password: str, told: str) -> None:
    answer = client.post("/accounts/signup/", {"email": "alice@example.org", "password1": password})

    errors = " ".join(answer.context["form"].errors.get("password1", [])) if answer.status_code == 200 else ""
    assert errors.startswith(told)
    assert User.objects.exists() is (told == "")


@pytest.mark.parametrize("address", ["/accounts/signup/", "/accounts/password/change/"])
def test_hint_says_what_to_do(client: Client, address: str) -> None:
    if "change" in address:
        sign_in(client, email=new_member("alice").email)
    html = client.get(address).content.decode()

    assert "Take 10 characters or more. Three or four words in a row are long and easy to keep." in html


def test_privacy_page_tells_of_the_list_of_sessions(client: Client) -> None:
    html = client.get("/privacy/").content.decode()

    assert "It lists where it is signed in, with network address and browser" in html


def test_passkey_is_offered_in_plain_words(client: Client) -> None:
    sign_in(client, email=new_member("alice").email)
    html = client.get("/accounts/2fa/webauthn/add/").content.decode()

    assert "Let it sign me in without a password" in html
    assert "asks for your fingerprint, your face or its own code" in html
