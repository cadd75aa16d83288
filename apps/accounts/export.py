"""Everything that is known of a person, as files."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from apps.core.models import User
from apps.core.registries import personal_data

Row = dict[str, Any]

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def collect(*, owner: User) -> dict[str, Any]:
    """Return JSON values: everything of the owner's, by part, and nothing of anybody else's."""
    parts = {part.name: part.export(owner=owner) for part in personal_data}
    plain: dict[str, Any] = json.loads(json.dumps(parts, cls=DjangoJSONEncoder))
    return plain


def as_json(*, owner: User) -> bytes:
    """Return one JSON document in UTF-8."""
    document = {"format": "hipcare-export", "version": 1, "made_at": timezone.now().isoformat()}
    return json.dumps({**document, **collect(owner=owner)}, ensure_ascii=False, indent=1).encode()


def as_tables(*, owner: User) -> bytes:
    """Return a zip with one CSV table a part, for spreadsheets: UTF-8 with a mark, inner fields as `data.back`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in collect(owner=owner).items():
            rows = value if isinstance(value, list) else [value]
            archive.writestr(f"hipcare-{name}.csv", _table([dict(_flat(row)) for row in rows]))
    return packed.getvalue()


def _table(rows: list[Row]) -> bytes:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows({column: _cell(value) for column, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _flat(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if not isinstance(value, (dict, list)) or not value:
        yield name, None if isinstance(value, (dict, list)) else value
        return
    inner: Iterable[tuple[object, Any]] = value.items() if isinstance(value, dict) else enumerate(value, 1)
    for key, part in inner:
        yield from _flat(part, f"{name}.{key}" if name else str(key))


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from running a text as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA) else value
