"""A member's device: the real pages in one tab, the journal's modules in another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.journal.phones import JournalPhone
from tests.server import Server

PASSWORD = "a long passphrase"

_MEMBERS = """
import json
from allauth.account.models import EmailAddress
from apps.accounts.services import give_consent
from apps.core.models import User
made = []
for name in %r:
    user = User.objects.create_user(f"{name}@example.org", %r)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    give_consent(owner=user)
    made.append(user.email)
print(json.dumps(made))
"""
_NOTES = """
import json
from apps.journal.models import Record
print(json.dumps(sorted(r.data["note"] for r in Record.objects.filter(owner__email=%r, deleted=False))))
"""
_EVERYTHING = """async () => {
  const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      parts.push(request.url);
      const type = (await cache.match(request)).headers.get("Content-Type") ?? "";
      if (/text|json/.test(type)) parts.push(await (await cache.match(request)).text());
    }
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


@dataclass(frozen=True)
class Member:
    """Somebody with a confirmed account and consent."""

    email: str
    server: Server

    def notes(self) -> list[str]:
        """Return the notes of the live records on the server, sorted."""
        notes: list[str] = json.loads(self.server.run_python(_NOTES % self.email).splitlines()[-1])
        return notes


def make_members(server: Server, *names: str) -> list[Member]:
    """Make an account for each name."""
    made = json.loads(server.run_python(_MEMBERS % (names, PASSWORD)).splitlines()[-1])
    return [Member(email, server) for email in made]


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

    def sign_in(self, member: Member, *, ends_at: str = "**/journal/") -> None:
        """Sign in on the page, and wait for where that leads."""
        self.page.goto("/accounts/login/?next=/journal/")
        self.type_in(member)
        self.page.wait_for_url(ends_at)

    def type_in(self, member: Member) -> None:
        """Fill in the sign-in page that is shown, and send it."""
        self.page.get_by_label("Email", exact=True).fill(member.email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()

    def sign_out(self) -> None:
        """Sign out on the page, where everything is sent."""
        self.page.goto("/accounts/logout/")
        self.page.get_by_role("button", name="Sign out", exact=True).click()
        self.page.wait_for_url(self.server.url + "/")
        expect(self.page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()

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
