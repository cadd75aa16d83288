"""Rules that every document keeps, whatever its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from apps.publishing.documents import Document

LONGEST_MONTHS = 24
"""A page is read again at least every two years."""
_IMAGE_WITHOUT_WORDS = re.compile(r"!\[\s*\]\(")


def images_without_words(document: Document) -> dict[str, list[str]]:
    """Return a message for each field whose Markdown shows an image and says nothing of what is on it."""
    return {
        name: [_("Say in words what the image shows, between the square brackets: ![words](/media/…).")]
        for name, value in document.to_json().items()
        if any(_IMAGE_WITHOUT_WORDS.search(text) for text in _texts(value))
    }


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def months_between(first: date, last: date) -> int:
    """Return the months from one day to another; a month that has begun counts."""
    return (last.year - first.year) * 12 + last.month - first.month + (last.day > first.day)
