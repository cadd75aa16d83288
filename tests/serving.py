"""Fixtures that give tests a running site; tests/README.md says which to take."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Composed, Identifier

from tests.link import Link, link_to
from tests.server import Server

PREPARATION = (("migrate",), ("createcachetable",), ("load_content",), ("collectstatic", "--no-input"))
_TEMPLATE = "hipcare_prepared"


class Prepared:
    """A data folder and database with everything in them, made once in a run and copied for each server."""

    def __init__(self, folder: Path, database_url: str | None = None) -> None:
        self.folder = folder
        self.database_url = os.environ.get("DATABASE_URL", "") if database_url is None else database_url

    def make(self) -> None:
        """Prepare, or wait until the process that came first has prepared."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        done = self.folder.with_name(f"{self.folder.name}.done")
        with _only_one(self.folder.with_suffix(".lock")):
            if done.exists():
                return
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir()
            server = Server(self.folder, database_url=self._make_database(_TEMPLATE))
            for words in PREPARATION:
                server.manage(*words)
            done.touch()

    @contextmanager
    def copy(self, folder: Path, **values: Any) -> Iterator[Server]:
        """Yield a server, not started, on a copy; it is killed and its database dropped afterwards."""
        shutil.copytree(self.folder, folder)
        name = f"hipcare_{os.getpid()}_{folder.name}".lower().replace("-", "_")[:60]
        server = Server(folder, database_url=self._make_database(name, template=_TEMPLATE), **values)
        try:
            yield server
        finally:
            server.kill()
            self.drop_database(name)

    def drop_database(self, name: str = _TEMPLATE) -> None:
        """Drop a database of PostgreSQL; nothing on SQLite, whose file goes with its folder."""
        if self.database_url:
            self._run(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))

    def _make_database(self, name: str, template: str = "template0") -> str:
        if not self.database_url:
            return ""
        self.drop_database(name)
        self._run(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
        return f"{self.database_url.rpartition('/')[0]}/{name}"

    def _run(self, statement: Composed) -> None:
        # The database of the address need not exist: it is a name to make others from.
        with psycopg.connect(f"{self.database_url.rpartition('/')[0]}/postgres", autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all workers of a run see."""
    base = factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Return the prepared data; the first to ask waits for it, about half a minute."""
    prepared = Prepared(_shared_folder(tmp_path_factory) / "prepared")
    prepared.make()
    return prepared


@pytest.fixture(scope="session")
def site(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a running server with all content that the tests of this worker share: read, never write."""
    with prepared.copy(tmp_path_factory.mktemp("site") / "data") as server:
        server.start()
        yield server


@pytest.fixture
def make_site(prepared: Prepared, tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Return a function that starts another server with its own data; takes the values of `Server`."""
    with ExitStack() as begun:
        numbers = count(1)

        def make(**values: Any) -> Server:
            server = begun.enter_context(prepared.copy(tmp_path / f"site-{next(numbers)}", **values))
            server.start()
            return server

        yield make


@pytest.fixture
def own_site(make_site: Callable[..., Server]) -> Server:
    """Return a running server for this test alone, which may publish, stop, kill and start it."""
    return make_site()


@pytest.fixture
def link(site: Server) -> Iterator[Link]:
    """Return a network to the shared site that the test can cut, slow and listen to."""
    with link_to(site) as link:
        yield link


@pytest.fixture
def own_link(own_site: Server) -> Iterator[Link]:
    """Return a network to the test's own site."""
    with link_to(own_site) as link:
        yield link


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Drop the prepared database of PostgreSQL when the last worker has ended."""
    if not hasattr(session.config, "workerinput") and os.environ.get("DATABASE_URL"):
        with suppress(psycopg.Error):
            Prepared(Path()).drop_database()
