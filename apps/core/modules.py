"""ES modules are written apart and served joined: which module imports which, and the file that each is served in.

A module that one page's script needs is joined to that script. Of a folder, those that several need make one file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

SHARED = "shared.js"
"""The file of those modules of a folder that several pages need."""

STATEMENT = re.compile(r"""^(?:import|export)\b[^;"'(]*["'](?P<path>\.[^"']+)["'];""", re.MULTILINE)
"""An import at the head of a module, or an export of what another has."""
WANTED = re.compile(r"""\bimport\(["'](?P<path>\.[^"']+)["']\)(?!\.\w+[^\w(])""")
"""An import that comes when it is wanted; `{import("./pages.js").Plan}`, a type in a comment, is none."""


def beside(name: str, path: str) -> str:
    """Return the name of what a module calls by a relative path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


@dataclass(frozen=True)
class Modules:
    """The modules of a site by name, `js/core/dom.js`."""

    sources: Mapping[str, str]

    @classmethod
    def of(cls, sources: Mapping[str, str]) -> Self:
        """Return modules of sources by name; ValueError where one imports what is not there, or they form a circle."""
        modules = cls(sources)
        for name in sources:
            if posixpath.basename(name) == SHARED:
                raise ValueError(f"{name} has the name of a file that is made of several")
            if missing := {*modules.imports(name), *modules.wants(name)} - sources.keys():
                raise ValueError(f"{name} imports {', '.join(sorted(missing))}, which is not there")
        for name in sources:
            modules.brought_by(name)
        return modules

    def imports(self, name: str) -> list[str]:
        """Return the modules that one names at its head."""
        return [beside(name, found["path"]) for found in STATEMENT.finditer(self.sources[name])]

    def wants(self, name: str) -> list[str]:
        """Return the modules that one imports when it wants them."""
        return [beside(name, found["path"]) for found in WANTED.finditer(self.sources[name])]

    def brought_by(self, name: str) -> list[str]:
        """Return a module after all that it imports, and those import, each after what it needs itself."""
        found: dict[str, None] = {}
        self._bring(name, found, ())
        return list(found)

    def _bring(self, name: str, found: dict[str, None], above: tuple[str, ...]) -> None:
        if name in above:
            raise ValueError(f"{name} imports itself by way of {above[-1]}")
        for other in self.imports(name):
            if other not in found:
                self._bring(other, found, (*above, name))
        found[name] = None

    @cached_property
    def scripts(self) -> list[str]:
        """The modules that a page or another module asks for by themselves."""
        imported = {other for name in self.sources for other in self.imports(name)}
        wanted = {other for name in self.sources for other in self.wants(name)}
        return [name for name in self.sources if name not in imported or name in wanted]

    @cached_property
    def in_order(self) -> list[str]:
        """Every module, each after those that it imports."""
        return list(dict.fromkeys(name for script in self.scripts for name in self.brought_by(script)))

    @cached_property
    def files(self) -> dict[str, str]:
        """The name of the file that each module is in."""
        users: dict[str, list[str]] = {name: [] for name in self.sources}
        for script in self.scripts:
            for name in self.brought_by(script):
                users[name].append(script)
        return {
            name: of[0] if len(of) == 1 else posixpath.join(posixpath.dirname(name), SHARED)
            for name, of in users.items()
        }
