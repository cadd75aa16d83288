"""PostgreSQL through its own tools, which have to be installed beside hipcare."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import IO

from django.core.management import call_command
from django.db import connection

from apps.core.backups.signals import restored


class ToolFailed(Exception):
    """A tool of PostgreSQL is missing or has failed; the message says which and why."""


def dump(target: Path) -> None:
    """Write the database as it is at one moment, in the custom format of pg_dump."""
    _run(["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"])


def swap_in(copy: Path) -> None:
    """Put a dump in the place of what is there, in one transaction, then bring it up to date."""
    script = copy.with_suffix(".sql")
    _run(["pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(copy)])
    connection.close()
    begin = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
    with script.open("rb") as commands:
        _run(
            ["psql", "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1",
             f"--command={begin}", "--file=-"],
            commands,
        )  # fmt: skip
    call_command("migrate", interactive=False, verbosity=0)
    restored.send(sender=None, using="default")


def _run(words: list[str], commands: IO[bytes] | None = None) -> None:
    tool = shutil.which(words[0])
    if tool is None:
        raise ToolFailed(f"{words[0]} is not installed; install PostgreSQL's client tools")
    done = subprocess.run(  # noqa: S603 (fixed words; the database comes from the settings)
        [tool, *words[1:]],
        stdin=commands,
        env=_environment(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise ToolFailed(f"{words[0]} failed: {done.stderr.decode(errors='replace').strip()}")


def _environment() -> dict[str, str]:
    """Return libpq's variables: a password on the command line could be read by everybody on the machine."""
    values = connection.settings_dict
    chosen = {
        "PGDATABASE": values["NAME"],
        "PGHOST": values["HOST"],
        "PGPORT": str(values["PORT"] or ""),
        "PGUSER": values["USER"],
        "PGPASSWORD": values["PASSWORD"],
        "PGSSLMODE": values.get("OPTIONS", {}).get("sslmode", ""),
    }
    return {**os.environ, **{name: value for name, value in chosen.items() if value}}
