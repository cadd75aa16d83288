"""A phone as the server sees it: what it sends, and what it has been given."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client

WHEN = "2026-11-21T09:30:00.000Z"


def moment(utc: str = WHEN) -> dict[str, Any]:
    """Return a point in time as records hold it."""
    return {"utc": utc, "zone": "Europe/London", "offset": 0}


def check_in(**fields: Any) -> dict[str, Any]:
    """Return the data of a check-in."""
    return {"at": moment(), "back": 4, "leg": 2, **fields}


def change(
    data: dict[str, Any] | None = None, *, kind: str = "check-in", base: int | None = None, **fields: Any
) -> dict[str, Any]:
    """Return a change; without data it deletes."""
    return {
        "op": str(uuid.uuid4()),
        "id": str(uuid.uuid4()),
        "kind": kind,
        "base_revision": base,
        "changed_at": WHEN,
        "deleted": data is None,
        "data": data,
        **fields,
    }


@dataclass
class FakePhone:
    """Sends changes and remembers its cursor, as a phone does."""

    client: Client
    device_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    epoch: str | None = None
    cursor: str | None = None
    records: dict[str, dict[str, Any]] = field(default_factory=dict)

    def post(self, *changes: dict[str, Any], **fields: Any) -> HttpResponse:
        """Send without learning anything from the answer."""
        body = {"device_id": self.device_id, "epoch": self.epoch, "cursor": self.cursor, "changes": changes}
        return post_json(self.client, {**body, **fields})

    def sync(self, *changes: dict[str, Any], **fields: Any) -> dict[str, Any]:
        """Send and take everything in; pulls on until there is no more."""
        first = answer = self._take(self.post(*changes, **fields))
        while answer["more"]:
            answer = self._take(self.post())
        return first

    def _take(self, response: HttpResponse) -> dict[str, Any]:
        assert response.status_code == 200, response.content
        answer: dict[str, Any] = json.loads(response.content)
        self.epoch, self.cursor = answer["epoch"], answer["cursor"]
        for record in answer["changes"]:
            self.records[record["id"]] = record
        return answer

    def data(self) -> list[dict[str, Any]]:
        """Return the data of all live records, in order of revision."""
        live = [record for record in self.records.values() if not record["deleted"]]
        return [record["data"] for record in sorted(live, key=lambda record: record["revision"])]


def post_json(client: Client, body: Any, **headers: str) -> HttpResponse:
    """Post to the sync API as a phone of this version does."""
    text = body if isinstance(body, (str, bytes)) else json.dumps(body)
    sent = {"X-Hipcare-Api": "1", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return client.post("/api/v1/sync", text, content_type="application/json", headers=sent)  # type: ignore[return-value]
