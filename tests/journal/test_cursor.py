"""F21: a reader's cursor never steps over a change that is still being written. Only PostgreSQL has several writers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from threading import Event, Thread
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import connection, transaction

from apps.core.models import User
from apps.journal.messages import RawChange
from apps.journal.models import Journal
from apps.journal.queries import Point, changes_since
from apps.journal.services import changes
from tests.journal.devices import change, check_in

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("postgresql" not in settings.DATABASES["default"]["ENGINE"], reason="SQLite has one writer"),
]


def in_thread(work: Callable[[], None]) -> Thread:
    """Do some work over a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    return thread


def write(owner: User) -> None:
    """Apply one change."""
    changes.apply_changes(owner=owner, changes=[RawChange.model_validate(change(check_in()))])


def seen_by_a_reader_between_two_writers(owner: User) -> int:
    """Let one writer begin first and end last; return how many of both changes a reader gets that comes in between."""
    written, may_end = Event(), Event()

    def slow() -> None:
        with transaction.atomic():
            write(owner)
            written.set()
            may_end.wait(10)

    first = in_thread(slow)
    assert written.wait(10)
    second = in_thread(lambda: write(owner))
    second.join(1)
    early = changes_since(owner=owner, point=Point(0, ""))
    may_end.set()
    first.join()
    second.join()
    late = changes_since(owner=owner, point=early.reached)
    return len(early.records) + len(late.records)


@pytest.fixture
def owner() -> User:
    owner = User.objects.create_user("writer@example.org")
    Journal.objects.create(owner=owner)
    return owner


def test_f21_reader_gets_everything(owner: User) -> None:
    assert seen_by_a_reader_between_two_writers(owner) == 2


def test_f21_counter_without_a_lock_would_lose_a_change(owner: User) -> None:
    sequence = count(1)

    class Naive(Journal):
        class Meta:
            proxy = True
            app_label = "journal"

        def save(self, *args: Any, **kwargs: Any) -> None:
            """Leave the row alone: the numbers come from a sequence."""

    def naive(*, owner: User) -> Journal:
        return Naive(owner=owner, revision=next(sequence) - 1)

    with patch.object(changes, "locked_journal", naive):
        assert seen_by_a_reader_between_two_writers(owner) == 1
