"""The search index of a language, made once per content version."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from apps.core.registries import SearchEntry, content_version, search_entries
from apps.core.templatetags.layout import address
from apps.guides.search import KINDS, Indexed, Language, index, search
from apps.publishing.content_files import CONTENT_ROOT

_shelf: dict[str, tuple[str, list[Indexed]]] = {}


@cache
def _data_of(code: str) -> dict[str, Any]:
    path = CONTENT_ROOT / code / "search.toml"
    if not path.exists():
        path = CONTENT_ROOT / settings.LANGUAGE_CODE / "search.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {**data, "also": {address(page): words for page, words in data["also"].items()}}


def language_data() -> dict[str, Any]:
    """Return the parsed `search.toml` of the page's language, or the default one's, with that language's addresses."""
    return _data_of(get_language() or settings.LANGUAGE_CODE)


def language() -> Language:
    """Return how people put things."""
    return Language.from_data(language_data())


def index_now() -> list[Indexed]:
    """Return everything that can be searched for in the page's language, ready."""
    code, version = get_language() or settings.LANGUAGE_CODE, content_version.read()
    if code not in _shelf or _shelf[code][0] != version:
        _shelf[code] = version, index(search_entries, language())
    return _shelf[code][1]


BEST, MOST = 3, 30
"""How many answers stand above the groups, and how many there are in all; `search-all.js` shows as many."""


@dataclass(frozen=True)
class Results:
    """What is shown for a question."""

    best: list[SearchEntry]
    groups: list[tuple[str, list[SearchEntry]]]
    """The others by kind; the kind of the best of them comes first."""


def results(question: str) -> Results:
    """Return the best answers, and the others in groups."""
    found = search(index_now(), question, language())[:MOST]
    best, others = found[:BEST], found[BEST:]
    kinds = list(dict.fromkeys(entry.kind for entry in others))
    return Results(best, [(kind, [entry for entry in others if entry.kind == kind]) for kind in kinds])


def index_for_phones() -> dict[str, Any]:
    """Return what the phone needs to search by itself."""
    # Empty on nearly all; phones do without it.
    entries = [
        {name: value for name, value in asdict(one.entry).items() if value or name != "language"} for one in index_now()
    ]
    return {"kinds": list(KINDS), "language": language_data(), "entries": entries}
