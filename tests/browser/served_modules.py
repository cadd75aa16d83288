"""The modules as pages get them: several joined in a file, each under a name."""

from __future__ import annotations

import json
from functools import cache

from apps.core.joining import word_for
from apps.core.modules import Modules
from tests.server import ROOT, Server


@cache
def modules() -> Modules:
    """Return the modules as they are written."""
    static = ROOT / "static"
    paths = [path for folder in ("js", "vendor") for path in sorted((static / folder).rglob("*.js"))]
    return Modules.of({str(path.relative_to(static)): path.read_text(encoding="utf-8") for path in paths})


def place_of(server: Server, name: str) -> tuple[str, str]:
    """Return where a module under `static/` is: the address of its file, and the name by which that exports it."""
    manifest = json.loads((server.data_dir / "static" / "staticfiles.json").read_text(encoding="utf-8"))
    return f"/static/{manifest['paths'][modules().files[name]]}", word_for(name)
