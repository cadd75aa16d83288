"""Editors need a second factor, in this session and not only in their account."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.accounts.people import SECRET, code_now, editor_with_app, new_editor, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("page", ["/admin/", "/admin/library/stretch/", "/admin/styleguide/"])
def test_first_sign_in_leads_to_setting_one_up(client, page):
    new_editor()
    sign_in(client)

    response = client.get(page)

    assert (response.status_code, response.headers["Location"]) == (302, "/accounts/2fa/")


def test_page_of_second_factors_says_why(client):
    new_editor()
    sign_in(client)

    assert "set up a second way to show that it is you" in client.get("/admin/", follow=True).text


def test_setting_up_an_app_shows_recovery_codes_and_opens_the_room(client):
    user = new_editor()
    sign_in(client)
    page = client.get("/accounts/2fa/totp/activate/")

    done = client.post("/accounts/2fa/totp/activate/", {"code": code_now(page.context["form"].secret)}, follow=True)

    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    assert [code for code in codes if code not in done.text] == []
    assert client.get("/admin/").status_code == 200


def test_recovery_codes_are_shown_once(client):
    user = new_editor()
    sign_in(client)
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": code_now(secret)}, follow=True)

    again = client.get("/accounts/2fa/recovery-codes/").text

    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    assert [code for code in codes if code in again] == []


def test_wrong_code_sets_nothing_up(client):
    new_editor()
    sign_in(client)
    client.get("/accounts/2fa/totp/activate/")

    response = client.post("/accounts/2fa/totp/activate/", {"code": "000000"})

    assert response.context["form"].errors == {"code": ["Incorrect code."]}
    assert not Authenticator.objects.exists()


def test_password_alone_does_not_sign_in_who_has_an_app(client):
    editor_with_app()

    response = sign_in(client)

    assert response.headers["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/admin/").headers["Location"] == "/admin/login/?next=/admin/"


def test_password_and_code_open_the_room(client):
    editor_with_app()
    sign_in(client)

    client.post("/accounts/2fa/authenticate/", {"code": code_now()})

    assert client.get("/admin/").status_code == 200


def test_recovery_code_opens_the_room_once():
    user = editor_with_app()
    code = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]
    answers = []
    for _time in range(2):
        client = Client()
        sign_in(client)
        client.post("/accounts/2fa/authenticate/", {"code": code})
        answers.append(client.get("/admin/").status_code)

    assert answers == [200, 302]


def test_code_is_taken_once():
    editor_with_app()
    code, answers = code_now(), []
    for _time in range(2):
        client = Client()
        sign_in(client)
        client.post("/accounts/2fa/authenticate/", {"code": code})
        answers.append(client.get("/admin/").status_code)

    assert answers == [200, 302]


def test_older_session_without_it_is_asked_when_the_owner_sets_one_up():
    new_editor()
    intruder, owner = Client(), Client()
    sign_in(intruder)
    sign_in(owner)
    secret = owner.get("/accounts/2fa/totp/activate/").context["form"].secret
    owner.post("/accounts/2fa/totp/activate/", {"code": code_now(secret)})

    response = intruder.get("/admin/")

    assert response.headers["Location"] == "/accounts/2fa/reauthenticate/?next=%2Fadmin%2F"


def test_codes_are_guessed_a_few_times_only(client):
    editor_with_app()
    sign_in(client)
    for _attempt in range(12):
        response = client.post("/accounts/2fa/authenticate/", {"code": "000000"})

    client.post("/accounts/2fa/authenticate/", {"code": code_now()})

    assert re.search("Too many", response.text)
    assert client.get("/admin/").status_code == 302


def test_setting_switches_it_off(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    new_editor()
    sign_in(client)

    assert client.get("/admin/").status_code == 200


def test_secret_of_an_app_is_not_shown_in_the_room(client):
    user = editor_with_app()
    sign_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": code_now()})
    authenticator = Authenticator.objects.get(user=user, type="totp")

    page = client.get(f"/admin/mfa/authenticator/{authenticator.pk}/change/")

    assert page.status_code == 200
    assert SECRET not in page.text
