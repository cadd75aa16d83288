"""What there is to read on a page, and how hard it is: used by tests and by the bench."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import html5lib

from apps.publishing.readability import reading_grade

_BLOCKS = {"caption", "dd", "dt", "h1", "h2", "h3", "h4", "label", "legend", "li", "p", "summary", "td", "th"}
_NO_READING = {"button", "nav", "option", "script", "style", "svg", "template"}
_NO_SENTENCES = {"chip", "numbers-table", "references"}
"""Classes of what is looked up and not read: facts in a word, telephone numbers, the titles of sources."""


def page_grade(html: str, *, excepted: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of a page's main part; `excepted` are the names of muscles."""
    return reading_grade(page_texts(html), excepted=excepted)


def page_texts(html: str) -> list[str]:
    """Return the texts of a page's main part, each once, by the innermost block that holds it."""
    main = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).find(".//main")
    texts = [" ".join(text.split()) for text in _texts(main)]
    return [text for text in texts if " " in text]


def _texts(element: Any) -> Iterator[str]:
    own: list[str] = []
    yield from _collect(element, own)
    yield "".join(own)


def _collect(element: Any, own: list[str]) -> Iterator[str]:
    """Add the element's inline text to `own`, and yield the texts of the blocks inside it."""
    own.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and not _is_passed_over(child):
            if child.tag in _BLOCKS:
                yield from _texts(child)
            else:
                yield from _collect(child, own)
        own.append(child.tail or "")


def _is_passed_over(element: Any) -> bool:
    classes = set((element.get("class") or "").split())
    return element.tag in _NO_READING or bool(classes & _NO_SENTENCES)
