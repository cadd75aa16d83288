"""The watch over pages sees what it is there for; without it, no other browser test means much."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.watch import Faults


@pytest.fixture(autouse=True)
def without_icon(faults: Faults) -> None:
    """Accept that `/healthz` names no icon, so that Chromium asks for one at the usual place."""


def test_console_error_is_a_fault(page: Page, faults: Faults) -> None:
    page.goto("/healthz")

    page.evaluate("console.error('a lost button')")

    assert [text.partition(" (")[0] for text in faults.unexpected()] == ["console error: a lost button"]
    faults.allow("a lost button")


def test_inline_script_is_a_fault(page: Page, faults: Faults) -> None:
    page.goto("/healthz")

    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))")

    [fault] = faults.unexpected()
    assert "Content Security Policy" in fault
    faults.allow("Content Security Policy")


def test_script_error_is_a_fault(page: Page, faults: Faults) -> None:
    page.goto("/healthz")

    with page.expect_event("pageerror"):
        page.evaluate("void Promise.reject(new TypeError('a lost record'))")

    [fault] = faults.unexpected()
    assert "a lost record" in fault
    faults.allow("a lost record")


def test_request_to_another_site_is_a_fault(page: Page, faults: Faults) -> None:
    page.route("http://elsewhere.invalid/**", lambda route: route.fulfill(body="elsewhere"))

    page.goto("http://elsewhere.invalid/")

    assert "request to another site: http://elsewhere.invalid/" in faults.unexpected()
    faults.allow("elsewhere.invalid")
