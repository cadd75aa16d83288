"""A browser with a profile on disk, which can be closed, killed and started cold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, BrowserType, Page

from tests.browser.watch import Faults


@dataclass
class Phone:
    """One person's phone: what its browser has stored outlives closing it."""

    browser_type: BrowserType
    launch_args: dict[str, Any]
    context_args: dict[str, Any]
    profile: Path
    faults: Faults
    context: BrowserContext | None = None

    def open(self) -> Page:
        """Start the browser and return its page."""
        assert self.context is None, "the browser is open already"
        self.context = self.browser_type.launch_persistent_context(
            self.profile, **self.launch_args, **self.context_args
        )
        self.faults.watch(self.context)
        return self.context.pages[0] if self.context.pages else self.context.new_page()

    def close(self) -> None:
        """Close the browser; does nothing where it is closed."""
        if self.context:
            self.context.close()
            self.context = None

    def restart(self) -> Page:
        """Close the browser and start it cold with what it has stored."""
        self.close()
        return self.open()
