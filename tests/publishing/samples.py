"""A working copy of each kind, from what ships."""

from __future__ import annotations

from functools import cache

from apps.publishing.documents import Document
from apps.publishing.kinds import kinds
from apps.publishing.models import WorkingCopy
from tests.content_rows import shipped_documents


@cache
def samples() -> dict[str, Document]:
    """Return one shipped document of each kind."""
    return {document.kind: document for document in reversed(shipped_documents())}


def make_copy(kind: str) -> WorkingCopy:
    """Return the working copy of a shipped document, with working copies of what it names."""
    document = samples()[kind]
    by_address = {(one.kind, one.slug): one for one in shipped_documents()}
    for pair in {*kinds[kind].references(document)} - {(kind, document.slug)}:
        if pair in by_address:
            kinds[pair[0]].working_copy().save_document(by_address[pair])
    working_copy = kinds[kind].working_copy()
    working_copy.save_document(document)
    working_copy.save_related(document)
    return working_copy
