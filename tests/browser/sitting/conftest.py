"""Fixtures of the timers' tests: a page whose clock the test holds, and the modules without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.sitting.held_clock import MORNING, hold_clock

_CALL = """async ([module, name, values]) => {
  const found = await import(`/static/js/sitting/${module}.js`);
  return found[name](...values);
}"""
Call = Callable[..., Any]


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Return a phone in London."""
    return {**browser_context_args, "timezone_id": "Europe/London"}


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a watched page at nine in the morning; its time stands still until the test lets it pass."""
    page = context.new_page()
    hold_clock(page, MORNING)
    return page


@pytest.fixture(scope="module")
def call(browser: Browser, base_url: str) -> Iterator[Call]:
    """Return a function that calls an export of a module of the sitting guide and returns its result."""
    page = browser.new_page(base_url=base_url, service_workers="block", timezone_id="Europe/London")
    page.goto("/about/")
    yield lambda module, name, *values: page.evaluate(_CALL, [module, name, list(values)])
    page.close()
