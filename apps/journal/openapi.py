"""The sync API as OpenAPI 3.1, made from the messages that it reads and writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from apps.core.registries import ApiDescription
from apps.journal.documents import DOCUMENTS
from apps.journal.messages import (
    MOST_BYTES,
    MOST_CHANGES,
    Change,
    DeviceAnswer,
    SessionAnswer,
    SyncAnswer,
    SyncProblem,
    SyncRequest,
)

_REF = "#/components/schemas/{model}"
_REFUSED = {
    "401": "Signed out, or signed in as somebody else (`other-account`)",
    "403": "No valid CSRF token (`csrf`), or no consent to keep health data (`consent`)",
}
_SYNC_REFUSED = {
    **_REFUSED,
    "400": "The body was cut off",
    "413": f"More than {MOST_CHANGES} changes or {MOST_BYTES} bytes",
    "415": "Not application/json",
    "422": "Malformed; `errors` names the fields",
    "426": "This client is too old (`update`)",
    "429": "Too often; see Retry-After",
    "503": "Not now; see Retry-After. The same request may be sent again",
}
_DEVICE_REFUSED = {
    "404": "Device and secret do not belong together",
    "410": "The account was deleted",
    "422": "The device is no UUID",
}


def sync_api() -> Iterator[ApiDescription]:
    """Yield the addresses of the sync API and the shapes that they speak of."""
    paths: dict[str, object] = {
        reverse("journal_api:session"): {
            "get": _operation("session", "Who is signed in", SessionAnswer, {}),
            "delete": _operation("sign-out", "Sign out", None, {"403": _REFUSED["403"]}, [_header("X-CSRFToken")]),
        },
        reverse("journal_api:sync"): {"post": _sync()},
        reverse("journal_api:device"): {
            "get": _operation(
                "device", "Whether the account of a device exists", DeviceAnswer, _DEVICE_REFUSED,
                [_header("X-Hipcare-Device"), _header("Authorization")],
            ),
        },
    }  # fmt: skip
    yield ApiDescription(paths=paths, schemas=_schemas())


def _sync() -> dict[str, Any]:
    headers = [_header("X-CSRFToken"), _header("X-Hipcare-Api")]
    operation = _operation("sync", "Send changes and fetch what is new", SyncAnswer, _SYNC_REFUSED, headers)
    body = {"required": True, "content": {"application/json": {"schema": _ref(SyncRequest)}}}
    return {**operation, "requestBody": body}


def _operation(
    name: str,
    summary: str,
    answer: type[BaseModel] | None,
    refused: dict[str, str],
    parameters: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    responses: dict[str, Any] = {"204": {"description": "Done"}}
    if answer:
        responses = {"200": {"description": "Done", "content": {"application/json": {"schema": _ref(answer)}}}}
    for status, description in refused.items():
        content = {"application/problem+json": {"schema": _ref(SyncProblem)}}
        responses[status] = {"description": description, "content": content}
    return {"operationId": name, "summary": summary, "parameters": parameters or [], "responses": responses}


def _header(name: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": False, "schema": {"type": "string"}}


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _REF.format(model=model.__name__)}


def _schemas() -> dict[str, object]:
    spoken: list[type[BaseModel]] = [SyncRequest, Change, SyncAnswer, SessionAnswer, DeviceAnswer, SyncProblem]
    _names, described = models_json_schema(
        [(model, "validation") for model in [*spoken, *DOCUMENTS.values()]], ref_template=_REF
    )
    return dict(sorted(described["$defs"].items()))
