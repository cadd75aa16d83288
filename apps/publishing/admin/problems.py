"""What keeps a working copy from being published, by field, each with a link to where it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.core.exceptions import ValidationError as FormError
from django.utils import timezone

from apps.publishing.documents import Document
from apps.publishing.models import WorkingCopy
from apps.publishing.services import NOT_LIVE, check_publishable, document_of


@dataclass(frozen=True)
class Problem:
    """Messages on one field; `anchor` is the id of its input, empty where it belongs to no single one.

    `may_wait` where nothing has to be changed here: what the page names has to go live before it.
    """

    label: str
    anchor: str
    messages: tuple[str, ...]
    may_wait: bool = False


@dataclass(frozen=True)
class Checked:
    """A working copy held against the rules of publishing."""

    document: Document | None
    problems: tuple[Problem, ...]


def check(working_copy: WorkingCopy, places: Mapping[str, str]) -> Checked:
    """Return the document, where there is one, and what is wrong.

    `places` leads from a document's field to the form's where the two have different names.
    """
    document = None
    try:
        document = document_of(working_copy)
        check_publishable(document, timezone.now())
    except FormError as error:
        return Checked(document, tuple(problems_of(error, working_copy, places)))
    return Checked(document, ())


def problems_of(error: FormError, working_copy: WorkingCopy, places: Mapping[str, str]) -> list[Problem]:
    """Return a form error as problems, each at the place of the change form where it is mended."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {"__all__": error.error_list}
    problems = []
    for name, errors in by_field.items():
        place = places.get(name, name) if name and name != "__all__" else ""
        anchor = f"{place}-group" if _is_inline(working_copy, place) else f"id_{place}" if place else ""
        messages = tuple(message for one in errors for message in one.messages)
        may_wait = all(one.code == NOT_LIVE for one in errors)
        problems.append(Problem(_label(working_copy, place), anchor, messages, may_wait))
    return problems


def _label(working_copy: WorkingCopy, name: str) -> str:
    try:
        field = working_copy._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    label = getattr(field, "verbose_name", "")
    if not label and field.related_model:
        label = field.related_model._meta.verbose_name_plural
    return str(label)[:1].upper() + str(label)[1:]


def _is_inline(working_copy: WorkingCopy, name: str) -> bool:
    return any(relation.get_accessor_name() == name for relation in working_copy._meta.related_objects)
