"""Fixtures of the journal's browser tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import Faults
from tests.journal.live import Person, people
from tests.link import Link, link_to
from tests.server import Server

MakePhone = Callable[..., JournalPhone]


@pytest.fixture(scope="session")
def journal_site(prepared: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a running server whose journals the tests of a worker share; each test has people of its own."""
    with prepared.copy(
        tmp_path_factory.mktemp("journal") / "data", settings={"HIPCARE_SYNC_PER_MINUTE": "100000"}
    ) as server:
        server.start()
        yield server


@pytest.fixture
def journal_link(journal_site: Server) -> Iterator[Link]:
    """Return a network to that server."""
    with link_to(journal_site) as link:
        yield link


@pytest.fixture
def phone_at(browser: Browser, browser_context_args: dict[str, Any], faults: Faults) -> Iterator[MakePhone]:
    """Return a function that makes phones; takes server, address and a session's key."""
    faults.allow_dead_network()
    with ExitStack() as begun:

        def make(server: Server, url: str, key: str | None = None, **options: Any) -> JournalPhone:
            args = {**browser_context_args, "service_workers": "block", **options}
            context = browser.new_context(**args)
            begun.callback(context.close)
            faults.watch(context)
            phone = JournalPhone(context, server, url)
            if key:
                phone.sign_in(key)
            return phone

        yield make


@pytest.fixture(scope="session")
def crowd(journal_site: Server) -> Iterator[Person]:
    """Return people without end, made many at once since a process for each takes seconds."""

    def lots() -> Iterator[Person]:
        for lot in count():
            keys = people(journal_site, *(f"person{lot}-{number}" for number in range(60)))
            yield from (Person(name, key, journal_site) for name, key in keys.items())

    return lots()


@pytest.fixture
def person(crowd: Iterator[Person]) -> Person:
    """Return somebody whom no other test knows."""
    return next(crowd)


@pytest.fixture
def other(crowd: Iterator[Person]) -> Person:
    """Return somebody else."""
    return next(crowd)


@pytest.fixture
def phone(phone_at: MakePhone, journal_site: Server, journal_link: Link, person: Person) -> JournalPhone:
    """Return that person's signed-in phone, which has synced once, on `journal_link`."""
    phone = phone_at(journal_site, journal_link.url, person.key)
    phone.sync()
    return phone


@pytest.fixture
def keeper(phone_at: MakePhone, journal_site: Server, faults: Faults) -> JournalPhone:
    """Return the phone of somebody who keeps a journal without an account."""
    faults.allow("Service Worker registration blocked")
    return phone_at(journal_site, journal_site.url, base_url=journal_site.url)


@pytest.fixture
def tablet(phone_at: MakePhone, journal_site: Server, person: Person) -> JournalPhone:
    """Return another device of the same person, on a network that always works."""
    tablet = phone_at(journal_site, journal_site.url, person.key)
    tablet.sync()
    return tablet
