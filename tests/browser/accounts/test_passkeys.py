"""A passkey: set up on the account's page, and enough to sign in with, by a device that Chromium plays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accounts.devices import make_members, sign_out, type_in
from tests.browser.watch import Faults
from tests.journal.live import Person
from tests.server import Server, free_port

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def named_site(prepared: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a running site that is known by a name: a passkey belongs to a domain, and 127.0.0.1 is none."""
    port = free_port()
    public = {"HIPCARE_PUBLIC_URL": f"http://localhost:{port}"}
    folder = tmp_path_factory.mktemp("passkeys") / "data"
    with prepared.copy(folder, port=port, settings=public) as server:
        server.start()
        yield server


@pytest.fixture
def member(named_site: Server) -> Person:
    """Return somebody with an account there."""
    [member] = make_members(named_site, "member")
    return member


@pytest.fixture
def tab(browser: Browser, browser_context_args: dict[str, Any], named_site: Server, faults: Faults) -> Iterator[Page]:
    """Return a tab on a device that can hold passkeys, whose person always says yes."""
    address = f"http://localhost:{named_site.port}"
    faults.allow(f"request to another site: {address}/", "Service Worker registration blocked")
    context = browser.new_context(**{**browser_context_args, "base_url": address, "service_workers": "block"})
    faults.watch(context)
    tab = context.new_page()
    device = context.new_cdp_session(tab)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield tab
    context.close()


def sign_in_with_password(tab: Page, member: Person) -> None:
    """Sign in as somebody does who has no passkey yet."""
    tab.goto("/accounts/login/?next=/journal/")
    type_in(tab, member)
    tab.wait_for_url("/journal/")


def set_up_passkey(tab: Page) -> None:
    """Set up a passkey that needs no password beside it."""
    tab.goto("/accounts/2fa/webauthn/add/")
    tab.get_by_label("Let it sign me in without a password").check()
    tab.get_by_role("button", name="Set it up").click()
    tab.wait_for_url("/accounts/2fa/recovery-codes/")


def test_passkey_that_was_set_up_signs_in_without_a_password(tab: Page, member: Person) -> None:
    sign_in_with_password(tab, member)
    set_up_passkey(tab)
    sign_out(tab)
    tab.goto("/accounts/login/?next=/journal/")

    tab.get_by_role("button", name="Sign in with a passkey").click()

    tab.wait_for_url("/journal/")
    session = tab.request.get("/api/v1/session").json()
    assert (session["signed_in"], session["user"]["name"]) == (True, member.email)


def test_device_without_a_passkey_says_so(tab: Page, member: Person) -> None:
    tab.goto("/accounts/login/")

    tab.get_by_role("button", name="Sign in with a passkey").click()

    expect(tab.get_by_text("The passkey was not used.")).to_be_visible()
    expect(tab.get_by_label("Password", exact=True)).to_be_visible()
