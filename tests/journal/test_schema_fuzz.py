"""The API held against its own OpenAPI schema: never a 5xx, and every answer is as the schema says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from apps.publishing.api.openapi import openapi_document
from hipcare.wsgi import application
from tests.journal.devices import FakePhone

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


SYNC_API = ("/session", "/sync", "/device")


def operations() -> list[Any]:
    """Return every operation of the schema as the site gives it out, with the site itself to ask."""
    document = json.loads(json.dumps({**openapi_document(), "servers": []}))
    schema = schemathesis.openapi.from_dict(document)
    schema.app = application
    return [found.ok() for found in schema.get_all_operations()]


@contextmanager
def database_stays_open() -> Iterator[None]:
    """Keep the test's connection: a site closes it around each request. Django's own test client does the same."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


bounded = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def ask(case: Any, client: Client | None = None) -> None:
    """Send one case, as nobody or with the cookies of a browser, and hold the answer against the schema."""
    cache.clear()
    cookies = {name: cookie.value for name, cookie in client.cookies.items()} if client else {}
    headers = {"X-Hipcare-Api": "1", "Accept-Encoding": "identity"}
    if client:
        headers["X-CSRFToken"] = client.get("/api/v1/session").json()["csrf_token"]
        cookies["csrf"] = client.cookies["csrf"].value
    with database_stays_open():
        response = case.call(cookies=cookies, headers=headers)
    case.validate_response(response, checks=CHECKS)


OPERATIONS = operations()
every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
own_operation = pytest.mark.parametrize(
    "operation", [one for one in OPERATIONS if one.path.endswith(SYNC_API)], ids=lambda one: one.label
)


def fuzz(operation: Any, client: Client | None = None) -> None:
    """Send what the schema allows, the same at every run."""

    @bounded
    @given(case=operation.as_strategy())
    def send(case: Any) -> None:
        ask(case, client)

    send()


@pytest.mark.django_db
@every_operation
def test_nobody_is_answered_as_the_schema_says(operation: Any) -> None:
    fuzz(operation)


@own_operation
def test_owner_is_answered_as_the_schema_says(operation: Any, phone: FakePhone) -> None:
    fuzz(operation, phone.client)
