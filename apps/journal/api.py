"""The sync API: who, which, do, answer. Whatever goes wrong is a problem document, and never cached."""

from __future__ import annotations

import functools
import json
import time
import uuid
from collections.abc import Callable
from typing import Any, NoReturn

from django.conf import settings
from django.contrib.auth import logout
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.middleware.csrf import get_token
from pydantic import BaseModel, ValidationError

from apps.core.errors import problem
from apps.core.models import User
from apps.core.rate_limits import take_turn
from apps.core.registries import may_keep_health_data
from apps.journal.messages import (
    API_VERSION,
    MOST_BYTES,
    MOST_CHANGES,
    DeviceAnswer,
    SessionAnswer,
    SessionUser,
    SyncRequest,
)
from apps.journal.queries import OtherAccount, epoch_of
from apps.journal.services.changes import journal_of
from apps.journal.services.devices import account_of_device
from apps.journal.services.exchange import exchange

View = Callable[[HttpRequest], HttpResponse]
MINUTE = 60
NEWER_SERVER_COMING = "60"
"""Seconds: a phone has newer code than this process while a deploy goes on."""


class Refusal(Exception):
    """Ends a request with a problem document."""

    def __init__(self, status: int, title: str, *, retry_after: str = "", **members: Any) -> None:
        super().__init__(title)
        self.status, self.title, self.retry_after, self.members = status, title, retry_after, members


def endpoint(*methods: str) -> Callable[[View], View]:
    """Answer these methods only, `Refusal` as a problem document, everything with `no-store`."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def answer(request: HttpRequest) -> HttpResponse:
            try:
                if request.method not in methods:
                    raise Refusal(405, "Method not allowed")
                response = view(request)
            except Refusal as refusal:
                response = problem(status=refusal.status, title=refusal.title, **refusal.members)
                if refusal.retry_after:
                    response["Retry-After"] = refusal.retry_after
            if response.status_code == 405:
                response["Allow"] = ", ".join(methods)
            response["Cache-Control"] = "no-store"
            return response

        return answer

    return decorate


@endpoint("GET", "DELETE")
def session(request: HttpRequest) -> HttpResponse:
    """Tell who is signed in, with a fresh CSRF token; DELETE signs out."""
    if request.method == "DELETE":
        logout(request)
        response = HttpResponse(status=204)
        # Not "storage": that would take records with it which were never sent.
        response["Clear-Site-Data"] = '"cache"'
        return response
    answer = SessionAnswer(signed_in=False, user=None, csrf_token=get_token(request), epoch=None)
    if isinstance(request.user, User):
        journal = journal_of(owner=request.user)
        user = SessionUser(id=journal.account, name=str(request.user))
        answer = answer.model_copy(update={"signed_in": True, "user": user, "epoch": str(epoch_of(journal))})
    return _json(answer)


@endpoint("POST")
def sync(request: HttpRequest) -> HttpResponse:
    """Take a phone's changes and give it what it does not have."""
    _check_version(request)
    owner = _signed_in(request)
    body = _read_json(request)
    _check_rate(owner)
    message = _parse(body)
    try:
        answer = exchange(owner=owner, request=message)
    except OtherAccount as error:
        raise Refusal(401, "Signed in as somebody else", code="other-account") from error
    except IntegrityError as error:
        # The account was deleted between the look at the session and the end of the transaction.
        if User.objects.filter(pk=owner.pk).exists():
            raise
        raise Refusal(401, "Signed out") from error
    return _json(answer)


@endpoint("GET")
def device(request: HttpRequest) -> HttpResponse:
    """Tell a signed-out phone whether the account it synced with still exists: 410 where it is deleted."""
    try:
        device_id = uuid.UUID(request.headers.get("X-Hipcare-Device", ""))
    except ValueError:
        raise Refusal(422, "Malformed", detail="X-Hipcare-Device is to be a UUID.") from None
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    exists = account_of_device(device_id=device_id, secret=secret) if scheme == "Bearer" else None
    if exists is None:
        raise Refusal(404, "Not found")
    if not exists:
        raise Refusal(410, "Gone", code="account-deleted")
    return _json(DeviceAnswer())


def _json(message: BaseModel) -> JsonResponse:
    return JsonResponse(message.model_dump(mode="json"))


def _check_version(request: HttpRequest) -> None:
    sent = request.headers.get("X-Hipcare-Api", "")
    version = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 6 else 0
    if version < API_VERSION:
        raise Refusal(426, "Update required", code="update")
    if version > API_VERSION:
        raise Refusal(503, "Not yet", retry_after=NEWER_SERVER_COMING)


def _signed_in(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Refusal(401, "Signed out")
    if not may_keep_health_data(request.user):
        raise Refusal(403, "No consent", code="consent")
    return request.user


def _check_rate(owner: User) -> None:
    most = settings.SYNC_REQUESTS_PER_MINUTE
    if not take_turn(name="sync", who=str(owner.pk), most=most, seconds=MINUTE):
        raise Refusal(429, "Too many requests", retry_after=str(MINUTE - int(time.time() % MINUTE)))


def _read_json(request: HttpRequest) -> Any:
    if request.content_type != "application/json":
        raise Refusal(415, "Unsupported media type", detail="Send application/json.")
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        raise Refusal(413, "Too large", detail=f"Send at most {MOST_BYTES} bytes.")
    try:
        return json.loads(request.body.decode("utf-8"), parse_constant=_refuse_constant)
    except UnreadablePostError as error:
        raise Refusal(400, "Cut off") from error
    except (ValueError, RecursionError):
        raise Refusal(422, "Malformed", detail="The body is no JSON.") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _parse(body: Any) -> SyncRequest:
    changes = body.get("changes") if isinstance(body, dict) else None
    if isinstance(changes, list) and len(changes) > MOST_CHANGES:
        raise Refusal(413, "Too many changes", detail=f"Send at most {MOST_CHANGES} changes.")
    try:
        return SyncRequest.model_validate(body)
    except ValidationError as error:
        errors = [
            {"field": ".".join(map(str, part["loc"])), "code": part["type"], "message": part["msg"]}
            for part in error.errors(include_input=False, include_url=False, include_context=False)
        ]
        raise Refusal(422, "Malformed", errors=errors) from None
