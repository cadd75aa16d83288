"""Writing a message to the people who look after hipcare."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from apps.core.feedback.models import Feedback
from apps.core.feedback.services import MESSAGES_AN_HOUR, take_in
from apps.core.rate_limits import client_address, take_turn

pytestmark = pytest.mark.django_db

FORM = "/contact/write/"
MESSAGE = {"topic": "mistake", "page": "/safety/", "message": "A <b>word</b> is wrong.", "email": ""}


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


def test_message_is_kept_for_staff_and_nothing_else(client: Client) -> None:
    response = client.post(FORM, MESSAGE)

    kept = Feedback.objects.values("topic", "page", "message", "email", "done").get()
    assert (response.status_code, response["Location"]) == (302, "/contact/thanks/")
    assert kept == {**MESSAGE, "done": False}
    assert {field.name for field in Feedback._meta.fields} == {"id", "sent_at", *kept}


def test_form_is_stored_nowhere(client: Client) -> None:
    response = client.get(FORM)

    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_page_is_filled_in_from_the_address(client: Client) -> None:
    html = client.get(f"{FORM}?page=/stretches/%22%3E%3Cscript%3E").content.decode()

    assert 'value="/stretches/&quot;&gt;&lt;script&gt;"' in html


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("topic", "", "Choose a subject."),
        ("topic", "money", "Select a valid choice. money is not one of the available choices."),
        ("message", "  ", "Write your message."),
        ("message", "x" * 4001, "Shorten your message to 4000 characters; it has 4001 now."),
        ("message", "nul \x00", "Null characters are not allowed."),
        ("page", "x" * 201, "Shorten this to 200 characters; it has 201 now."),
        ("email", "nobody", "Enter an e-mail address like name@example.org, or leave this empty."),
    ],
)
def test_wrong_field_is_named(client: Client, field: str, value: str, message: str) -> None:
    response = client.post(FORM, {**MESSAGE, field: value})

    assert response.context["form"].errors == {field: [message]}
    assert not Feedback.objects.exists()


def test_nothing_typed_is_lost_when_a_field_is_wrong(client: Client) -> None:
    html = client.post(FORM, {**MESSAGE, "email": "nobody"}).content.decode()

    assert "A &lt;b&gt;word&lt;/b&gt; is wrong." in html
    assert 'value="nobody"' in html
    assert 'value="/safety/"' in html
    assert '<input type="radio" name="topic" value="mistake" required id="id_topic_0" checked>' in html
    assert "<title>Error: Write a message" in html


def test_program_that_fills_in_everything_is_thanked_and_ignored(client: Client) -> None:
    response = client.post(FORM, {**MESSAGE, "website": "https://spam.example"})

    assert response["Location"] == "/contact/thanks/"
    assert not Feedback.objects.exists()


def test_too_many_messages_in_an_hour_wait_with_their_words_kept(client: Client) -> None:
    for _turn in range(MESSAGES_AN_HOUR):
        client.post(FORM, MESSAGE)

    response = client.post(FORM, {**MESSAGE, "message": "One more."})

    assert response.status_code == 429
    assert "One more.</textarea>" in response.content.decode()
    assert Feedback.objects.count() == MESSAGES_AN_HOUR


def test_one_sender_does_not_use_up_the_turns_of_another(client: Client) -> None:
    for _turn in range(MESSAGES_AN_HOUR):
        client.post(FORM, MESSAGE)

    assert client.post(FORM, MESSAGE, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_silent_cache_refuses_the_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> bool:
        raise ConnectionError

    monkeypatch.setattr("apps.core.rate_limits.cache.add", fail)

    assert not take_turn(name="test", who="somebody", most=5)


@pytest.mark.parametrize(
    ("header", "address"), [(None, "10.0.0.1"), (("HTTP_X_FORWARDED_PROTO", "https"), "203.0.113.9")]
)
def test_forwarded_address_counts_behind_a_proxy_only(
    settings: Settings, rf: RequestFactory, header: tuple[str, str] | None, address: str
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = header
    forwarded = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}

    assert client_address(rf.get("/", headers=forwarded, REMOTE_ADDR="10.0.0.1")) == address


def test_messages_older_than_a_year_go_when_a_new_one_comes() -> None:
    old = Feedback(topic="idea", message="Old.", sent_at=timezone.now() - timedelta(days=366))
    old.save()

    take_in(feedback=Feedback(topic="idea", message="New."), sender="somebody")

    assert [feedback.message for feedback in Feedback.objects.all()] == ["New."]


def test_form_without_its_token_is_refused() -> None:
    response = Client(enforce_csrf_checks=True).post(FORM, MESSAGE)

    assert response.status_code == 403
    assert not Feedback.objects.exists()


def test_staff_tick_a_message_off_and_change_nothing_else(admin_client: Client, settings: Settings) -> None:
    settings.STAFF_SECOND_FACTOR = False
    feedback = Feedback.objects.create(**MESSAGE)

    admin_client.post(f"/admin/core/feedback/{feedback.pk}/change/", {"done": "on", "message": "Changed."})

    feedback.refresh_from_db()
    assert (feedback.done, feedback.message) == (True, MESSAGE["message"])


def test_tick_of_each_line_says_what_it_is_for(admin_client: Client, settings: Settings) -> None:
    settings.STAFF_SECOND_FACTOR = False
    Feedback.objects.create(topic="idea", page="/about/", message="Larger letters, please.")

    html = admin_client.get("/admin/core/feedback/").content.decode()

    [tick] = re.findall(r'<input [^>]*name="form-0-done"[^>]*>', html)
    assert 'aria-label="Dealt with"' in tick
