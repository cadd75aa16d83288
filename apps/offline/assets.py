"""Which static files the packed pages need: what they link to, and what those files link to in turn."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urljoin

from django.conf import settings

from apps.core import served
from apps.publishing.media.files import path_of
from apps.publishing.media.models import file_url

_PICTURES = file_url("")
_IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
_IN_SCRIPTS = re.compile(r"""\b(?:from|import)\s*\(?\s*["']([^"']+)["']""")
_LINKS = {"text/css": _IN_STYLES, "text/javascript": _IN_SCRIPTS, "application/javascript": _IN_SCRIPTS}


@dataclass(frozen=True)
class Asset:
    """A static file as it is served."""

    url: str
    revision: str
    """The first 20 hexadecimal digits of the SHA-256 of its bytes."""
    bytes: int
    links: tuple[str, ...]
    """The addresses of the static files that it names."""


def revision_of(body: bytes) -> str:
    """Return what tells one body from another; the worker works it out from what it has received."""
    return hashlib.sha256(body).hexdigest()[:20]


def linked_from(html: str) -> set[str]:
    """Return the addresses of static files and pictures that a page names."""
    prefixes = "|".join(re.escape(prefix) for prefix in (settings.STATIC_URL, _PICTURES))
    return set(re.findall(rf"(?:{prefixes})[\w@./%+-]+", html))


def with_all_links(urls: Iterable[str]) -> dict[str, Asset]:
    """Return the assets at these addresses and all that they need; what is no file is left out."""
    found: dict[str, Asset] = {}
    waiting = sorted(urls)
    while waiting:
        url = waiting.pop()
        asset = _read_picture(url) if url.startswith(_PICTURES) else read_asset(url)
        if asset and url not in found:
            found[url] = asset
            waiting.extend(asset.links)
    return found


def _read_picture(url: str) -> Asset | None:
    """Read a picture's file; not remembered, since it may come while the process runs."""
    path = path_of(url.removeprefix(_PICTURES))
    body = path.read_bytes() if path else b""
    return Asset(url=url, revision=revision_of(body), bytes=len(body), links=()) if path else None


@cache
def read_asset(url: str) -> Asset | None:
    """Read a static file by its address; None where there is none."""
    path = served.path_of(url)
    if path is None:
        return None
    body = path.read_bytes()
    pattern = _LINKS.get(mimetypes.guess_type(path.name)[0] or "")
    names = pattern.findall(body.decode()) if pattern else []
    links = {urljoin(url, name.partition("#")[0].partition("?")[0]) for name in names if ":" not in name}
    return Asset(
        url=url,
        revision=revision_of(body),
        bytes=len(body),
        links=tuple(sorted(link for link in links if link.startswith(settings.STATIC_URL))),
    )


def read_body(url: str) -> bytes:
    """Return the bytes of a static file by its address; FileNotFoundError where there is none."""
    path = served.path_of(url)
    if path is None:
        raise FileNotFoundError(url)
    return path.read_bytes()
