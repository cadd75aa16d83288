"""Making an account: by code, without telling who exists, with consent as a tick of its own."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client

from apps.accounts.models import CONSENT_TEXT, Consent
from apps.core.models import User
from tests.accounts.people import PASSWORD, code_in, new_editor, new_member, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

ALICE = "alice@example.org"


def sign_up(client: Client, email: str = ALICE, **fields: str) -> str:
    """Send the form and return where it leads."""
    return str(client.post("/accounts/signup/", {"email": email, "password1": PASSWORD, **fields}).headers["Location"])


def confirm(client: Client) -> str:
    """Type the code of the last mail and return where that leads."""
    code = code_in(mail.outbox[-1].body)
    return str(client.post("/accounts/confirm-email/", {"code": code}).headers["Location"])


def test_code_from_the_mail_opens_the_account(client):
    asked = sign_up(client)
    led = confirm(client)

    assert (asked, led) == ("/accounts/confirm-email/", "/accounts/arrival/")
    assert EmailAddress.objects.get().verified
    assert client.get("/api/v1/session").json()["user"]["name"] == ALICE


def test_nobody_is_signed_in_before_the_code(client):
    sign_up(client)

    assert client.get("/api/v1/session").json()["signed_in"] is False


def test_wrong_codes_end_the_attempt(client):
    sign_up(client)
    for _attempt in range(3):
        client.post("/accounts/confirm-email/", {"code": "000-000"})

    assert client.get("/accounts/confirm-email/").headers["Location"] == "/accounts/login/"
    assert not EmailAddress.objects.filter(verified=True).exists()


def test_box_is_not_ticked_beforehand_and_says_what_for(client):
    page = client.get("/accounts/signup/")

    assert not page.context["form"]["keep_health_data"].value()
    assert "so you decide about it apart from the account" in page.text


def test_tick_is_noted_with_text_and_time_once_the_address_is_confirmed(client):
    sign_up(client, keep_health_data="on")
    before = Consent.objects.count()
    confirm(client)

    consent = Consent.objects.get()
    assert (before, consent.owner.email, consent.text_version) == (0, ALICE, CONSENT_TEXT)
    assert consent.given_at >= consent.owner.date_joined


def test_account_can_be_had_without_the_tick(client):
    sign_up(client)
    confirm(client)

    assert (User.objects.count(), Consent.objects.count()) == (1, 0)


def test_tick_of_one_is_no_consent_of_the_next_who_signs_in(client):
    new_member("bob", agrees=False)
    sign_up(client, keep_health_data="on")

    sign_in(client, email="bob@example.org")

    assert not Consent.objects.exists()


def test_e02_sign_up_does_not_tell_who_has_an_account():
    new_member("alice")

    pages = []
    for email in (ALICE, "nobody@example.org"):
        client = Client()
        sign_up(client, email=email)
        pages.append(client.get("/accounts/confirm-email/").context["verify_form"].errors)

    assert pages == [{}, {}]
    assert [message.to for message in mail.outbox] == [[ALICE], ["nobody@example.org"]]
    assert "There is one already" in mail.outbox[0].body


def test_e02_taken_address_keeps_its_password_and_has_no_code_that_works(client):
    new_member("alice")
    sign_up(client)

    answer = client.post("/accounts/confirm-email/", {"code": "ABC-DEF"})

    assert answer.status_code == 200
    assert User.objects.get().check_password(PASSWORD)


def test_new_code_is_sent_on_asking(client):
    sign_up(client)
    # As ten seconds later.
    cache.clear()

    client.post("/accounts/confirm-email/", {"action": "resend"})

    assert len(mail.outbox) == 2
    assert confirm(client) == "/accounts/arrival/"


def test_weak_password_is_said_beside_the_field_and_the_rest_is_kept(client):
    page = client.post("/accounts/signup/", {"email": ALICE, "password1": "12345", "keep_health_data": "on"})

    form = page.context["form"]
    assert list(form.errors) == ["password1"]
    assert (form["email"].value(), form["keep_health_data"].value()) == (ALICE, True)


def test_screen_says_where_the_code_is_without_a_mail_server(client, settings):
    settings.MAIL_IS_WRITTEN_TO_FILES = True
    sign_up(client)
    with_files = client.get("/accounts/confirm-email/").text
    settings.MAIL_IS_WRITTEN_TO_FILES = False

    assert "no mail server" in with_files
    assert "no mail server" not in client.get("/accounts/confirm-email/").text


def test_members_land_in_their_journal_and_editors_in_their_room(client):
    new_member("alice")
    new_editor()

    assert sign_in(client, email=ALICE).headers["Location"] == "/accounts/arrival/"
    assert sign_in(Client()).headers["Location"] == "/admin/"
    assert 'data-ahead="/journal/"' in client.get("/accounts/arrival/").text


def test_arrival_leads_on_to_where_the_person_was(client):
    new_member("alice")

    led = sign_in(client, email=ALICE, next="/journal/trends/").headers["Location"]

    assert led == "/accounts/arrival/?next=%2Fjournal%2Ftrends%2F"
    assert 'data-ahead="/journal/trends/"' in client.get(led).text


@pytest.mark.parametrize("elsewhere", ["https://bad.example/", "//bad.example/", "javascript:alert(1)"])
def test_x03_arrival_leads_to_no_other_site(client, elsewhere):
    new_member("alice")
    sign_in(client, email=ALICE)

    assert 'data-ahead="/journal/"' in client.get("/accounts/arrival/", {"next": elsewhere}).text


def test_r04_sign_ups_from_one_address_are_counted():
    answers = [
        Client().post("/accounts/signup/", {"email": f"n{number}@example.org", "password1": "x"}).status_code
        for number in range(21)
    ]

    assert (answers[0], answers[-1]) == (200, 429)


def test_too_many_tries_are_answered_in_plain_words():
    for number in range(21):
        answer = Client().post("/accounts/signup/", {"email": f"n{number}@example.org", "password1": "x"})

    assert "<h1>That was too often</h1>" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_member_has_no_way_into_the_editors_room(client):
    new_member("alice")
    sign_in(client, email=ALICE)

    assert client.get("/admin/").status_code in {302, 403}
    assert client.get("/admin/library/stretch/", follow=True).status_code == 403
