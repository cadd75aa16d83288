"""The content version: one query that tells every process when readers may see something else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from apps.publishing.catalogue import catalogue
from apps.publishing.queries import content_version
from apps.publishing.services import publish
from tests.documents import muscle_document
from tests.publishing.conftest import Clock

pytestmark = pytest.mark.django_db


def test_version_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        content_version()


def test_version_changes_with_a_publication() -> None:
    before = content_version()
    publish(document=muscle_document(), note="First")

    assert content_version() != before


def test_version_changes_when_a_scheduled_moment_comes(clock: Clock) -> None:
    publish(document=muscle_document(), note="First", live_from=clock.now + timedelta(hours=1))
    before = content_version()
    clock.now += timedelta(hours=1)

    assert content_version() != before


def test_version_stays_while_nothing_happens(clock: Clock) -> None:
    publish(document=muscle_document(), note="First")
    before = content_version()
    clock.now += timedelta(days=1)

    assert content_version() == before


def test_catalogue_is_read_once_a_version(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    publish(document=muscle_document(), note="First")
    catalogue("en")

    with django_assert_num_queries(1):
        catalogue("en")


@pytest.mark.parametrize("count", [1, 3])
def test_catalogue_takes_two_queries_however_many_documents(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        publish(document=muscle_document(f"muscle-{number}"), note="First")

    with django_assert_num_queries(2):
        documents = catalogue("en").all(type(muscle_document()))

    assert len(documents) == count
