"""Phones that have synced, and how a signed-out one learns that its account is gone."""

from __future__ import annotations

import hashlib
import secrets
import uuid

from apps.core.models import User
from apps.journal.models import Device


def give_secret(*, owner: User, device_id: uuid.UUID) -> str:
    """Register the owner's device and return its secret; asking again replaces it, since the answer may be lost."""
    secret = secrets.token_urlsafe(32)
    Device.objects.update_or_create(owner=owner, device_id=device_id, defaults={"secret_hash": hashed(secret)})
    return secret


def account_of_device(*, device_id: uuid.UUID, secret: str) -> bool | None:
    """Tell whether the account of a device exists; None where device and secret do not belong together."""
    device = Device.objects.filter(device_id=device_id, secret_hash=hashed(secret)).first()
    return None if device is None else device.owner_id is not None


def hashed(secret: str) -> str:
    """Return how a secret is stored; it is random and long, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
