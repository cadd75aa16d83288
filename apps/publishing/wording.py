"""Holds texts against the phrases that hipcare does not use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PHRASES_FILE = Path(__file__).resolve().parents[2] / "content" / "wording.toml"
_QUOTED = re.compile("“[^”]*”")


@dataclass(frozen=True)
class Phrase:
    """A phrase to avoid, why, and what to say instead."""

    pattern: re.Pattern[str]
    why: str
    instead: str


@dataclass(frozen=True)
class Finding:
    """A banned phrase as it stands in a text."""

    words: str
    why: str
    instead: str


@cache
def banned_phrases() -> tuple[Phrase, ...]:
    """Return the phrases of `content/wording.toml`."""
    rows = tomllib.loads(PHRASES_FILE.read_text(encoding="utf-8"))["phrase"]
    return tuple(
        Phrase(re.compile(rf"(?<!\w)(?:{row['pattern']})(?!\w)", re.IGNORECASE), row["why"], row["instead"])
        for row in rows
    )


def find_banned(texts: Iterable[str]) -> list[Finding]:
    """Return every banned phrase that is said, rather than quoted in curly quotes, in the texts."""
    return [
        Finding(match.group(), phrase.why, phrase.instead)
        for text in texts
        for phrase in banned_phrases()
        for match in phrase.pattern.finditer(_QUOTED.sub("", text))
    ]


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
