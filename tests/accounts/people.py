"""People, sign-in and codes for the tests of accounts."""

from __future__ import annotations

import re
import time
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client

from apps.accounts.services import give_consent, make_editor
from apps.core.models import User

EMAIL, PASSWORD = "ed@example.org", "a long passphrase"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def new_editor(email: str = EMAIL) -> User:
    """Return an editor who has not signed in yet."""
    return make_editor(email=email, password=PASSWORD)


def new_member(name: str, *, agrees: bool = True) -> User:
    """Return somebody with an account who has confirmed their address."""
    user = User.objects.create_user(f"{name}@example.org", PASSWORD, name=name.title())
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if agrees:
        give_consent(owner=user)
    return user


def editor_with_app(email: str = EMAIL) -> User:
    """Return an editor with an authenticator app and recovery codes."""
    user = new_editor(email)
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def code_now(secret: str = SECRET, *, steps: int = 0) -> str:
    """Return what the authenticator app shows, or showed or will show some half minutes away."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def code_in(text: object) -> str:
    """Return the code in a mail."""
    found = re.search(r"^[0-9A-Z]{3,}-[0-9A-Z]{3,}$", str(text), re.MULTILINE)
    assert found, text
    return found[0]


def sign_in(client: Client, email: str = EMAIL, password: str = PASSWORD, **values: Any) -> HttpResponse:
    """Send the sign-in form."""
    return client.post("/accounts/login/", {"login": email, "password": password, **values})  # type: ignore[return-value]
