"""Editors' accounts; members' consent; the end of an account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from apps.accounts.models import CONSENT_TEXT, Consent
from apps.core.models import User
from apps.core.registries import personal_data


@transaction.atomic
def make_editor(*, email: str, password: str) -> User:
    """Make an account that may do everything in the editors' room; its address counts as confirmed."""
    user = User.objects.create_superuser(email, password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def forget_other_addresses(*, user: User) -> None:
    """Drop confirmed addresses that are no longer the account's: the new one is confirmed at the next sign-in."""
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()


def give_consent(*, owner: User, text_version: str = CONSENT_TEXT) -> Consent:
    """Note that the person agrees to a text; agreeing to the same text again changes nothing."""
    consent, _made = Consent.objects.get_or_create(
        owner=owner, text_version=text_version, withdrawn_at=None, defaults={"given_at": timezone.now()}
    )
    return consent


@transaction.atomic
def withdraw_consent(*, owner: User, forget: bool) -> None:
    """Note that the person takes every consent back; `forget` deletes what the server has, and no device's part."""
    Consent.objects.filter(owner=owner, withdrawn_at=None).update(withdrawn_at=timezone.now())
    if forget:
        for part in personal_data:
            part.forget(owner=owner)


@transaction.atomic
def erase_health_data(*, owner: User) -> None:
    """Delete all health data here, and on each device at its next contact; the account stays."""
    for part in personal_data:
        part.erase(owner=owner)


@transaction.atomic
def delete_account(*, user: User) -> None:
    """Delete the account with all that belongs to it, and end its sessions everywhere."""
    for session in UserSession.objects.filter(user=user):
        session.end()
    user.delete()
