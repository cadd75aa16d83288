"""Searching: how words are compared, and in which order entries are shown.

`static/js/guides/search-rules.js` follows the same rules on the phone; `tests/vectors/search.json` holds the
questions that both are tested with. Kept small on purpose: a few hundred entries need no search engine.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from apps.core.registries import SearchEntry
from apps.library.filters import fold

_APOSTROPHE = re.compile("[’']")
_NO_WORD = re.compile("[^a-z0-9]+")

MOST_WORDS = 12
CLAIM_WEIGHT = 0.4
"""A popular idea is titled with its very words; what is known comes before it."""
LEAST = 0.2
"""Of the best score: what has less answers another question."""
FIELD_WEIGHTS = (10, 5, 2)
"""What a match counts for in the title, the other words and the summary."""
EXACT, PREFIX, CLOSE = 1.0, 0.7, 0.45
KINDS = ("safety", "guide", "check", "faq", "routine", "stretch", "position", "condition", "claim", "term", "muscle")
"""Of two equal matches, the kind that stands first here is shown first."""


@dataclass(frozen=True)
class Language:
    """How people put things in a language (`content/<language>/search.toml`)."""

    stop: frozenset[str]
    same: dict[str, str]
    """Stem to the stem that stands for its group."""
    phrases: tuple[tuple[str, str], ...]
    also: dict[str, str]
    """By address: words that people use for a page and that it does not say itself."""

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Language:
        """Read the parsed file."""
        same = {stem(word): stem(group[0]) for group in data["same"] for word in group}
        phrases = sorted(data["phrases"].items(), key=lambda pair: -len(pair[0]))
        return cls(frozenset(data["stop"]), same, tuple(phrases), data["also"])

    def tokens(self, text: str) -> list[str]:
        """Return the stems of a text that count, each word of a group as the group's first."""
        folded = _APOSTROPHE.sub("", fold(text))
        plain = f" {_NO_WORD.sub(' ', folded).strip()} "
        for phrase, instead in self.phrases:
            plain = plain.replace(f" {phrase} ", f" {instead} ")
        stems = [stem(word) for word in plain.split() if word not in self.stop]
        return [self.same.get(one, one) for one in stems]


@dataclass(frozen=True)
class Indexed:
    """An entry with its tokens by field, in the order of `FIELD_WEIGHTS`."""

    entry: SearchEntry
    fields: tuple[frozenset[str], ...]


def stem(word: str) -> str:
    """Return a word without its commonest English endings."""
    for ending, least in (("ing", 6), ("ies", 5), ("ed", 5), ("es", 5), ("s", 4)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def index(entries: Iterable[SearchEntry], language: Language) -> list[Indexed]:
    """Return entries ready to be searched."""
    return [_indexed(entry, language) for entry in entries]


def _indexed(entry: SearchEntry, language: Language) -> Indexed:
    words = f"{entry.words} {language.also.get(entry.url, '')}"
    fields = tuple(frozenset(language.tokens(text)) for text in (entry.title, words, entry.summary))
    return Indexed(entry, fields)


def search(indexed: Sequence[Indexed], question: str, language: Language) -> list[SearchEntry]:
    """Return the entries that answer a question, best first; none for a question without words."""
    asked = list(dict.fromkeys(language.tokens(question)))[:MOST_WORDS]
    rarity = {token: _rarity(indexed, token) for token in asked}
    scored = [(_score(one, asked, rarity), one.entry) for one in indexed]
    least = LEAST * max((score for score, _entry in scored), default=0.0)
    found = [(score, entry) for score, entry in scored if score > 0 and score >= least]
    found.sort(key=lambda pair: (-round(pair[0], 6), KINDS.index(pair[1].kind), pair[1].title))
    return [entry for _score_, entry in found]


def _rarity(indexed: Sequence[Indexed], token: str) -> float:
    having = sum(any(token in field for field in one.fields) for one in indexed)
    return math.log(1 + len(indexed) / (1 + having))


def _score(one: Indexed, asked: Sequence[str], rarity: dict[str, float]) -> float:
    parts = [rarity[token] * max(_field_scores(one, token)) for token in asked]
    matched = sum(part > 0 for part in parts)
    weight = CLAIM_WEIGHT if one.entry.kind == "claim" else 1.0
    return weight * sum(parts) * (matched / len(asked)) if matched else 0.0


def _field_scores(one: Indexed, token: str) -> Iterable[float]:
    for weight, field in zip(FIELD_WEIGHTS, one.fields, strict=True):
        yield weight * max((closeness(token, word) for word in field), default=0.0)


def closeness(asked: str, word: str) -> float:
    """Return how well a word answers what was asked: 1 for equal, less for a beginning or a slip of the finger."""
    if asked == word:
        return EXACT
    if len(asked) >= 3 and word.startswith(asked):
        return PREFIX
    allowed = 2 if len(asked) >= 8 else 1 if len(asked) >= 4 else 0
    return CLOSE if allowed and distance(asked, word, allowed) <= allowed else 0.0


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters to change, add, drop or swap (optimal string alignment), or a number above `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, against in enumerate(other, start=1):
            best = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                best = min(best, before[column - 2] + 1)
            line.append(best)
        before, last = last, line
    return last[-1]
