"""The kinds of documents: which app has which, and where each is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apps.publishing.documents import Document

if TYPE_CHECKING:
    from apps.publishing.models import WorkingCopy


@dataclass(frozen=True)
class Kind:
    """What publishing has to know of one kind of document."""

    document_class: type[Document]
    working_copy: type[WorkingCopy]
    folder: str
    """The folder of `content/<language>/` that holds the first content of this kind."""
    address: Callable[[str], str] | None
    """Slug to URL path; None for a kind that has no page of its own."""
    shared_page: Callable[[], str] | None = None
    """The path of the page on which all documents of the kind stand, each under its slug."""
    template: str = ""
    """The template that draws the page."""
    context: Callable[[Document], dict[str, object]] = lambda document: {}
    """What the template needs besides the document."""
    references: Callable[[Document], Iterable[tuple[str, str]]] = lambda document: ()
    """The (kind, slug) pairs that the document points to."""
    player: Callable[[], tuple[str, dict[str, object]]] | None = None
    """Template and context of the player, for a kind that can be played."""
    titles_are_terms: bool = False
    """Its titles cannot be said more simply (the names of muscles): readability leaves them out."""
    essential: bool = False
    """Fetched first by the pack, and never withdrawn: readers may need it at any moment."""

    explains: Callable[[Document], Iterable[str]] = lambda document: ()
    """The words that the document explains, in the glossary."""
    explained_at: Callable[[str], str] | None = None
    """Slug to where the words are explained, for links to it."""

    @property
    def name(self) -> str:
        """The code of the kind."""
        return self.document_class.kind

    def place(self, slug: str) -> str:
        """Return where readers find a document: its page, or its place on a shared one; "" for neither."""
        if self.address:
            return self.address(slug)
        return f"{self.shared_page()}#{slug}" if self.shared_page else ""


class Kinds:
    """All kinds by name, filled by the content apps when they are loaded."""

    def __init__(self) -> None:
        self._by_name: dict[str, Kind] = {}

    def register(self, kind: Kind) -> None:
        """Add a kind."""
        self._by_name[kind.name] = kind

    def __getitem__(self, name: str) -> Kind:
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._by_name.values())


kinds = Kinds()
