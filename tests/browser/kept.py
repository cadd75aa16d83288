"""What a page has left behind in the browser."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_KEPT = """async () => ({
    local: {...localStorage},
    session: {...sessionStorage},
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map((database) => database.name),
})"""


def kept(page: Page) -> Any:
    """Return what both storages and the cookies hold, and the names of the databases."""
    return page.evaluate(_KEPT)
