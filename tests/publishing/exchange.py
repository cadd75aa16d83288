"""Exports and imports for tests."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.publishing.exchange.files import FORMAT, export_text
from apps.publishing.exchange.report import ImportReport
from apps.publishing.models import WorkingCopy

IMPORT = "/admin/library/muscle/import/"


def exported(*copies: WorkingCopy) -> list[dict[str, Any]]:
    """Return the rows of an export."""
    rows: list[dict[str, Any]] = json.loads(export_text(copies))["rows"]
    return rows


def file_of(rows: Iterable[Any]) -> bytes:
    """Return rows as a file."""
    return json.dumps({"format": FORMAT, "version": 1, "rows": list(rows)}).encode()


def send(client: Client, data: bytes, language: str = "") -> Any:
    """Upload a file for its dry run."""
    return client.post(IMPORT, {"file": SimpleUploadedFile("rows.json", data), "language": language})


def dry_run(client: Client, rows: Iterable[Any], language: str = "") -> ImportReport:
    """Upload rows and return what the page says of them."""
    response = send(client, file_of(rows), language)
    assert response.status_code == 200
    report = response.context["report"]
    assert isinstance(report, ImportReport), response.context["form"].errors
    return report


def confirm(client: Client, rows: Iterable[Any], language: str = "") -> Any:
    """Upload rows and confirm what the page shows."""
    token = send(client, file_of(rows), language).context["token"]
    return client.post(IMPORT, {"token": token})


def said(report: ImportReport) -> list[tuple[str, list[str]]]:
    """Return the state of each row, with its changed fields or what is wrong, as `field: message`."""
    found = []
    for row in report.rows:
        wrong = [f"{label}: {' '.join(messages)}" for label, messages in row.problems.items()]
        found.append((row.state.value, wrong or [difference.label for difference in row.differences]))
    return found
