"""Fixtures of the tests of accounts."""

from __future__ import annotations

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def fresh_limits(transactional_db: None) -> None:
    """Forget attempts: the shared cache is a table that is not rolled back after every test."""
    cache.clear()
