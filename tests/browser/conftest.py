"""Fixtures of the browser tests; tests/README.md says which to take."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from tests.browser.phone import Phone
from tests.browser.watch import Faults, wait_for_pack
from tests.link import Link
from tests.server import Server

# Machines that build are slow and shared; a wait that succeeds ends at once.
expect.set_options(timeout=20_000)

HERE = Path(__file__).parent
CHROMIUM_ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark every test in this folder, so that `-m "not browser"` leaves them out; few need the service worker.

    A worker downloads the whole pack beside each test: minutes over a run, and nothing that such a test looks at.
    """
    item.add_marker(pytest.mark.browser)
    needs_worker = item.get_closest_marker("worker") or "dead_site" in getattr(item, "fixturenames", ())
    if not needs_worker:
        item.add_marker(pytest.mark.browser_context_args(service_workers="block"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let these tests come last: in a process that talks to a browser, Django lets no other use the database."""
    items.sort(key=lambda item: HERE in item.path.parents)


def installed_chromium() -> str | None:
    """Return the Chromium that is here, or None for the one that the test tool has downloaded."""
    for candidate in (os.environ.get("HIPCARE_CHROMIUM"), "/usr/bin/chromium", shutil.which("chromium")):
        if candidate and Path(candidate).exists():
            return candidate
    return None


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Say which Chromium, and that it keeps to itself."""
    return {
        **browser_type_launch_args,
        "executable_path": installed_chromium(),
        "args": list(CHROMIUM_ARGUMENTS),
        "ignore_default_args": ["--disable-back-forward-cache"],
    }


@pytest.fixture(scope="session")
def base_url(site: Server) -> str:
    """Return the address of the shared server: `page.goto("/stretches/")` is enough."""
    return site.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], base_url: str) -> dict[str, Any]:
    """Return a phone's window, in which nothing moves by itself: frames of figures cost most of a test's time."""
    return {
        **browser_context_args,
        "base_url": base_url,
        "viewport": {"width": 360, "height": 740},
        "locale": "en-GB",
        "reduced_motion": "reduce",
    }


@pytest.fixture
def faults() -> Iterator[Faults]:
    """Fail the test on every console message, page error, CSP violation and request to another site."""
    faults = Faults()
    yield faults
    assert faults.unexpected() == []


@pytest.fixture
def context(context: BrowserContext, faults: Faults) -> BrowserContext:
    """Return a watched browser context."""
    faults.watch(context)
    return context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a watched page at phone size."""
    return context.new_page()


@pytest.fixture
def phone(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    browser_context_args: dict[str, Any],
    tmp_path: Path,
    faults: Faults,
) -> Iterator[Phone]:
    """Return a watched browser whose storage outlives it; give it whole addresses of the server you want."""
    args = {key: value for key, value in browser_context_args.items() if key != "base_url"}
    phone = Phone(browser_type, browser_type_launch_args, args, tmp_path / "profile", faults)
    yield phone
    phone.close()


@pytest.fixture
def dead_site(page: Page, link: Link, faults: Faults) -> str:
    """Let the whole pack come to the phone, take the network away and return the site's address."""
    page.goto(link.url)
    wait_for_pack(page)
    faults.allow_dead_network()
    link.down()
    return link.url


@pytest.fixture(scope="module")
def blank(browser: Browser, base_url: str) -> Iterator[Page]:
    """Return a page of the site that nothing runs on but what a test asks for."""
    page = browser.new_page(base_url=base_url, service_workers="block")
    page.goto("/about/")
    yield page
    page.close()
