"""Counts how often something is done, in the cache that all processes share."""

from __future__ import annotations

import logging
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600

log = logging.getLogger(__name__)


def take_turn(*, name: str, who: str, most: int, seconds: int = HOUR) -> bool:
    """Count one turn and return whether it was still among the first `most` of this stretch of time.

    `who` is kept only as a keyed hash, and only until the time is over. Where the cache does not answer,
    the turn is refused.
    """
    stretch = int(time.time() // seconds)
    hashed = salted_hmac("hipcare.rate-limit", who, algorithm="sha256").hexdigest()[:32]
    key = f"limit:{name}:{stretch}:{hashed}"
    try:
        if cache.add(key, 1, timeout=seconds):
            return True
        taken = int(cache.get(key, 0))
        cache.set(key, taken + 1, timeout=seconds)
    except Exception:
        log.exception("the shared cache does not answer")
        return False
    return taken < most


def client_address(request: HttpRequest) -> str:
    """Return where a request comes from, as the proxy in front says it, or as the connection says it.

    A proxy adds the address that it saw at the end of `X-Forwarded-For`; what stands before that was sent
    by the client and proves nothing.
    """
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
        if forwarded:
            return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))
