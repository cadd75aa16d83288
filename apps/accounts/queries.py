"""What is known of a person's account, and whether their health data may be kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from apps.accounts.models import Consent
from apps.core.models import User
from apps.core.registries import PersonalData, personal_data


def may_keep_health_data(user: object) -> bool:
    """Tell whether the person has agreed to the text of now."""
    return isinstance(user, User) and Consent.objects.of(user).given().exists()


def export_account(*, owner: User) -> dict[str, Any]:
    """Return what the account itself holds; nothing that would let anybody in."""
    return {
        "email": owner.email,
        "name": owner.name,
        "joined": owner.date_joined.isoformat(),
        "last_sign_in": owner.last_login.isoformat() if owner.last_login else None,
        "addresses": list(EmailAddress.objects.filter(user=owner).values("email", "verified", "primary")),
    }


def export_consents(*, owner: User) -> list[dict[str, Any]]:
    """Return every consent with its dates, oldest first."""
    return [dict(row) for row in Consent.objects.of(owner).values("text_version", "given_at", "withdrawn_at")]


def export_sign_in(*, owner: User) -> list[dict[str, Any]]:
    """Return the second ways of signing in and where the person is signed in."""
    ways = Authenticator.objects.filter(user=owner).order_by("pk").values("type", "created_at", "last_used_at")
    sessions = UserSession.objects.filter(user=owner).order_by("created_at")
    return [
        *({"what": str(Authenticator.Type(way.pop("type")).label), **way} for way in ways),
        *({"what": "session", **session} for session in sessions.values("created_at", "ip", "user_agent")),
    ]


def count_records(owner: User) -> int:
    """Return how many records of health data the server holds of a person, in all apps."""
    return sum(part.count(owner=owner) for part in personal_data)


def _none(*, owner: User) -> int:  # noqa: ARG001 (the registry's)
    """Count no record: there is no health data in an account."""
    return 0


def _nothing(*, owner: User) -> None:
    """Delete nothing: there is no health data in an account."""


def account_data() -> Iterator[PersonalData]:
    """Yield the parts of an export that accounts hold."""
    for name, export in (("account", export_account), ("consents", export_consents), ("sign-in", export_sign_in)):
        yield PersonalData(name=name, export=export, count=_none, erase=_nothing, forget=_nothing)
