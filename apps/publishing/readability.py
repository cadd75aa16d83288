"""How hard a text is to read: the Flesch-Kincaid grade, counted without word lists.

Formula: 0.39 * words/sentences + 11.8 * syllables/words - 15.59 (Kincaid and others, 1975, Research
Branch Report 8-75, US Navy). Syllables are counted as groups of vowels, the usual estimate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

HIGHEST_GRADE = 9
"""The line: what reads harder is named to editors."""
_SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyáéíóúü]+", re.IGNORECASE)
_SILENT_END = re.compile(r"(?:[^laeiouy]e|[^td]ed|[^sxzcgh]es)$", re.IGNORECASE)


def count_syllables(word: str) -> int:
    """Return how many syllables an English word has, at least one."""
    groups = len(_VOWELS.findall(word))
    if groups > 1 and _SILENT_END.search(word):
        groups -= 1
    return max(groups, 1)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line of a list counts as one."""
    return [part.strip() for part in _SENTENCE_END.split(text) if _WORD.search(part)]


def reading_grade(texts: Iterable[str], *, excepted: Iterable[str] = ()) -> float:
    """Return the Flesch-Kincaid grade of some texts taken together; 0.0 where there are no words.

    `excepted` are terms that cannot be said more simply (the names of muscles): each counts as one
    syllable.
    """
    names = {part.lower() for term in excepted for part in _WORD.findall(term)}
    sentences = [sentence for text in texts for sentence in split_sentences(text)]
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return 0.0
    syllables = sum(1 if word.lower() in names else count_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
