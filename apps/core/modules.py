"""ES modules without a bundler: which ones a page's script brings with it, so that a browser asks for all at once."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

_IMPORTED = re.compile(r"""^(?:import|export)\b[^;"'(]*["'](\.[^"']+)["']""", re.MULTILINE)


@cache
def imported_by(name: str) -> tuple[str, ...]:
    """Return the names below `static/` of all modules that a module imports, and those import, in order of need.

    What is imported only when it is wanted (`import(…)`) is left out. Raises FileNotFoundError for a name without file.
    """
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop(0)
        for relative in _IMPORTED.findall(_source(one)):
            other = posixpath.normpath(posixpath.join(posixpath.dirname(one), relative))
            if other != name and other not in found:
                found[other] = None
                waiting.append(other)
    return tuple(found)


def _source(name: str) -> str:
    path = finders.find(name)
    if not path:
        raise FileNotFoundError(name)
    return Path(path).read_text(encoding="utf-8")
