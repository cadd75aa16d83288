"""What a working copy could not take over of a document, since what that names is not here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.utils.translation import gettext as _

from apps.publishing.documents import Document
from apps.publishing.exchange.files import values_of
from apps.publishing.kinds import kinds
from apps.publishing.models import WorkingCopy


def lost_of(document: Document, working_copy: WorkingCopy, message: str) -> dict[str, list[str]]:
    """Return messages by the field that the saved working copy has otherwise than the document.

    `message` says that a `language` has no working copies of `names`, and what to do about it.
    """
    wanted = document.model_dump(mode="json", exclude={"document_id", "language"})
    got = values_of(working_copy)
    return {name: [_message(document, value, message)] for name, value in wanted.items() if value != got.get(name)}


def _message(document: Document, value: object, message: str) -> str:
    """Say which of the documents that a field names have no working copy in the language."""
    text = json.dumps(value)
    missing = [
        f"{kinds[kind].working_copy._meta.verbose_name} “{slug}”"
        for kind, slug in _missing(kinds[document.kind].references(document), document.language)
        if json.dumps(slug) in text
    ]
    if missing:
        values = {"names": ", ".join(missing), "language": dict(settings.LANGUAGES)[document.language]}
        return message % values
    return _("This cannot be taken over: what it names is not here.")


def _missing(references: Iterable[tuple[str, str]], language: str) -> Iterator[tuple[str, str]]:
    for kind, slug in sorted(set(references)):
        if (
            kind in kinds
            and not kinds[kind].working_copy._default_manager.filter(language=language, slug=slug).exists()
        ):
            yield kind, slug
