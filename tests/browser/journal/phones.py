"""The journal's modules in a real page: signed-in people, phones that hold journals, and what they do."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.browser.served_modules import place_of
from tests.server import Server, wait_until

MODULES = (
    "core/moment", "device/channel", "device/pointer", "device/watch-account", "journal/account", "journal/backup",
    "journal/content", "journal/db", "journal/drafts", "journal/exchange", "journal/handover", "journal/identity",
    "journal/outbox", "journal/records", "journal/session", "journal/status", "journal/store-error", "journal/sync",
    "journal/sync-status", "journal/transact", "journal/trouble",
)  # fmt: skip
QUIET_PAGE = "/robots.txt"
"""A page of the site with its policy and no script of its own."""

_LOAD = """async (places) => {
  const load = async ([name, [file, word]]) => [name, (await import(file))[word]];
  globalThis.journal = Object.fromEntries(await Promise.all(Object.entries(places).map(load)));
}"""


@dataclass
class JournalPhone:
    """A browser context that uses the journal's modules as the pages do."""

    context: BrowserContext
    server: Server
    url: str
    """Of the site, or of a link to it."""
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.page = self.open()

    @cached_property
    def places(self) -> dict[str, tuple[str, str]]:
        """Where each module is, by its name without the folder."""
        return {module.rpartition("/")[2]: self.place_of(module) for module in MODULES}

    def place_of(self, module: str) -> tuple[str, str]:
        """Return where a module under `static/js` is served."""
        return place_of(self.server, f"js/{module}.js")

    def open(self, *, load: bool = True) -> Page:
        """Open a tab with the modules."""
        page = self.context.new_page()
        page.goto(self.url + QUIET_PAGE)
        if load:
            page.evaluate(_LOAD, self.places)
        return page

    def reopen(self) -> Page:
        """Close the tab and open another, as after closing the app."""
        self.page.close()
        self.page = self.open()
        return self.page

    def sign_in(self, key: str) -> None:
        """Hold somebody's session, as after the sign-in page."""
        self.context.add_cookies([{"name": "session", "value": key, "url": self.url, "httpOnly": True}])

    def lose_session(self) -> None:
        """Lose the cookie, as when it expires."""
        self.context.clear_cookies(name="session")

    def run(self, code: str, value: Any = None, page: Page | None = None) -> Any:
        """Run the body of an async function in the page; `journal` has the modules, `value` is given."""
        return (page or self.page).evaluate(f"async (value) => {{ const j = globalThis.journal; {code} }}", value)

    def save(
        self, kind: str = "check-in", record_id: str | None = None, seen: dict[str, Any] | None = None, **data: Any
    ) -> str:
        """Save a record the way the forms do and return its id; `seen` is what the form showed."""
        at = "" if "at" in data or kind in {"goal", "profile"} else "at: j.moment.moment(), "
        code = f"""
          const options = value.id ? {{ id: value.id, seen: value.seen }} : {{}};
          const row = await j.handover.saveRecord(value.kind, {{{at}...value.data}}, options);
          return row.id;"""
        saved: str = self.run(code, {"kind": kind, "data": data, "id": record_id, "seen": seen})
        return saved

    def delete(self, record_id: str) -> str:
        """Delete a record and return the note that it had; empty where it was gone."""
        gone: dict[str, Any] | None = self.run("return j.handover.deleteRecord(value)", record_id)
        return str(gone["data"].get("note", "")) if gone else ""

    def sync(self) -> dict[str, Any]:
        """Try to sync once and return the status."""
        self.run("await j.sync.syncNow()")
        return self.status()

    def status(self) -> dict[str, Any]:
        """Return what the status line shows."""
        status: dict[str, Any] = self.run("return j.status.readStatus(j.pointer.currentAccount())")
        return status

    def wait_for_sync(self, seconds: float = 30) -> None:
        """Wait until nothing is waiting any more, without asking for it."""
        wait_until(lambda: self.status()["waiting"] == 0, seconds, lambda: str(self.status()))

    def notes(self) -> list[str]:
        """Return the notes of all records, sorted."""
        rows = self.rows()
        return sorted(row["data"].get("note", "") for row in rows)

    def rows(self) -> list[dict[str, Any]]:
        """Return all records that are not deleted."""
        rows: list[dict[str, Any]] = self.run("return j.records.listAll(j.pointer.currentAccount())")
        return rows

    def entries(self) -> list[dict[str, Any]]:
        """Return the outbox."""
        entries: list[dict[str, Any]] = self.run("return j.outbox.listOutbox(j.pointer.currentAccount())")
        return entries


def disagree(phone: JournalPhone, tablet: JournalPhone) -> None:
    """Change one record on two devices that do not know of each other; the phone then has both versions."""
    record = phone.save(note="both")
    phone.wait_for_sync()
    tablet.sync()
    tablet.save(record_id=record, note="from the tablet")
    tablet.wait_for_sync()
    phone.save(record_id=record, note="from the phone")
    phone.wait_for_sync()
    phone.sync()
