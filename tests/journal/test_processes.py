"""Many devices at once, against a server of several processes, on SQLite or PostgreSQL."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.journal.devices import change, check_in
from tests.journal.live import ApiDevice, people
from tests.server import Server, wait_until

DEVICES, BATCHES, SIZE = 4, 6, 5


@pytest.fixture
def busy_site(make_site: Callable[..., Server]) -> Server:
    return make_site(settings={"HIPCARE_SYNC_PER_MINUTE": "100000"}, workers=3)


def write(device: ApiDevice) -> list[str]:
    """Send some batches; return the ids of the records."""
    ids = []
    for _ in range(BATCHES):
        batch = [change(check_in()) for _ in range(SIZE)]
        device.sync(*batch)
        ids += [sent["id"] for sent in batch]
    return ids


def follow(device: ApiDevice, until: Callable[[], bool]) -> list[tuple[str, int]]:
    """Pull with a cursor until the writers have ended, and then to the end; return id and revision of what came."""
    came: list[tuple[str, int]] = []
    answer: dict[str, Any] = device.sync()
    ended = False
    while True:
        came += [(record["id"], record["revision"]) for record in answer["changes"]]
        if ended and not answer["more"]:
            return came
        ended = until()
        answer = device.sync(cursor=answer["cursor"])


def test_f21_reader_of_one_account_with_four_writers_misses_nothing(busy_site: Server) -> None:
    key = people(busy_site, "kim")["kim"]
    with ThreadPoolExecutor(DEVICES + 1) as pool:
        writers = [pool.submit(write, ApiDevice(busy_site, key)) for _ in range(DEVICES)]
        reader = pool.submit(follow, ApiDevice(busy_site, key), lambda: all(writer.done() for writer in writers))
        written = [record for writer in writers for record in writer.result()]
        came = reader.result()

    assert sorted(record for record, _ in came) == sorted(written)
    assert sorted(revision for _, revision in came) == list(range(1, DEVICES * BATCHES * SIZE + 1))


def test_f21_accounts_do_not_mix(busy_site: Server) -> None:
    keys = people(busy_site, "ann", "ben", "cem", "dan")
    with ThreadPoolExecutor(len(keys)) as pool:
        written = dict(zip(keys, pool.map(lambda key: write(ApiDevice(busy_site, key)), keys.values()), strict=True))

    for name, key in keys.items():
        assert sorted(record["id"] for record in ApiDevice(busy_site, key).records()) == sorted(written[name])


def test_f06_same_batch_from_many_at_once_is_applied_once(busy_site: Server) -> None:
    key = people(busy_site, "kim")["kim"]
    batch = [change(check_in()) for _ in range(SIZE)]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: ApiDevice(busy_site, key).sync(*batch)["results"], range(6)))

    kept = [[(result["id"], result["revision"]) for result in answer] for answer in answers]
    assert kept == [kept[0]] * 6
    assert len(ApiDevice(busy_site, key).records()) == SIZE


def test_f15_one_process_of_several_is_killed(busy_site: Server) -> None:
    device = ApiDevice(busy_site, people(busy_site, "kim")["kim"])
    sent = [change(check_in()) for _ in range(4)]
    device.sync(sent[0])

    os.kill(workers_of(busy_site)[0], signal.SIGKILL)
    for one in sent:
        wait_until(partial(answers, device, one), 30)

    assert sorted(record["id"] for record in device.records()) == sorted(one["id"] for one in sent)


def workers_of(site: Server) -> list[int]:
    """Return the processes that answer."""
    found, master = [], site._process.pid
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):
            parent = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)["PPid"]
            if int(parent) == master:
                found.append(int(status.parent.name))
    return found


def answers(device: ApiDevice, one: dict[str, Any]) -> bool:
    """Send a change; tell whether the server answered."""
    try:
        device.sync(one)
    except (OSError, http.client.HTTPException, AssertionError):
        return False
    return True


def test_f18_write_lock_held_by_another_process_is_waited_for(make_site: Callable[..., Server], tmp_path: Path) -> None:
    site = make_site()
    if site.database_url:
        pytest.skip("PostgreSQL locks rows")
    device = ApiDevice(site, people(site, "kim")["kim"])
    held, released = tmp_path / "held", tmp_path / "released"
    hold = (
        "import pathlib, time; from django.db import connection, transaction\n"
        "with transaction.atomic():\n"
        f"    connection.cursor().execute('SELECT 1'); pathlib.Path('{held}').touch(); time.sleep(5)\n"
        f"    pathlib.Path('{released}').touch()"
    )
    with ThreadPoolExecutor(1) as pool:
        holding = pool.submit(site.run_python, hold)
        sent = [change(check_in(note=str(uuid.uuid4()))) for _ in range(8)]
        wait_until(held.exists, 30)
        device.sync(sent[0])
        waited = released.exists()
        for one in sent[1:]:
            device.sync(one)
        holding.result()

    assert waited
    assert len(device.records()) == len(sent)
