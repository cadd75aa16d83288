"""Moments that the tests of publishing share."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that stands still until a test moves it."""
    return Clock(monkeypatch)


class Clock:
    """Stands in for `django.utils.timezone.now`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: self.now)
