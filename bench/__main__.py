"""`make bench`: measure every budget of the design on a real server, and print it beside what was promised.

Nothing here fails a build: timings depend on the machine. The tests hold what can be held exactly.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import django

from bench.report import Row, print_rows, say
from tests.server import Server
from tests.serving import Prepared

Part = Callable[[Server], list[Row]]


def parts() -> dict[str, Part]:
    """Return the measurements by name; each imports what it needs when it is asked for."""
    from bench import browsing, journal, lighthouse, readability, sizes  # noqa: PLC0415 (some need Node or a browser)

    return {
        "sizes": sizes.measure,
        "browsing": browsing.measure,
        "readability": readability.measure,
        "journal": journal.measure,
        "lighthouse": lighthouse.measure,
    }


def main(names: list[str]) -> None:
    """Prepare one server, then run the parts that were named, or all."""
    chosen = {name: part for name, part in parts().items() if not names or name in names}
    with tempfile.TemporaryDirectory(prefix="hipcare-bench-") as folder:
        say("Preparing a server with all content …")
        prepared = Prepared(Path(folder) / "prepared")
        prepared.make()
        with prepared.copy(Path(folder) / "server") as server:
            server.start()
            for name, part in chosen.items():
                say(f"Measuring: {name} …")
                print_rows(name, part(server))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hipcare.settings")
    django.setup()
    main(sys.argv[1:])
