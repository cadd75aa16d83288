"""Which messages the code and the templates hold, found without GNU gettext."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.BASE_DIR)
FOLDERS = ("apps", "hipcare", "templates")
TEMPLATES = {".html", ".txt", ".json"}

Message = tuple[str, str, str]
"""Context, text, and text for several (both "" where there is none)."""

_LITERAL = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_CALL = re.compile(rf"(?<!\w)(_|n?p?gettext)\(\s*({_LITERAL}(?:\s*,\s*{_LITERAL})*)", re.DOTALL)


def messages() -> set[Message]:
    """Return every message that can be shown."""
    return {message for path in _files() for message in _in_file(path)}


def _files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in TEMPLATES | {".py"})


def _in_file(path: Path) -> Iterator[Message]:
    text = path.read_text(encoding="utf-8")
    return _in_code(text) if path.suffix == ".py" else _in_template(text)


def _in_template(text: str) -> Iterator[Message]:
    for name, literals in _CALL.findall(templatize(text)):
        strings = [ast.literal_eval(literal) for literal in re.findall(_LITERAL, literals, re.DOTALL)]
        yield _message(name, strings)


def _in_code(text: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id.removesuffix("_lazy").removesuffix("_noop")
            strings = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if name in {"_", "gettext", "ngettext", "pgettext", "npgettext"} and strings:
                yield _message(name, strings)


def _message(name: str, strings: list[str]) -> Message:
    context = strings.pop(0) if "p" in name else ""
    return context, strings[0], strings[1] if name.startswith("n") else ""
