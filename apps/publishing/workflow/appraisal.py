"""Holds a working copy against the rules when it is saved, so that lists and the first page need not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError as FormError
from django.db import transaction
from django.utils import timezone

from apps.publishing.documents import Document
from apps.publishing.kinds import kinds
from apps.publishing.models import Missing, NamedReference, Standing, WorkingCopy
from apps.publishing.readability import reading_grade
from apps.publishing.references import references_of
from apps.publishing.services import NOT_LIVE, check_publishable, document_of
from apps.publishing.wording import texts_in
from apps.publishing.workflow.standing import follow

_CODES = {"sources": Missing.SOURCES, "reviewed_on": Missing.REVIEW, "review_due": Missing.REVIEW}
Errors = Mapping[str, list[FormError]]
_WORDS_FOR_AN_IMAGE = "!["


@transaction.atomic
def appraise(working_copy: WorkingCopy) -> None:
    """Note what is missing, how hard it reads, whether it has a figure and which documents it names.

    Call it when the working copy and its related rows are saved.
    """
    document, errors = _held_against_the_rules(working_copy)
    rows = Standing.objects.filter(kind=working_copy.kind, page_id=working_copy.pk)
    values = {
        "missing": " ".join(sorted(set(_codes(errors)))),
        "grade": _grade(document),
        "digest_now": document.digest if document else "",
        "has_figure": _has_figure(working_copy),
    }
    if not rows.update(**values):
        follow(working_copy)
        rows.update(**values)
    if document:
        _note_references(rows.get(), document)


def appraise_the_rest() -> None:
    """Appraise every working copy that nobody has appraised yet, or of which it is not known what it says now."""
    for kind in kinds:
        known = Standing.objects.filter(kind=kind.name).exclude(digest_now="").values("page_id")
        for working_copy in kind.working_copy._default_manager.exclude(pk__in=known):
            appraise(working_copy)


def _held_against_the_rules(working_copy: WorkingCopy) -> tuple[Document | None, Errors]:
    document = None
    try:
        document = document_of(working_copy)
        check_publishable(document, timezone.now())
    except FormError as error:
        return document, error.error_dict
    return document, {}


def _codes(errors: Errors) -> Iterable[Missing]:
    """Return what is missing by the fields that errors are on; references are told apart in lists, as they change."""
    for name, found in errors.items():
        messages = [message for error in found if error.code != NOT_LIVE for message in error.messages]
        if not messages:
            continue
        if name in _CODES:
            yield _CODES[name]
        elif any(_WORDS_FOR_AN_IMAGE in message for message in messages):
            yield Missing.ALTERNATIVE
        elif name != "__all__":
            yield Missing.FIELDS


def _grade(document: Document | None) -> float | None:
    if document is None:
        return None
    terms = [
        title
        for kind in kinds
        if kind.titles_are_terms
        for title in kind.working_copy._default_manager.values_list("title", flat=True)
    ]
    return reading_grade(texts_in(document.to_json()), excepted=terms)


def _has_figure(working_copy: WorkingCopy) -> bool | None:
    """Tell whether there is a figure; None for a kind that has none."""
    return bool(working_copy.figure) if hasattr(working_copy, "figure") else None


def _note_references(standing: Standing, document: Document) -> None:
    wanted = references_of(document)
    NamedReference.objects.filter(standing=standing).delete()
    NamedReference.objects.bulk_create(
        NamedReference(standing=standing, kind=kind, slug=slug) for kind, slug in sorted(wanted)
    )
