"""A PostgreSQL of a test's own, which it may take away in the middle."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.server import free_port

_OWNER = "postgres"


def programs() -> Path:
    """Return the folder of PostgreSQL's own programs, or skip the test where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    beside = shutil.which("pg_ctl")
    if not found and not beside:
        pytest.skip("PostgreSQL's programs are not installed")
    return Path(beside).parent if beside else found[-1].parent


class Cluster:
    """A database server on a port and in a folder of its own, with an empty database.

    The folder is none of pytest's: another run of pytest closes those to every other user.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.programs = folder, free_port(), programs()
        # PostgreSQL refuses to run as root.
        self.owner = _OWNER if os.geteuid() == 0 else None
        if self.owner:
            shutil.chown(folder, self.owner)
        self._run("initdb", "--pgdata", self._data, "--username", _OWNER, "--auth", "trust", "--no-sync", "-E", "UTF8")

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    @property
    def url(self) -> str:
        """The address of the database."""
        return f"postgres://{_OWNER}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start, or start again after a power cut, and return when it answers."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{self.folder}'"
        log = str(self.folder / "log")
        self._run("pg_ctl", "--pgdata", self._data, "--options", options, "--log", log, "--wait", "start")

    def cut_power(self) -> None:
        """Take it away at once; nothing is finished or written down in order."""
        self._run("pg_ctl", "--pgdata", self._data, "--mode", "immediate", "--wait", "stop")

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(  # noqa: S603 (fixed words)
            [str(self.programs / program), *words],
            cwd=self.folder, user=self.owner, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
