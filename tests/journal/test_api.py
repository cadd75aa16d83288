"""The sync API: who may ask, what is refused, and in which words."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client
from redis.exceptions import RedisError

from apps.core.models import User
from apps.core.registries import may_keep_health_data
from apps.journal.messages import MOST_BYTES, MOST_CHANGES
from apps.journal.models import Device, Operation, Record
from tests.journal.devices import FakePhone, change, check_in, post_json

PROBLEM = "application/problem+json"


def refusal(response: Any) -> tuple[int, str, str | None, str]:
    """Return status, type, Retry-After and Cache-Control; its body is a problem document of that status."""
    assert json.loads(response.content)["status"] == response.status_code
    headers = response.headers
    return response.status_code, headers["Content-Type"], headers.get("Retry-After"), headers["Cache-Control"]


class TestSession:
    """GET and DELETE /api/v1/session."""

    def test_nobody_gets_a_token_and_no_name(self, nobodys_phone: FakePhone) -> None:
        response = nobodys_phone.client.get("/api/v1/session")

        body = response.json()
        assert (body["signed_in"], body["user"], body["epoch"]) == (False, None, None)
        assert (len(body["csrf_token"]), response.headers["Cache-Control"]) == (64, "no-store")

    def test_owner_gets_a_name_and_an_account_that_is_no_number(self, phone: FakePhone, alice: User) -> None:
        body = phone.client.get("/api/v1/session").json()

        alice.refresh_from_db()
        assert body["user"] == {"id": str(alice.journal.account), "name": "Alice"}
        assert uuid.UUID(body["user"]["id"]).version == 4

    def test_delete_ends_the_session_and_keeps_storage(self, phone: FakePhone) -> None:
        response = phone.client.delete("/api/v1/session")

        assert (response.status_code, response.headers["Clear-Site-Data"]) == (204, '"cache"')
        assert phone.client.get("/api/v1/session").json()["signed_in"] is False

    def test_delete_without_a_token_is_refused(self, alice: User) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(alice, backend="allauth.account.auth_backends.AuthenticationBackend")

        assert refusal(client.delete("/api/v1/session"))[0] == 403
        assert client.get("/api/v1/session").json()["signed_in"] is True


class TestWhoMaySync:
    """Owner, other, nobody."""

    def test_nobody_is_refused(self, nobodys_phone: FakePhone) -> None:
        assert refusal(nobodys_phone.post(change(check_in()))) == (401, PROBLEM, None, "no-store")
        assert Record.objects.count() == 0

    def test_somebody_else_gets_nothing_of_the_owner(self, phone: FakePhone, bobs_phone: FakePhone) -> None:
        phone.sync(change(check_in(note="private")))

        bobs_phone.sync()

        assert bobs_phone.records == {}

    def test_f59_strangers_id_is_answered_like_a_missing_one(self, phone: FakePhone, bobs_phone: FakePhone) -> None:
        theirs = change(check_in(note="alice's"))
        phone.sync(theirs)

        [on_theirs] = bobs_phone.sync(change(check_in(note="bob's"), id=theirs["id"], base=1))["results"]
        [on_none] = bobs_phone.sync(change(check_in(note="bob's"), base=1))["results"]
        phone.sync()

        assert {**on_theirs, "op": 0, "id": 0, "revision": 0} == {**on_none, "op": 0, "id": 0, "revision": 0}
        assert phone.data() == [check_in(note="alice's")]

    def test_f59_strangers_deletion_and_op_touch_nothing(self, phone: FakePhone, bobs_phone: FakePhone) -> None:
        theirs = change(check_in())
        phone.sync(theirs)

        [result] = bobs_phone.sync(change(id=theirs["id"], base=1, op=theirs["op"]))["results"]
        phone.sync()

        assert (result["status"], phone.data()) == ("applied", [check_in()])

    def test_f34_phone_of_another_account_is_refused_before_anything_is_taken(
        self, phone: FakePhone, bobs_phone: FakePhone
    ) -> None:
        phone.sync()
        bobs_phone.epoch = phone.epoch

        response = bobs_phone.post(change(check_in()))

        assert (refusal(response)[0], response.json()["code"]) == (401, "other-account")
        assert Record.objects.count() == 0

    def test_account_without_consent_is_refused(self, phone: FakePhone, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(may_keep_health_data, "_check", lambda user: False)

        response = phone.post(change(check_in()))

        assert (refusal(response)[0], response.json()["code"]) == (403, "consent")

    def test_f53_disabled_account_is_signed_out(self, phone: FakePhone, alice: User) -> None:
        alice.is_active = False
        alice.save()

        assert refusal(phone.post())[0] == 401


class TestCsrf:
    """Only this site's pages may send."""

    @pytest.fixture
    def strict(self, alice: User) -> FakePhone:
        client = Client(enforce_csrf_checks=True)
        client.force_login(alice, backend="allauth.account.auth_backends.AuthenticationBackend")
        return FakePhone(client)

    def test_token_of_the_session_answer_lets_through(self, strict: FakePhone) -> None:
        token = strict.client.get("/api/v1/session").json()["csrf_token"]

        response = post_json(strict.client, {"device_id": strict.device_id}, X_CSRFToken=token)

        assert response.status_code == 200

    def test_no_token_is_a_json_refusal(self, strict: FakePhone) -> None:
        response = strict.post(change(check_in()))

        assert refusal(response) == (403, PROBLEM, None, "no-store")
        assert json.loads(response.content)["code"] == "csrf"

    def test_foreign_origin_is_refused(self, strict: FakePhone) -> None:
        token = strict.client.get("/api/v1/session").json()["csrf_token"]

        response = post_json(strict.client, {}, X_CSRFToken=token, Origin="https://evil.example")

        assert refusal(response)[0] == 403

    @pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
    def test_body_that_a_form_could_send_is_refused(self, phone: FakePhone, content_type: str) -> None:
        headers = {"X-Hipcare-Api": "1"}
        response = phone.client.post("/api/v1/sync", b"{}", content_type=content_type, headers=headers)

        assert refusal(response)[0] == 415


class TestLimits:
    """Too much, too old, too often."""

    def test_413_over_two_hundred_changes(self, phone: FakePhone) -> None:
        response = phone.post(*[change(check_in()) for _ in range(MOST_CHANGES + 1)])

        assert (refusal(response)[0], Record.objects.count()) == (413, 0)

    def test_413_over_a_mebibyte(self, phone: FakePhone) -> None:
        assert refusal(post_json(phone.client, b" " * (MOST_BYTES + 1)))[0] == 413

    def test_record_of_more_than_64_kib_is_invalid_alone(self, phone: FakePhone) -> None:
        results = phone.sync(change(check_in(more="x" * 66_000)), change(check_in()))["results"]

        assert [result["status"] for result in results] == ["invalid", "applied"]

    @pytest.mark.parametrize("version", ["", "0", "one", "-1"])
    def test_f50_426_for_an_older_api(self, phone: FakePhone, version: str) -> None:
        response = post_json(phone.client, {}, X_Hipcare_Api=version)

        assert (refusal(response)[0], json.loads(response.content)["code"]) == (426, "update")

    def test_f50_newer_phone_is_asked_to_wait_for_the_deploy(self, phone: FakePhone) -> None:
        assert refusal(post_json(phone.client, {}, X_Hipcare_Api="2")) == (503, PROBLEM, "60", "no-store")

    def test_f54_429_says_when_to_come_back(self, phone: FakePhone, settings: Any) -> None:
        settings.SYNC_REQUESTS_PER_MINUTE = 2
        for _ in range(2):
            phone.sync()

        status, kind, wait, _ = refusal(phone.post())

        assert (status, kind, 1 <= int(wait or 0) <= 60) == (429, PROBLEM, True)

    def test_limit_is_of_one_account(self, phone: FakePhone, bobs_phone: FakePhone, settings: Any) -> None:
        settings.SYNC_REQUESTS_PER_MINUTE = 1
        phone.sync()

        assert bobs_phone.post().status_code == 200

    @pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
    def test_405_for_other_methods(self, phone: FakePhone, method: str) -> None:
        response = getattr(phone.client, method)("/api/v1/sync")

        assert (refusal(response)[0], response.headers["Allow"]) == (405, "POST")


BODIES: list[Any] = [
    b" ", b"{", b"null", b"[]", b"1", b'"x"', b"\xff\xfe", b'{"device_id": 5}', b"[" * 100_000, b'{"changes": NaN}',
    b'{"device_id": "00000000-0000-4000-8000-000000000001", "changes": {}}',
    b'{"device_id": "00000000-0000-4000-8000-000000000001", "changes": [1]}',
    b'{"device_id": "00000000-0000-4000-8000-000000000001", "changes": [{"op": "x", "id": "y"}]}',
    b'{"device_id": "00000000-0000-4000-8000-000000000001", "cursor": 7}',
    b'{"device_id": "00000000-0000-4000-8000-000000000001", "n": ' + b"9" * 5000 + b"}",
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_422_for_a_malformed_body(phone: FakePhone, body: bytes) -> None:
    assert refusal(post_json(phone.client, body)) == (422, PROBLEM, None, "no-store")


UNSTORABLE = [
    b'"\\u0000"',
    b'"\\ud800"',
    b"1e999",
    b"9007199254740993",
    b"[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]",
    b'{"\\u0000": 1}',
]


@pytest.mark.parametrize("value", UNSTORABLE, ids=range(len(UNSTORABLE)))
def test_f56_what_cannot_be_kept_is_refused_and_nothing_else(phone: FakePhone, value: bytes) -> None:
    sent = [change(check_in(odd="here")), change(check_in())]
    body = json.dumps({"device_id": phone.device_id, "changes": sent}).encode().replace(b'"here"', value)

    results = json.loads(post_json(phone.client, body).content)["results"]

    assert [result["status"] for result in results] == ["invalid", "applied"]
    assert results[0]["errors"][0]["code"] == "unstorable"


@pytest.mark.parametrize("cursor", ["", "x", "1.a", "1.a/x", "9.a/9.a", "1.\0/1.\0", "²./1.", f"{10**20}./1."])
def test_cursor_that_is_none_of_ours_begins_again(phone: FakePhone, cursor: str) -> None:
    phone.sync(change(check_in()))
    phone.cursor = cursor

    answer = phone.post(change(check_in())).json()

    assert (answer["resync"], answer["results"], answer["cursor"]) == ("restored", [], None)


class TestUnavailable:
    """The database or the cache is away: 503, and later all is well."""

    def test_f16_f18_f19_503_with_retry_after(self, phone: FakePhone) -> None:
        phone.client.raise_request_exception = False
        with patch("apps.journal.api.exchange", side_effect=OperationalError("database is locked")):
            response = phone.post(change(check_in()))

        assert refusal(response) == (503, PROBLEM, "10", "no-store")

    def test_f17_limits_fail_closed_without_the_cache(self, phone: FakePhone) -> None:
        with patch("apps.core.rate_limits.cache.add", side_effect=RedisError):
            response = phone.post(change(check_in()))

        assert (refusal(response)[0], Record.objects.count()) == (429, 0)

    def test_f20_failure_in_the_middle_of_a_batch_keeps_nothing(self, phone: FakePhone) -> None:
        phone.client.raise_request_exception = False
        sent = [change(check_in(back=number)) for number in range(3)]
        with patch.object(Operation, "save", side_effect=[None, OperationalError("disk full")]):
            response = phone.post(*sent)

        assert (response.status_code, Record.objects.count()) == (503, 0)
        assert [result["status"] for result in phone.sync(*sent)["results"]] == ["applied"] * 3


class TestDevice:
    """GET /api/v1/device: asked by a signed-out phone."""

    def ask(self, phone: FakePhone, secret: str) -> Any:
        headers = {"X-Hipcare-Device": phone.device_id, "Authorization": f"Bearer {secret}"}
        return Client().get("/api/v1/device", headers=headers)

    def test_account_exists(self, phone: FakePhone) -> None:
        secret = phone.sync(want_secret=True)["device_secret"]

        response = self.ask(phone, secret)

        assert (response.status_code, response.json()) == (200, {"account": "exists"})

    def test_f57_deleted_account_is_gone(self, phone: FakePhone, alice: User) -> None:
        secret = phone.sync(want_secret=True)["device_secret"]
        alice.delete()

        response = self.ask(phone, secret)

        assert (refusal(response)[0], response.json()["code"]) == (410, "account-deleted")

    def test_wrong_secret_and_strangers_device_are_answered_alike(
        self, phone: FakePhone, bobs_phone: FakePhone
    ) -> None:
        phone.sync(want_secret=True)
        bobs = bobs_phone.sync(want_secret=True)["device_secret"]

        answers = [self.ask(phone, bobs), self.ask(phone, "x"), self.ask(FakePhone(Client()), "x")]

        assert [answer.content for answer in answers] == [answers[0].content] * 3
        assert refusal(answers[0])[0] == 404

    def test_secret_is_not_stored_and_a_new_one_replaces_it(self, phone: FakePhone) -> None:
        old, new = (phone.sync(want_secret=True)["device_secret"] for _ in range(2))

        assert Device.objects.filter(secret_hash__in=[old, new]).count() == 0
        assert [self.ask(phone, secret).status_code for secret in (old, new)] == [404, 200]

    def test_f57_phone_of_a_deleted_account_makes_nothing(self, phone: FakePhone, alice: User) -> None:
        alice.delete()

        assert refusal(phone.post(change(check_in())))[0] == 401
        assert Record.objects.count() == 0


def test_every_answer_is_private(phone: FakePhone, phone_of: Callable[[User], FakePhone]) -> None:
    answers = [phone.post(), phone.client.get("/api/v1/session"), phone.client.get("/api/v1/device")]

    assert [answer.headers["Cache-Control"] for answer in answers] == ["no-store"] * 3
