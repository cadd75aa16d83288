"""What is true of a page that many documents share: who looked at them, when, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from apps.publishing.catalogue import AnyDocument, Catalogue
from apps.publishing.changes import Change, changes
from apps.publishing.documents import Source, in_order_of_text


@dataclass(frozen=True)
class SharedPage:
    """Facts about the documents of one page, taken together."""

    total: int
    reviewed_on: date
    """The day since which all of them have been looked over."""
    review_due: date
    """The day on which the first of them is due again."""
    read_by_clinician: int
    read_by_second_editor: int
    sources: tuple[Source, ...]
    language: str
    changes: list[Change]


def about_shared_page(shelf: Catalogue, document_class: type[AnyDocument]) -> SharedPage | None:
    """Return the facts about the page of a kind, or None while it is empty; one query for the changes."""
    documents = shelf.all(document_class)
    if not documents:
        return None
    entries = [shelf.entry(document.kind, document.slug) for document in documents]
    return SharedPage(
        total=len(documents),
        reviewed_on=min(document.reviewed_on for document in documents),
        review_due=min(document.review_due for document in documents),
        read_by_clinician=sum(1 for entry in entries if entry and entry.clinical_reviewer),
        read_by_second_editor=sum(1 for entry in entries if entry and entry.editorial_reviewer),
        sources=in_order_of_text(tuple(source for document in documents for source in document.sources)),
        language=documents[0].language,
        changes=changes(shelf, only={document_class.kind}),
    )
