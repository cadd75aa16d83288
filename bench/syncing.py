"""How long a sync takes, and how much a server takes in, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import psycopg

from bench.report import Row, say
from tests.journal.devices import change, check_in
from tests.journal.live import ApiDevice, people
from tests.server import Server
from tests.serving import Prepared

SYNCS = 5
BATCH = 200
WRITERS = 4
POSTGRESQL = os.environ.get("BENCH_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/hipcare")


def measure(server: Server) -> list[Row]:
    """Measure on this server, and on one like it with PostgreSQL where that answers."""
    return [*_rows(server), *([] if server.database_url else _on_postgresql(server))]


def _on_postgresql(like: Server) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="hipcare-bench-") as folder:
        prepared = Prepared(Path(folder) / "prepared", database_url=POSTGRESQL)
        say("  Preparing a server on PostgreSQL …")
        try:
            prepared.make()
        except psycopg.OperationalError:
            return [Row("PostgreSQL does not answer", "not measured")]
        try:
            with prepared.copy(Path(folder) / "server", settings=like.settings) as server:
                server.start()
                return _rows(server)
        finally:
            prepared.drop_database()


def _rows(server: Server) -> list[Row]:
    keys = people(server, *(f"bench{number}" for number in range(WRITERS)))
    first = ApiDevice(server, next(iter(keys.values())))
    times = [_seconds(first) for _ in range(SYNCS)]
    begun = time.perf_counter()
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda key: [_seconds(ApiDevice(server, key)) for _ in range(SYNCS)], keys.values()))
    rate = WRITERS * SYNCS * BATCH / (time.perf_counter() - begun)
    database = "PostgreSQL" if server.database_url else "SQLite"
    return [
        Row(f"sync of {BATCH} changes, {database} (median of {SYNCS})", f"{median(times) * 1000:,.0f} ms"),
        Row(f"changes per second, {WRITERS} accounts at once, {database}", f"{rate:,.0f}"),
    ]


def _seconds(device: ApiDevice) -> float:
    """Return how long one sync of a full batch takes."""
    batch = [change(check_in()) for _ in range(BATCH)]
    begun = time.perf_counter()
    device.sync(*batch)
    return time.perf_counter() - begun
