"""Signing in and out: limits, silence about who exists, nothing kept."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from apps.core.models import User
from tests.accounts.people import EMAIL, PASSWORD, new_editor, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

WRONG = "The address or the password is not right. Check both and try again."


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_admin_sends_strangers_to_sign_in(client):
    assert client.get("/admin/").headers["Location"] == "/admin/login/?next=/admin/"
    assert client.get("/admin/login/?next=/admin/").headers["Location"] == "/accounts/login/?next=%2Fadmin%2F"


def test_address_is_taken_in_any_case(client):
    new_editor()

    sign_in(client, email="ED@Example.org")

    assert is_signed_in(client)


def test_k04_sign_out_is_by_post_alone(client):
    new_editor()
    sign_in(client)

    client.get("/accounts/logout/")
    still = is_signed_in(client)
    client.post("/accounts/logout/")

    assert (still, is_signed_in(client)) == (True, False)


def test_k05_sign_out_ends_the_session_on_the_server_and_deletes_the_cookie(client):
    new_editor()
    sign_in(client)

    response = client.post("/accounts/logout/")

    assert not Session.objects.exists()
    assert response.cookies["session"]["max-age"] == 0


def test_k06_sign_out_empties_the_browsers_cache_only(client):
    new_editor()
    sign_in(client)

    assert client.post("/accounts/logout/").headers["Clear-Site-Data"] == '"cache"'


def test_sign_out_in_the_admin_does_the_same(client):
    new_editor()
    sign_in(client)

    assert client.post("/admin/logout/").headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize("page", ["/accounts/login/", "/accounts/sessions/", "/accounts/2fa/", "/admin/"])
def test_k01_private_answers_are_stored_nowhere(client, page):
    new_editor()
    sign_in(client)

    assert client.get(page).headers["Cache-Control"] == "no-store"


def test_c03_session_gets_a_new_key_at_sign_in(client):
    new_editor()
    client.get("/accounts/login/")
    session = client.session
    session["planted"] = "1"
    session.save()
    client.cookies["session"] = planted = session.session_key

    sign_in(client)

    assert client.cookies["session"].value != planted


def test_r01_account_is_locked_after_five_wrong_passwords():
    new_editor()
    for number in range(5):
        sign_in(Client(REMOTE_ADDR=f"10.0.0.{number}"), password="wrong")

    client = Client(REMOTE_ADDR="10.0.1.1")
    sign_in(client)

    assert not is_signed_in(client)


def test_r02_rotating_forwarded_addresses_do_not_help():
    for number in range(11):
        client = Client(headers={"X-Forwarded-For": f"10.0.0.{number}"})
        response = sign_in(client, email=f"nobody{number}@example.org", password="wrong")

    assert "Too many failed tries" in response.text


def test_r03_another_port_in_the_host_header_does_not_help(client):
    new_editor()
    for number in range(5):
        sign_in(Client(headers={"Host": f"localhost:{8000 + number}"}), password="wrong")

    sign_in(client)

    assert not is_signed_in(client)


def test_limits_count_in_the_cache_that_processes_share(settings):
    assert settings.CACHES["default"]["BACKEND"] in {
        "django.core.cache.backends.db.DatabaseCache",
        "django.core.cache.backends.redis.RedisCache",
    }


def test_e01_wrong_password_and_unknown_address_get_one_answer(client):
    new_editor()

    errors = [
        sign_in(client, email=email, password="wrong").context["form"].non_field_errors()
        for email in (EMAIL, "nobody@example.org")
    ]

    assert errors == [[WRONG], [WRONG]]


def test_e03_reset_answers_alike_for_known_and_unknown_addresses():
    new_editor()

    answers = [
        Client().post("/accounts/password/reset/", {"email": email}).headers["Location"]
        for email in (EMAIL, "nobody@example.org")
    ]

    assert answers[0] == answers[1]


def test_reset_by_code_sets_a_new_password(client):
    new_editor()
    client.post("/accounts/password/reset/", {"email": EMAIL})
    code = next(word for word in mail.outbox[0].body.split() if "-" in word and word.isupper())

    client.post("/accounts/password/reset/confirm/", {"code": code}, follow=True)
    client.post(
        "/accounts/password/reset/complete/",
        {"password1": "another long phrase", "password2": "another long phrase"},
    )

    assert User.objects.get().check_password("another long phrase")


def test_sign_up_can_be_closed(client, settings):
    settings.ACCOUNT_OPEN_FOR_SIGNUP = False

    response = client.post("/accounts/signup/", {"email": "new@example.org", "password1": PASSWORD})

    assert ("No new accounts" in response.text, User.objects.exists()) == (True, False)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://bad.example/",
        "//bad.example/",
        "/\\bad.example/",
        "javascript:alert(1)",
        "https:bad.example",
        "http://localhost@bad.example/",
    ],
)
def test_x03_sign_in_leads_to_no_other_site(client, elsewhere):
    new_editor()

    response = sign_in(client, next=elsewhere)

    assert response.headers["Location"] == "/admin/"


def test_editor_made_in_the_room_confirms_the_address_at_the_first_sign_in(client):
    User.objects.create_user("new@example.org", PASSWORD, is_staff=True)

    response = sign_in(client, email="new@example.org")

    assert response.headers["Location"].startswith("/accounts/confirm-email/")
    assert (mail.outbox[0].to, is_signed_in(client)) == (["new@example.org"], False)
    assert not EmailAddress.objects.filter(verified=True).exists()


def test_messages_are_kept_in_the_session_and_not_in_a_cookie(client):
    new_editor()
    sign_in(client)
    client.get("/admin/")

    assert sorted(client.cookies) == ["csrf", "session"]


def test_sessions_page_lists_and_ends_the_others():
    new_editor()
    here, there = Client(), Client()
    sign_in(here)
    sign_in(there)

    here.post("/accounts/sessions/")

    assert there.get("/accounts/sessions/").status_code == 302
    assert here.get("/accounts/sessions/").status_code == 200
