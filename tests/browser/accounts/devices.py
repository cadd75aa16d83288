"""A member's device: the real pages in one tab, the journal's modules in another."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.journal.phones import JournalPhone
from tests.journal.live import Person, people
from tests.server import Server

PASSWORD = "a long passphrase"

_EVERYTHING = """async () => {
  const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    parts.push(...await Promise.all((await cache.keys()).map(async (request) => {
      const answer = await cache.match(request);
      const isText = /text|json/.test(answer.headers.get("Content-Type") ?? "");
      return `${request.url}\\n${isText ? await answer.text() : ""}`;
    })));
  }
  for (const { name } of await indexedDB.databases()) {
    parts.push(name);
    const database = await new Promise((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise((done) => {
        const asking = database.transaction(store).objectStore(store).getAll();
        asking.onsuccess = () => done(asking.result);
      });
      parts.push(JSON.stringify(rows));
    }
    database.close();
  }
  return parts.join("\\n");
}"""


def make_members(server: Server, *names: str) -> list[Person]:
    """Make an account for each name, with a confirmed address, a password and consent."""
    return [Person(name, key, server) for name, key in people(server, *names, password=PASSWORD).items()]


def type_in(page: Page, member: Person) -> None:
    """Fill in the sign-in page that is shown, and send it."""
    page.get_by_label("Email", exact=True).fill(member.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page) -> None:
    """Sign out, and wait until the start page knows nobody."""
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("/")
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()


class Device:
    """A browser as one device has it."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.context, self.server = context, server
        self.page: Page = context.new_page()

    @property
    def journal(self) -> JournalPhone:
        """The journal's modules, in a tab of their own that is newly opened."""
        return JournalPhone(self.context, self.server, self.server.url)

    def write(self, *notes: str) -> None:
        """Save records as the forms do, without waiting for them to be sent."""
        tab = self.journal
        for note in notes:
            tab.save(note=note)
        tab.page.close()

    def notes(self) -> list[str]:
        """Return the notes in the journal that this device shows."""
        tab = self.journal
        notes = tab.notes()
        tab.page.close()
        return notes

    def sign_in(self, member: Person, *, ends_at: str = "/journal/") -> None:
        """Sign in and wait for the path that this leads to; the pages on the way name it in their query."""
        self.page.goto("/accounts/login/?next=/journal/")
        self.type_in(member)
        self.page.wait_for_url(lambda url: urlsplit(url).path == ends_at)

    def type_in(self, member: Person) -> None:
        """Fill in the sign-in page that is shown, and send it."""
        type_in(self.page, member)

    def sign_out(self) -> None:
        """Sign out on the page, where everything is sent."""
        sign_out(self.page)

    def everything(self) -> str:
        """Return all that this browser keeps for the site, as one text; a page that loads anew is read after that."""
        while True:
            try:
                kept: str = self.page.evaluate(_EVERYTHING)
            except Error as error:
                if "context was destroyed" not in error.message:
                    raise
                self.page.wait_for_load_state()
            else:
                return kept

    def session(self) -> dict[str, Any]:
        """Return what the server says about who is signed in."""
        answer: dict[str, Any] = self.context.request.get(f"{self.server.url}/api/v1/session").json()
        return answer
