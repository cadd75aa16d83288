"""People of the editors' room on a running server, each in a browser context of their own."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.watch import Faults
from tests.server import Server

_PEOPLE = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore
from apps.core.models import User
keys = {}
for role in %r:
    address = f"{role.lower()}@example.org"
    user = User.objects.create_user(address, "a long passphrase", name=f"Kim {role}", is_staff=True)
    user.groups.set([Group.objects.get(name=role)])
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["second_factor_of"] = str(user.pk)
    session.create()
    keys[role] = session.session_key
print(json.dumps(keys))
"""


def enter_as(
    roles: tuple[str, ...], server: Server, browser: Browser, faults: Faults, **options: Any
) -> dict[str, Page]:
    """Return a watched page for each role, signed in with a second factor shown."""
    keys = json.loads(server.run_python(_PEOPLE % (roles,)).splitlines()[-1])
    pages = {}
    for role in roles:
        context = browser.new_context(
            base_url=server.url,
            viewport={"width": 1280, "height": 800},
            locale="en-GB",
            service_workers="block",
            **options,
        )
        context.add_cookies([{"name": "session", "value": keys[role], "url": server.url}])
        faults.watch(context)
        pages[role] = context.new_page()
    return pages
