"""Waiting for what only a script can see."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Error, Page

from tests.server import wait_until


def until(page: Page, script: str, argument: Any = None, seconds: float = 20) -> None:
    """Wait until a script answers with something true; a page that is being left is asked again.

    Of the test tool, `wait_for_function` would do, but that reads the script with `eval`: the policy of our pages
    refuses it as soon as the first answer is no.
    """

    def holds() -> bool:
        try:
            return bool(page.evaluate(script, argument))
        except Error as error:
            if "context was destroyed" in error.message:
                return False
            raise

    wait_until(holds, seconds)
