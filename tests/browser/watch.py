"""What a browser complains about while a test runs, and waiting for the pack."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

_PACK_IS_COMPLETE = """async () => {
  const deadline = Date.now() + 120_000;
  let last = null;
  while (Date.now() < deadline) {
    const answer = await caches.match("/offline/phone/active", { cacheName: "hipcare-meta" });
    last = answer ? await answer.json() : null;
    if (last?.complete && navigator.serviceWorker.controller) return last.version;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("no complete pack: " + JSON.stringify(last).slice(0, 300));
}"""

_WITHOUT_WORKER = "Service Worker registration blocked by Playwright"  # tests that are not marked `worker`


@dataclass
class Faults:
    """Everything that a good page never causes; `allow` names what a test brings about on purpose."""

    seen: list[str] = field(default_factory=list)
    allowed: list[re.Pattern[str]] = field(default_factory=list)

    def allow(self, *patterns: str) -> None:
        """Accept messages that match one of these regular expressions, earlier ones included."""
        self.allowed += [re.compile(pattern) for pattern in patterns]

    def allow_dead_network(self) -> None:
        """Accept that requests fail: the test takes the network or the server away."""
        self.allow("Failed to load resource", r"net::ERR_", "Failed to fetch", "NetworkError")

    def unexpected(self) -> list[str]:
        """Return what was seen and not allowed."""
        return [text for text in self.seen if not any(pattern.search(text) for pattern in self.allowed)]

    def watch(self, context: BrowserContext) -> None:
        """Listen to all pages and workers of a context: errors, CSP violations, requests to other sites."""
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.text == _WITHOUT_WORKER:
            return
        if message.type in {"error", "warning"}:
            self.seen.append(f"console {message.type}: {message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self.seen.append(f"page error: {error.error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.hostname != "127.0.0.1":
            self.seen.append(f"request to another site: {request.url}")


def wait_for_pack(page: Page) -> str:
    """Wait until the worker controls the page and the whole pack is on the phone; return its version."""
    version: str = page.evaluate(_PACK_IS_COMPLETE)
    return version
