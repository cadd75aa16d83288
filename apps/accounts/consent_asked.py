"""The tick of the sign-up form, kept in the session until its owner has confirmed the address."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from apps.accounts.models import CONSENT_TEXT
from apps.accounts.services import give_consent
from apps.core.models import User

_KEY = "consent_at_sign_up"


def remember_consent(request: HttpRequest, user: User) -> None:
    """Keep that this person ticked the box, and to which text."""
    request.session[_KEY] = {"user": str(user.pk), "text": CONSENT_TEXT}


@receiver(user_logged_in)
def note_consent(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:  # noqa: ARG001 (a signal's)
    """Write the consent down at the first sign-in."""
    asked = request.session.pop(_KEY, None)
    if asked and asked["user"] == str(user.pk):
        give_consent(owner=user, text_version=asked["text"])
