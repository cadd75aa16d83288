"""Writes the files that ES modules are served in: each module is a function in its file, and what it exports an object.

It knows the ways in which hipcare's modules import and export, and refuses any other.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict

from apps.core.modules import STATEMENT, WANTED, Modules, beside

_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n|/\*\* @(?:(?!\*/).)*\*/ ?", re.MULTILINE)
"""A comment that has its lines to itself, or tells a type. In a string it would be none; no module has such strings."""
_FROM = re.compile(r"^(?P<word>import|export) (?:\{(?P<names>[^}]*)\}|\* as (?P<whole>\w+)) from ")
_ALONE = re.compile(r'^import "')
_DECLARED = re.compile(r"^export (?=(?:async )?function\*? (\w+)|const (\w+) = |class (\w+) )", re.MULTILINE)
_LISTED = re.compile(r"^export \{([^}]*)\};", re.MULTILINE)
_IS_MODULE = re.compile(r"^(?:import|export)\b|\bimport\(", re.MULTILINE)
_UNKNOWN = re.compile(r"^(?:(?:import|export)\b|(?!.*\basync\b)\S.*\bawait\b).*", re.MULTILINE)
"""An import or export that is left when those that are known are gone; and waiting outside of every function."""


def joined(modules: Modules) -> dict[str, str]:
    """Return the text of each file by name, without its comments; a script that is no module stays as it is.

    Raises ValueError for a statement that it does not know.
    """
    held: dict[str, list[str]] = defaultdict(list)
    for name in modules.in_order:
        held[modules.files[name]].append(name)
    return {file: _text(modules, file, names) for file, names in held.items()}


def word_for(name: str) -> str:
    """Return what a module is called in the files: `js/core/dom.js` is `$core_dom`."""
    return "$" + re.sub(r"\W", "_", name.removeprefix("js/").removesuffix(".js"))


def _text(modules: Modules, file: str, names: list[str]) -> str:
    if names == [file] and not _IS_MODULE.search(modules.sources[file]):
        return modules.sources[file]
    functions = "".join(f"const {word_for(name)} = (() => {{\n{_body(modules, name, file)}}})();\n" for name in names)
    text = f"{_imports(modules, file, names)}{functions}export {{ {', '.join(map(word_for, names))} }};\n"
    return _COMMENT.sub("", text)


def _imports(modules: Modules, file: str, names: list[str]) -> str:
    """Return the statements by which a file imports from others what its modules need."""
    needs: dict[str, dict[str, None]] = defaultdict(dict)
    for other in (other for name in names for other in modules.imports(name)):
        if modules.files[other] != file:
            needs[modules.files[other]][word_for(other)] = None
    return "".join(f'import {{ {", ".join(words)} }} from "{_path(file, home)}";\n' for home, words in needs.items())


def _body(modules: Modules, name: str, file: str) -> str:
    """Return a module as the body of a function that returns what the module exports."""

    def wanted(found: re.Match[str]) -> str:
        other = beside(name, found["path"])
        return f'import("{_path(file, modules.files[other])}").then((file) => file.{word_for(other)})'

    source = modules.sources[name]
    text = STATEMENT.sub(lambda found: _bound(found[0], beside(name, found["path"])), source)
    text = _LISTED.sub("", _DECLARED.sub("", text))
    if unknown := _UNKNOWN.search(text):
        raise ValueError(f"{name}: {unknown[0]!r} is not among the statements that can be joined")
    return f"{WANTED.sub(wanted, text)}\nreturn {{ {', '.join(_exports(name, source))} }};\n"


def _bound(statement: str, other: str) -> str:
    """Return what takes the place of an import from another module; the statement itself where it is not known."""
    found = _FROM.match(statement)
    if not found:
        return "" if _ALONE.match(statement) else statement
    if found["word"] == "export":
        return ""
    names = ", ".join(_property(before, after) for before, after in _names(found["names"] or ""))
    return f"const {found['whole'] or f'{{ {names} }}'} = {word_for(other)};"


def _exports(name: str, source: str) -> list[str]:
    """Return what a module exports, as the properties of an object."""
    declared = [next(filter(None, found.groups())) for found in _DECLARED.finditer(source)]
    listed = [_property(after, before) for found in _LISTED.finditer(source) for before, after in _names(found[1])]
    passed_on = []
    for statement in STATEMENT.finditer(source):
        found = _FROM.match(statement[0])
        if found and found["word"] == "export":
            other = word_for(beside(name, statement["path"]))
            passed_on += [f"{after}: {other}.{before}" for before, after in _names(found["names"] or "")]
    return [*declared, *listed, *passed_on]


def _property(key: str, value: str) -> str:
    return key if key == value else f"{key}: {value}"


def _names(listed: str) -> list[tuple[str, str]]:
    """Read `a, b as c`: what each is called before and after."""
    parts = [part.split() for part in listed.split(",") if part.strip()]
    return [(part[0], part[-1]) for part in parts]


def _path(file: str, other: str) -> str:
    path = posixpath.relpath(other, posixpath.dirname(file))
    return path if path.startswith(".") else f"./{path}"
