"""Holds texts against the phrases that hipcare does not use, or uses with care."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

PHRASES_FILE = Path(__file__).resolve().parents[2] / "content" / "wording.toml"
BANNED, CAREFUL = "banned", "careful"
_QUOTED = re.compile("“[^”]*”")
_GAP = r"[\s\-\u2010\u2011]+"


@dataclass(frozen=True)
class AvoidedPhrase:
    """A phrase to think twice about: how it is written, where it may stand, why, and what to say instead."""

    level: str
    forms: tuple[str, ...]
    why: str
    instead: str
    unless: tuple[str, ...] = ()

    def found_in(self, text: str) -> Iterator[str]:
        """Yield the phrase as it stands in a text, once for each place."""
        allowed = self._pattern_of_unless
        for match in self._pattern.finditer(allowed.sub("", text) if allowed else text):
            yield match.group()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _pattern_of(self.forms)

    @cached_property
    def _pattern_of_unless(self) -> re.Pattern[str] | None:
        return _pattern_of(self.unless) if self.unless else None


@dataclass(frozen=True)
class Finding:
    """A phrase as it stands in a text."""

    words: str
    why: str
    instead: str
    level: str = BANNED


@cache
def shipped_rows() -> tuple[dict[str, Any], ...]:
    """Return the entries of `content/wording.toml`."""
    return tuple(tomllib.loads(PHRASES_FILE.read_text(encoding="utf-8"))["phrase"])


@cache
def shipped_phrases() -> tuple[AvoidedPhrase, ...]:
    """Return the phrases that an installation starts with."""
    return tuple(
        AvoidedPhrase(row["level"], tuple(row["forms"]), row["why"], row["instead"], tuple(row.get("unless", ())))
        for row in shipped_rows()
    )


def find_phrases(texts: Iterable[str], phrases: Iterable[AvoidedPhrase]) -> list[Finding]:
    """Return every phrase that is said, rather than quoted in curly quotes, in the texts; banned ones first."""
    spoken = [_QUOTED.sub("", text) for text in texts]
    found = [
        Finding(words, phrase.why, phrase.instead, phrase.level)
        for text in spoken
        for phrase in phrases
        for words in phrase.found_in(text)
    ]
    return sorted(found, key=lambda finding: finding.level)


def find_banned(texts: Iterable[str]) -> list[Finding]:
    """Return what the texts say of the phrases that ship as banned."""
    return find_phrases(texts, [phrase for phrase in shipped_phrases() if phrase.level == BANNED])


def texts_in(value: Any) -> Iterator[str]:
    """Yield the sentences and phrases for people in document JSON, leaving codes, slugs and addresses."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in {"sources", "url", "slug", "kind", "document_id", "family"}:
                yield from texts_in(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, str) and " " in value.strip():
        yield value


def _pattern_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Return what matches any of the forms as whole words; longer forms first."""
    longest_first = sorted(forms, key=len, reverse=True)
    written = "|".join(_GAP.join(re.escape(word) for word in re.split(_GAP, form) if word) for form in longest_first)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)
