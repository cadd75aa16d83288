"""Writes of the library."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from apps.figures.editing import stored_figure
from apps.figures.figure import Figure
from apps.publishing.models import WorkingCopy
from apps.publishing.workflow.appraisal import appraise


def save_figure(*, working_copy: WorkingCopy, figure: Figure, seen: set[str]) -> str:
    """Put a figure into a working copy that has the field, unless somebody has saved meanwhile.

    `seen` are the versions (`updated_at`, as ISO) that the editor has looked at. Returns "" when it is done, else
    the version that is there now.
    """
    with transaction.atomic():
        row: Any = type(working_copy)._default_manager.select_for_update().get(pk=working_copy.pk)
        version: str = row.updated_at.isoformat()
        if version not in seen:
            return version
        row.figure = stored_figure(figure)
        row.save(update_fields=["figure", "updated_at"])
        appraise(row)
    return ""
