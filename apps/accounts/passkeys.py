"""The form that sets up a passkey, in plain words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext_lazy as _


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """allauth's form with other words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alone = self.fields.get("passwordless")
        if alone:
            alone.label = _("Let it sign me in without a password")
            alone.help_text = _("It then asks for your fingerprint, your face or its own code.")
