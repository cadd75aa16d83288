"""Fixtures of all tests."""

from __future__ import annotations

import pytest
from django.core.cache import caches

from apps.publishing.catalogue import clear_catalogues
from apps.publishing.media.queries import clear_pictures
from tests.content_rows import insert_publications

pytest_plugins = ["tests.serving"]


@pytest.fixture(autouse=True)
def fresh_process_memory() -> None:
    """Forget cached pages and catalogues: a database that is rolled back may repeat a content version."""
    caches["pages"].clear()
    clear_catalogues()
    clear_pictures()


@pytest.fixture
def content(db: None) -> None:
    """Everything that ships, published; without working copies."""
    insert_publications()
