"""People with accounts on a running server, and devices of theirs that speak to its API."""

from __future__ import annotations

import contextlib
import http.client
import json
import uuid
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import Any

from tests.server import Server

_PEOPLE = """
import json
from allauth.account.models import EmailAddress
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from apps.accounts.services import give_consent
from apps.core.models import User
names, password = %r
keys = {}
for name in names:
    user = User.objects.get_or_create(email=f"{name}@example.org", defaults={"name": name.title()})[0]
    if password:
        user.name = ""
        user.set_password(password)
        user.save()
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    give_consent(owner=user)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    keys[name] = session.session_key
print(json.dumps(keys))
"""


def people(server: Server, *names: str, password: str = "") -> dict[str, str]:
    """Make accounts for these names, and return the key of a new session of each.

    With a password they may sign in too: their address is confirmed, and the one name that pages have for them.
    """
    keys: dict[str, str] = json.loads(server.run_python(_PEOPLE % ((names, password),)).splitlines()[-1])
    return keys


@dataclass(frozen=True)
class Person:
    """Somebody with an account whom no other test knows."""

    name: str
    key: str
    """Of a session."""
    server: Server

    @property
    def email(self) -> str:
        """The address of the account."""
        return f"{self.name}@example.org"

    @property
    def records(self) -> list[dict[str, Any]]:
        """Live records, as the server has them."""
        return ApiDevice(self.server, self.key).records()

    @property
    def notes(self) -> list[str]:
        """The notes of those records, sorted."""
        return ApiDevice(self.server, self.key).notes()


class ApiDevice:
    """A device that speaks to the API without a browser, as a person whose session it holds."""

    def __init__(self, server: Server, key: str) -> None:
        self.server, self.cookies = server, f"session={key}"
        self.device_id = str(uuid.uuid4())
        # A CSRF token that was made here counts as well as the server's: cookie and header agree.
        self.token = "t" * 32
        self.epoch: str | None = None

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """Return status and JSON of an answer."""
        status, _headers, received = self.answer(method, path, body)
        return status, json.loads(received) if received else None

    def answer(self, method: str, path: str, body: Any = None) -> tuple[int, HTTPMessage, bytes]:
        """Return status, headers and body of an answer."""
        headers = {"Cookie": f"{self.cookies}; csrf={self.token}", "X-CSRFToken": self.token, "X-Hipcare-Api": "1"}
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)) as connection:
            text = None if body is None else json.dumps(body)
            connection.request(method, path, text, {**headers, "Content-Type": "application/json"})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def body(self, *changes: dict[str, Any], cursor: str | None = None) -> dict[str, Any]:
        """Return what a sync sends."""
        body = {"device_id": self.device_id, "cursor": cursor, "changes": changes}
        return {**body, "epoch": self.epoch} if cursor else body

    def sync(self, *changes: dict[str, Any], cursor: str | None = None) -> dict[str, Any]:
        """Send changes, from the beginning of the journal or from a cursor."""
        status, answer = self.ask("POST", "/api/v1/sync", self.body(*changes, cursor=cursor))
        assert status == 200, (status, answer)
        self.epoch = answer["epoch"]
        received: dict[str, Any] = answer
        return received

    def records(self) -> list[dict[str, Any]]:
        """Return every live record of the person."""
        answer = self.sync()
        records = answer["changes"]
        while answer["more"]:
            answer = self.sync(cursor=answer["cursor"])
            records += answer["changes"]
        return [record for record in records if not record["deleted"]]

    def notes(self) -> list[str]:
        """Return the notes of the live records, sorted."""
        return sorted(record["data"].get("note", "") for record in self.records())
