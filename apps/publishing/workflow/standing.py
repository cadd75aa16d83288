"""Keeps the standing of a working copy in step with its saves, whoever saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Case, Value, When

from apps.publishing.workflow.models import Stage, Standing

if TYPE_CHECKING:
    from apps.publishing.models import WorkingCopy


def follow(working_copy: WorkingCopy) -> None:
    """Take over what lists show; a submission or an approval was of the text before, so it ends.

    What was sent back stays so until it is submitted again: the reason is still to be read.
    """
    values: dict[str, Any] = {
        name: getattr(working_copy, name)
        for name in ("document_id", "language", "title", "slug", "review_due", "updated_at")
    }
    stage = Case(When(stage=Stage.SENT_BACK, then=Value(Stage.SENT_BACK.value)), default=Value(Stage.DRAFT.value))
    place = {"kind": working_copy.kind, "page_id": working_copy.pk}
    if not Standing.objects.filter(**place).update(**values, stage=stage, digest="", digest_now=""):
        Standing.objects.create(**place, **values)


def forget(working_copy: WorkingCopy) -> None:
    """Drop the standing of a working copy that is deleted."""
    Standing.objects.filter(kind=working_copy.kind, page_id=working_copy.pk).delete()


def note_published(working_copy: WorkingCopy) -> None:
    """Note that readers have the working copy as it is, though nobody among the editors has done it."""
    Standing.objects.filter(kind=working_copy.kind, page_id=working_copy.pk).update(stage=Stage.PUBLISHED)
