"""What differs between two documents, line by line and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_WORDS = re.compile(r"\s+|\S+")
_LIKE_ENOUGH = 0.4


class Change(Enum):
    """What happened to a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Piece:
    """Some words of a line."""

    change: Change
    text: str


@dataclass(frozen=True)
class Line:
    """A line of a field; its pieces together are the line before and after."""

    change: Change
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FieldDifference:
    """A field that differs, by its label."""

    label: str
    lines: tuple[Line, ...]


def differences(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> list[FieldDifference]:
    """Compare two documents in words (label to lines); only fields that differ are returned."""
    labels = [*after, *(label for label in before if label not in after)]
    return [
        FieldDifference(label, tuple(_lines(before.get(label, ()), after.get(label, ()))))
        for label in labels
        if list(before.get(label, ())) != list(after.get(label, ()))
    ]


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from (_whole(Change.SAME, text) for text in before[i1:i2])
        else:
            yield from _replaced(before[i1:i2], after[j1:j2])


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    """Lines that are alike are shown as one changed line, the others as removed and added."""
    paired = min(len(before), len(after))
    for old, new in zip(before[:paired], after[:paired], strict=True):
        if SequenceMatcher(None, old, new, autojunk=False).ratio() >= _LIKE_ENOUGH:
            yield Line(Change.CHANGED, tuple(_pieces(old, new)))
        else:
            yield _whole(Change.REMOVED, old)
            yield _whole(Change.ADDED, new)
    yield from (_whole(Change.REMOVED, text) for text in before[paired:])
    yield from (_whole(Change.ADDED, text) for text in after[paired:])


def _whole(change: Change, text: str) -> Line:
    return Line(change, (Piece(change, text),))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    old_words, new_words = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Change.SAME, "".join(old_words[i1:i2]))
            continue
        if i2 > i1:
            yield Piece(Change.REMOVED, "".join(old_words[i1:i2]))
        if j2 > j1:
            yield Piece(Change.ADDED, "".join(new_words[j1:j2]))
