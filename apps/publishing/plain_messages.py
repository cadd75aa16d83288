"""What pydantic finds wrong with a document, in words for editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_EMPTY = gettext_lazy("Fill this in.")
_SENTENCES = {
    "missing": _EMPTY,
    "string_too_short": _EMPTY,
    "string_type": _EMPTY,
    "int_type": _EMPTY,
    "date_type": _EMPTY,
    "string_too_long": gettext_lazy("Use at most %(max_length)s characters."),
    "too_short": gettext_lazy("Give at least %(min_length)s."),
    "string_pattern_mismatch": gettext_lazy("This is not in the right form."),
    "greater_than_equal": gettext_lazy("Enter %(ge)s or more."),
    "less_than_equal": gettext_lazy("Enter %(le)s or less."),
    "enum": gettext_lazy("Choose one of the list."),
    "literal_error": gettext_lazy("Choose one of the list."),
}


def plain_message(detail: Mapping[str, Any]) -> str:
    """Return an error detail of pydantic (its `type`, `msg` and `ctx`) as a sentence that says what to do."""
    limits = detail.get("ctx", {})
    if detail["type"] in _SENTENCES:
        return str(_SENTENCES[detail["type"]] % limits)
    sentence = str(limits.get("error", detail["msg"]))
    return sentence[:1].upper() + sentence[1:].rstrip(".") + "."


def place_words(place: Iterable[str | int]) -> list[str]:
    """Return the rest of an error's place for people: rows are counted from one, names have spaces."""
    return [
        _("no. %(number)s") % {"number": part + 1} if isinstance(part, int) else part.replace("_", " ")
        for part in place
    ]
