"""Rules that every document keeps, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from apps.publishing.documents import Document
from apps.publishing.markdown import images_in, missing_pictures

LONGEST_MONTHS = 24
"""A page is read again at least every two years."""


def images_without_words(document: Document) -> dict[str, list[str]]:
    """Return a message for each field whose Markdown shows an image and says nothing of what is on it."""
    return {
        name: [_("Say in words what the image shows, between the square brackets: ![words](/media/…).")]
        for name, value in document.to_json().items()
        if any(not words.strip() for text in texts_of(value) if "![" in text for words, _source in images_in(text))
    }


def gone_pictures(document: Document) -> dict[str, list[str]]:
    """Return a message for each field whose Markdown shows pictures that there are no more."""
    found = {name: sorted(missing_pictures(value)) for name, value in document.to_json().items()}
    return {
        name: [_("These pictures are gone: %(names)s.") % {"names": ", ".join(gone)}]
        for name, gone in found.items()
        if gone
    }


def wrong_dates(document: Document, moment: datetime) -> dict[str, list[str]]:
    """Return messages for the dates of review of a document that goes live at a moment."""
    errors = {}
    if is_to_come(document.reviewed_on):
        errors["reviewed_on"] = [_("Give the day on which it was last read, today at the latest.")]
    if document.review_due < moment.date():
        errors["review_due"] = [_("This day is over when the page goes live. Read the page again and set a new date.")]
    elif months_between(moment.date(), document.review_due) > LONGEST_MONTHS:
        errors["review_due"] = [_("Set a date at most 24 months ahead.")]
    return errors


def is_to_come(day: date) -> bool:
    """Whether a day has begun nowhere yet: east of here it may be tomorrow already."""
    return day > timezone.localdate() + timedelta(days=1)


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text in a value of a document's JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_of(item)


def months_between(first: date, last: date) -> int:
    """Return the months from one day to another; a month that has begun counts."""
    return (last.year - first.year) * 12 + last.month - first.month + (last.day > first.day)
