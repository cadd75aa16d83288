"""Fixtures of the accounts' browser tests: members of a running site, and their devices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.accounts.devices import Device, make_members
from tests.browser.watch import Faults
from tests.journal.live import Person
from tests.server import Server

MakeDevice = Callable[..., Device]


@pytest.fixture(scope="session")
def members_site(prepared: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a running site whose accounts the tests of a worker share; each test has people of its own."""
    with prepared.copy(
        tmp_path_factory.mktemp("accounts") / "data", settings={"HIPCARE_SYNC_PER_MINUTE": "100000"}
    ) as server:
        server.start()
        yield server


@pytest.fixture(scope="session")
def crowd(members_site: Server) -> Iterator[Person]:
    """Return people, made all at once since a process for each takes seconds."""
    return iter(make_members(members_site, *(f"member{number}" for number in range(30))))


@pytest.fixture
def alice(crowd: Iterator[Person]) -> Person:
    """Return somebody whom no other test knows."""
    return next(crowd)


@pytest.fixture
def bob(crowd: Iterator[Person]) -> Person:
    """Return somebody else."""
    return next(crowd)


@pytest.fixture
def device_at(
    browser: Browser, browser_context_args: dict[str, Any], faults: Faults, members_site: Server
) -> Iterator[MakeDevice]:
    """Return a function that makes devices with a browser of their own; a worker only where it is asked for."""
    faults.allow("Service Worker registration blocked")
    faults.allow_dead_network()
    with ExitStack() as begun:

        def make(*, worker: bool = False) -> Device:
            allowed = {"service_workers": "allow" if worker else "block"}
            context = browser.new_context(**{**browser_context_args, "base_url": members_site.url, **allowed})
            begun.callback(context.close)
            faults.watch(context)
            return Device(context, members_site)

        yield make


@pytest.fixture
def phone(device_at: MakeDevice) -> Device:
    """Return a device on which nobody is signed in."""
    return device_at()
