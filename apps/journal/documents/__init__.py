"""What the data of each kind of record must be like."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from apps.journal.documents.body import CheckIn, Goal, Measure, Profile
from apps.journal.documents.movement import Break, Drive, Session, Sit
from apps.journal.documents.shared import Data
from apps.journal.enums import Kind
from apps.journal.validators import LARGEST_RECORD, is_too_large, unstorable_path

DOCUMENTS: Mapping[Kind, type[Data]] = {
    Kind.CHECK_IN: CheckIn,
    Kind.SESSION: Session,
    Kind.SIT: Sit,
    Kind.BREAK: Break,
    Kind.DRIVE: Drive,
    Kind.MEASURE: Measure,
    Kind.GOAL: Goal,
    Kind.PROFILE: Profile,
}

Errors = list[dict[str, str]]


def errors_in(kind: Kind, data: dict[str, Any]) -> Errors:
    """Return what is wrong with the data of a record: `field` (dotted), `code` and `message` of each; never values."""
    path = unstorable_path(data)
    if path is not None:
        message = "This holds characters or numbers that cannot be kept."
        return [{"field": path, "code": "unstorable", "message": message}]
    if is_too_large(data):
        message = f"A record may have {LARGEST_RECORD} bytes."
        return [{"field": "", "code": "too_large", "message": message}]
    try:
        DOCUMENTS[kind].model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        return [
            {
                "field": ".".join(str(step) for step in problem["loc"]),
                "code": problem["type"],
                "message": problem["msg"],
            }
            for problem in error.errors(include_input=False, include_url=False, include_context=False)
        ]
    return []
