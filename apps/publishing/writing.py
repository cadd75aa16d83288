"""Help with one text: how hard it reads, sentences that are long, phrases to avoid, glossary words to link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import translation

from apps.publishing.catalogue import Catalogue, catalogue
from apps.publishing.kinds import kinds
from apps.publishing.phrases import phrases_in_use
from apps.publishing.readability import (
    HIGHEST_GRADE,
    LONGEST_SENTENCE,
    count_words,
    reading_grade,
    split_sentences,
)
from apps.publishing.wording import AvoidedPhrase, Finding, find_phrases

FEWEST_WORDS = 10
"""A grade says nothing about fewer."""
_LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)")
_LINK_GOAL = re.compile(r"\]\([^)\n]*\)")


@dataclass(frozen=True)
class GlossaryWord:
    """A word of a text that the glossary explains."""

    word: str
    """As it stands in the text."""
    at: int
    address: str

    @property
    def link(self) -> str:
        """The word as a Markdown link."""
        return f"[{self.word}]({self.address})"


@dataclass(frozen=True)
class Review:
    """What there is to say about one text."""

    grade: float | None
    words: int
    long_sentences: tuple[tuple[int, str], ...]
    """How many words, and the sentence."""
    findings: tuple[Finding, ...]
    glossary: tuple[GlossaryWord, ...]

    @property
    def is_hard(self) -> bool:
        """Whether it reads harder than texts should."""
        return self.grade is not None and self.grade > HIGHEST_GRADE

    @property
    def is_clear(self) -> bool:
        """Whether there is nothing to change."""
        return not (self.is_hard or self.long_sentences or self.findings)


class WritingHelp:
    """What texts of one language are held against, read once for as many as there are."""

    def __init__(self, language: str) -> None:
        self._phrases: tuple[AvoidedPhrase, ...] = phrases_in_use(language)
        shelf = catalogue(language, translated_only=True)
        self._names = list(_plain_names(shelf))
        with translation.override(language):
            self._glossary = list(_glossary_of(shelf))

    def review(self, text: str, *, links: bool = False) -> Review:
        """Return what there is to say about a text; glossary words only where it may hold links."""
        plain = _LINK_GOAL.sub("]", text)
        words = count_words(plain)
        sentences = ((count_words(sentence), sentence) for sentence in split_sentences(plain))
        return Review(
            grade=max(0.0, round(reading_grade([plain], excepted=self._names), 1)) if words >= FEWEST_WORDS else None,
            words=words,
            long_sentences=tuple(pair for pair in sentences if pair[0] > LONGEST_SENTENCE),
            findings=tuple(find_phrases([plain], self._phrases)),
            glossary=tuple(self._linkable(text)) if links else (),
        )

    def _linkable(self, text: str) -> Iterator[GlossaryWord]:
        unlinked = _LINK.sub(lambda match: " " * len(match.group()), text)
        for pattern, address in self._glossary:
            match = pattern.search(unlinked)
            if match and f"]({address})" not in text:
                yield GlossaryWord(match.group(), match.start(), address)


def _plain_names(shelf: Catalogue) -> Iterator[str]:
    """Yield the names that cannot be said more simply."""
    named = {kind.name for kind in kinds if kind.titles_are_terms}
    return (entry.body["title"] for entry in shelf.entries() if entry.kind in named)


def _glossary_of(shelf: Catalogue) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield what finds each word of the glossary, and where it is explained."""
    for kind in kinds:
        if kind.explained_at:
            for document in shelf.all(kind.document_class):
                yield _any_of(kind.explains(document)), kind.explained_at(document.slug)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
