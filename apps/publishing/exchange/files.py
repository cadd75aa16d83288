"""The file: written from working copies, and read with nothing taken on trust."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NoReturn

from django.core.exceptions import ValidationError as FormError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _
from pydantic import ValidationError

from apps.publishing.models import WorkingCopy

FORMAT = "hipcare working copies"
VERSION = 1
MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 500
"""Rows that the page for importing takes at a time; while they are written, nothing else is."""
AT_A_TIME = 200
"""Rows that an export reads at a time."""
NOT_VALUES = {"schema_version", "document_id", "language"}


def export_text(working_copies: Iterable[WorkingCopy]) -> str:
    """Return working copies as the text of a file."""
    return "".join(export_parts(working_copies))


def export_parts(working_copies: Iterable[WorkingCopy]) -> Iterator[str]:
    """Yield the text of a file piece by piece, one for each working copy: there may be thousands."""
    yield f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}, "rows": ['
    for number, copy in enumerate(working_copies):
        yield f"{',' if number else ''}\n{_row_text(copy)}"
    yield "\n]}\n"


def _row_text(copy: WorkingCopy) -> str:
    row = {
        "kind": copy.kind,
        "document_id": str(copy.document_id),
        "language": copy.language,
        "version": version_of(copy),
        "values": values_of(copy),
    }
    return json.dumps(row, ensure_ascii=False, indent=1)


def version_of(working_copy: WorkingCopy) -> str:
    """Return what changes when the working copy is saved: an import over a newer one is stopped by it."""
    return working_copy.updated_at.isoformat()


def values_of(working_copy: WorkingCopy) -> dict[str, Any]:
    """Return the values of a working copy as JSON, as its document has them where it is whole."""
    try:
        values = working_copy.to_document().to_json()
    except ValidationError:
        raw = {**working_copy.base_values(), **working_copy.document_values()}
        values = json.loads(json.dumps(raw, cls=DjangoJSONEncoder))
    return {name: value for name, value in values.items() if name not in NOT_VALUES}


def read_rows(data: bytes, *, most: int | None = MAX_ROWS) -> Sequence[Any]:
    """Return the rows of a file, not yet checked; raises `FormError` for what is no such file."""
    whole = _parse(data)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("rows"), list):
        raise FormError(_("This is not an export of working copies."))
    if whole.get("version") != VERSION:
        raise FormError(_("This export has another version than this release reads. Export again."))
    rows: list[Any] = whole["rows"]
    if not rows:
        raise FormError(_("There is nothing in this file."))
    if most is not None and len(rows) > most:
        raise FormError(_("This file has %(count)s rows. Use at most %(most)s.") % {"count": len(rows), "most": most})
    return rows


def _parse(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise FormError(_("This file is not UTF-8 text. Save it as UTF-8.")) from error
    except json.JSONDecodeError as error:
        values = {"line": error.lineno, "column": error.colno}
        raise FormError(_("This is not JSON: look at line %(line)s, column %(column)s.") % values) from error
    except RecursionError as error:
        raise FormError(_("This file is nested too deeply.")) from error
    except _Unreadable as error:
        raise FormError(str(error)) from error
    except ValueError as error:
        raise FormError(_("There is a number with too many digits in this file.")) from error


class _Unreadable(Exception):
    """What is JSON for Python and for nobody else; the message says where."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Unreadable(_("“%(name)s” stands twice in one place of this file.") % {"name": twice[:60]})
    return found


def _no_constant(name: str) -> NoReturn:
    raise _Unreadable(_("“%(name)s” in this file is no number.") % {"name": name})
