"""A language made up for tests: every translated text stands in brackets, so that what was forgotten shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Any

import html5lib
from django.utils.translation import trans_real

_CONTEXT_END = "\x04"
_BRACKETED = re.compile("⟦[^⟦⟧]*⟧")
_READ_ALOUD = ("alt", "aria-label", "title", "placeholder", "content", "label")
NAMES = ("hipcare", "JavaScript", "JSON")
"""What is the same in every language."""


class Bracketed(NullTranslations):
    """Answers every message with itself in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message.rpartition(_CONTEXT_END)[2]}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def to_language(self) -> str:
        return "es"


@contextmanager
def bracketed_spanish() -> Iterator[None]:
    """Put brackets in the place of the Spanish translations."""
    kept = trans_real._translations.pop("es", None)
    trans_real._translations["es"] = Bracketed()
    try:
        yield
    finally:
        trans_real._translations.pop("es")
        if kept:
            trans_real._translations["es"] = kept


def outside_brackets(html: str) -> list[str]:
    """Return the words of a page that are neither translated nor marked as words of another language."""
    texts = [text for text, language in said(html) if language == "es"]
    stream = "\n".join(texts)
    while _BRACKETED.search(stream):
        stream = _BRACKETED.sub("", stream)
    for name in NAMES:
        stream = stream.replace(name, "")
    return [line.strip() for line in stream.splitlines() if re.search(r"[^\W\d_]", line)]


def wrongly_marked(html: str) -> list[str]:
    """Return the translated words that are marked as words of another language."""
    return [text for text, language in said(html) if language != "es" and "⟦" in text]


def said(html: str) -> Iterator[tuple[str, str]]:
    """Yield each text that is shown or read aloud, with the language that it is marked with."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    yield from _said(page.find("body"), page.get("lang") or "")


def _said(element: Any, language: str) -> Iterator[tuple[str, str]]:
    if not isinstance(element.tag, str) or element.tag.endswith(("script", "style")):
        return
    language = element.get("lang", language)
    yield from ((element.get(name), language) for name in _READ_ALOUD if element.get(name))
    yield element.text or "", language
    for child in element:
        yield from _said(child, language)
        yield child.tail or "", language
