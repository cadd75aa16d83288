"""The database is taken away for real: the server says so, reads go on where they can, and later all is well."""

from __future__ import annotations

import resource
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journal.cluster import Cluster
from tests.journal.devices import change, check_in
from tests.journal.live import ApiDevice, people
from tests.journal.test_processes import answers, workers_of
from tests.server import Server, wait_until


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with tempfile.TemporaryDirectory(prefix="hipcare-cluster-") as folder:
        cluster = Cluster(Path(folder))
        cluster.start()
        yield cluster
        cluster.cut_power()


def test_f16_postgresql_restarted_under_a_running_server(prepared: Any, tmp_path: Path, cluster: Cluster) -> None:
    with prepared.copy(tmp_path / "site") as site:
        site.database_url = cluster.url
        site.manage("migrate", "--verbosity", "0")
        site.manage("createcachetable")
        site.start()
        device = ApiDevice(site, people(site, "kim")["kim"])
        before, during = change(check_in(note="before")), change(check_in(note="during"))
        device.sync(before)

        cluster.cut_power()
        status, headers, _body = device.answer("POST", "/api/v1/sync", device.body(during))
        cluster.start()
        wait_until(lambda: answers(device, during), 30)

        assert (status, headers["Retry-After"]) == (503, "10")
        assert device.notes() == ["before", "during"]


@pytest.fixture
def on_sqlite(make_site: Callable[..., Server]) -> Server:
    site = make_site()
    if site.database_url:
        pytest.skip("a full disk of PostgreSQL is its own server's")
    return site


def let_files_grow_to(site: Server, size: int) -> None:
    """Let the server's processes write no file beyond a size; the kernel refuses the rest, as on a full disk."""
    for worker in workers_of(site):
        _, most = resource.prlimit(worker, resource.RLIMIT_FSIZE)
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (size, most))


def test_f19_disk_of_the_server_is_full(on_sqlite: Server) -> None:
    device = ApiDevice(on_sqlite, people(on_sqlite, "kim")["kim"])
    before, during = change(check_in(note="before")), change(check_in(note="during"))
    device.sync(before)

    let_files_grow_to(on_sqlite, 4096)
    refused = device.ask("POST", "/api/v1/sync", device.body(during))
    read = [on_sqlite.get("/journal/").status, device.ask("GET", "/api/v1/session")[0]]
    let_files_grow_to(on_sqlite, resource.RLIM_INFINITY)
    device.sync(during)

    assert refused[0] == 503
    assert read == [200, 200]
    assert device.notes() == ["before", "during"]
    with sqlite3.connect(on_sqlite.data_dir / "hipcare.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()
