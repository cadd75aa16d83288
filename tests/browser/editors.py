"""People of the editors' room on a running server, each in a browser context of their own."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.watch import Faults
from tests.server import Server

EMAIL, PASSWORD = "ed@example.org", "a long passphrase"
STRETCHES = "/admin/library/stretch/"
_SESSIONS = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore
from apps.accounts.services import make_editor
from apps.core.models import User

def signed_in(user):
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["second_factor_of"] = str(user.pk)
    session.create()
    return session.session_key
"""
_EDITOR = f"{_SESSIONS}\nprint(json.dumps(signed_in(make_editor(email={EMAIL!r}, password={PASSWORD!r}))))"
_PEOPLE = f"""{_SESSIONS}
keys = {{}}
for role in %r:
    address = f"{{role.lower()}}@example.org"
    user = User.objects.create_user(address, "a long passphrase", name=f"Kim {{role}}", is_staff=True)
    user.groups.set([Group.objects.get(name=role)])
    keys[role] = signed_in(user)
print(json.dumps(keys))
"""


def enter(server: Server, browser: Browser, faults: Faults, **options: Any) -> Page:
    """Return a watched page in which an editor who may do everything is signed in with a second factor shown."""
    key = json.loads(server.run_python(_EDITOR).splitlines()[-1])
    return _open(key, server, browser, faults, **options)


def enter_as(
    roles: tuple[str, ...], server: Server, browser: Browser, faults: Faults, **options: Any
) -> dict[str, Page]:
    """Return a watched page for each role, signed in with a second factor shown."""
    keys = json.loads(server.run_python(_PEOPLE % (roles,)).splitlines()[-1])
    return {role: _open(keys[role], server, browser, faults, **options) for role in roles}


def _open(key: str, server: Server, browser: Browser, faults: Faults, **options: Any) -> Page:
    context = browser.new_context(
        base_url=server.url,
        viewport={"width": 1280, "height": 800},
        locale="en-GB",
        service_workers="block",
        **options,
    )
    context.add_cookies([{"name": "session", "value": key, "url": server.url}])
    faults.watch(context)
    return context.new_page()


def open_stretch(page: Page, title: str = "Couch stretch") -> None:
    """Open the form of a stretch from the list."""
    page.goto(STRETCHES)
    page.get_by_role("link", name=title, exact=True).click()
    page.wait_for_url("**/change/**")  # loaded, with its scripts


def publish(page: Page, note: str) -> None:
    """Save and publish the form that is open."""
    page.get_by_role("button", name="Save and publish…").click()
    page.get_by_label("What changed").fill(note)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile(r"Version \d+ is live\."))).to_be_visible()
