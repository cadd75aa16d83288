"""Whether a session of an editor has shown a second factor, not merely whether its owner has one."""

from __future__ import annotations

from typing import Any

from allauth.mfa.signals import authenticator_added, authenticator_used
from allauth.mfa.utils import is_mfa_enabled
from django.dispatch import receiver
from django.http import HttpRequest

from apps.core.models import User

_SESSION_KEY = "second_factor_of"


def was_shown(request: HttpRequest, user: User) -> bool:
    """Whether this session has used or set up a second factor of this user."""
    return bool(request.session.get(_SESSION_KEY) == str(user.pk))


def is_set_up(user: User) -> bool:
    """Whether the user has an authenticator app or a passkey."""
    return bool(is_mfa_enabled(user))


@receiver(authenticator_added)
@receiver(authenticator_used)
def remember(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:  # noqa: ARG001 (a signal's)
    """Note in the session that the second factor was there."""
    request.session[_SESSION_KEY] = str(user.pk)
