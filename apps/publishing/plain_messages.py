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
    "extra_forbidden": gettext_lazy("This field is not known here."),
    "enum": gettext_lazy("Choose one of the list."),
    "literal_error": gettext_lazy("Choose one of the list."),
}
_NUMBER = gettext_lazy("Give a whole number here.")
_DATE = gettext_lazy("Give a date here, such as 2026-11-21.")
_OBJECT = gettext_lazy("Give an object in braces here.")
_WRONG_TYPES = {
    "string_type": gettext_lazy("Give a text here."),
    "bool_type": gettext_lazy("Give true or false here."),
    "bool_parsing": gettext_lazy("Give true or false here."),
    "tuple_type": gettext_lazy("Give a list in brackets here."),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_parsing_size": _NUMBER,
    "int_from_float": _NUMBER,
    "finite_number": _NUMBER,
    "date_type": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
}
"""For what comes from a file: a form sends nothing of a wrong type."""


def plain_message(detail: Mapping[str, Any]) -> str:
    """Return an error detail of pydantic (its `type`, `msg` and `ctx`) as a sentence that says what to do."""
    limits = detail.get("ctx", {})
    if detail["type"] in _WRONG_TYPES and detail.get("input") not in (None, ""):
        return str(_WRONG_TYPES[detail["type"]])
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
