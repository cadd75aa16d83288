"""The first use of a glossary word in a text leads to its meaning.

Each link opens the glossary's entry; `static/js/guides/explain-words.js` shows the meaning in place instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_TAG = re.compile(r"(<[^>]+>)")
_NOT_INSIDE = frozenset({"a", "code", "h2", "h3", "h4", "h5", "h6", "pre", "table"})


def explain(html: str, words: Mapping[str, str], glossary: str, explained: set[str]) -> SafeString:
    """Return safe HTML in which the first use of each glossary word is a link to its entry.

    `words` maps a form of a word, in small letters, to the slug of its entry. `explained` holds the slugs that
    need no link any more, and takes up those that get one. Links, headings, code and tables, where a finger has
    little room, stay as they are.
    """
    found = _matcher(tuple(words))
    depth = 0
    parts = []
    for part in _TAG.split(html):
        if part.startswith("<"):
            name = part.strip("</>").split()[0]
            depth += (-1 if part.startswith("</") else 1) if name in _NOT_INSIDE else 0
        elif depth == 0:
            part = found.sub(lambda match: _link(match, words, glossary, explained), part)  # noqa: PLW2901
        parts.append(part)
    return mark_safe("".join(parts))  # noqa: S308 (the text came safe, and what is added is escaped)


def _link(match: re.Match[str], words: Mapping[str, str], glossary: str, explained: set[str]) -> str:
    slug = words[match.group().lower()]
    if slug in explained:
        return match.group()
    explained.add(slug)
    return format_html('<a class="term" href="{}#{}">{}</a>', glossary, slug, mark_safe(match.group()))  # noqa: S308


@lru_cache(maxsize=4)
def _matcher(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return re.compile("(?!)")
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
