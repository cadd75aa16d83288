"""The pack: every page that a phone keeps, with a hash of its bytes, and the static files they need."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from mimetypes import guess_type
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import resolve
from django.utils import translation
from django.utils.translation import get_language_from_path

from apps.core.registries import Page, content_version, pages, withdrawn_urls
from apps.core.release import release
from apps.offline.assets import linked_from, read_body, revision_of, with_all_links
from apps.offline.bundles import bundled

log = logging.getLogger("hipcare.offline")

_shelf: dict[str, Pack] = {}
_lock = Lock()


@dataclass(frozen=True)
class Pack:
    """What a phone should hold."""

    version: str
    """Changes with anything below."""
    release: str
    """Changes with the code and templates: open pages are then of the release before."""
    pages: list[dict[str, Any]]
    assets: list[dict[str, Any]]
    bundles: list[list[str]]
    """The addresses that `/offline/bundles/<n>.json` answers together, by n."""
    withdrawn: list[str]
    """Addresses to delete at once, whatever else is under way."""


@dataclass(frozen=True)
class _Rendered:
    page: Page
    body: bytes
    is_html: bool


def current_pack() -> Pack:
    """Return the pack of the content as it is now, made once in a process for each content version."""
    with content_version.held() as version:
        key = f"{version} {release()}"
        with _lock:
            if key not in _shelf:
                fresh = make_pack()
                _shelf.clear()
                _shelf[key] = fresh
            return _shelf[key]


def known_pack() -> Pack | None:
    """Return the pack of the content as it is now where this process has made it already."""
    return _shelf.get(f"{content_version.read()} {release()}")


def make_pack() -> Pack:
    """Render every page that belongs into the pack and list what came out.

    A page that cannot be had by everybody in the same way (an error, a redirect, a cookie) is left out and
    logged, so that it keeps nothing else from the phone.
    """
    rendered = [part for page in _packed_pages() if (part := _render(page)) is not None]
    must = with_all_links(_links([part for part in rendered if part.page.must]))
    assets = with_all_links(_links(rendered))
    content: dict[str, Any] = {
        "release": release(),
        "pages": [_page_entry(part) for part in rendered],
        "assets": [
            {"url": url, "revision": asset.revision, "bytes": asset.bytes, "must": url in must}
            for url, asset in sorted(assets.items())
        ],
        "withdrawn": sorted(set(withdrawn_urls)),
    }
    content["bundles"] = bundled([*content["assets"], *content["pages"]])
    version = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
    return Pack(version=version, **content)


def read_bundle(number: int) -> dict[str, dict[str, str]]:
    """Return type and text by address of everything in a bundle of the pack as it is now.

    Raises IndexError where the pack has no such bundle.
    """
    return {url: _text_at(url) for url in current_pack().bundles[number]}


def _text_at(url: str) -> dict[str, str]:
    if url.startswith(settings.STATIC_URL):
        return {"type": f"{guess_type(url)[0]}; charset=utf-8", "text": read_body(url).decode()}
    response = answer_for(url)
    return {"type": response["Content-Type"], "text": response.content.decode()}


def _packed_pages() -> list[Page]:
    """Return each address once, what is needed first at the front."""
    by_url = {page.url: page for page in pages if page.in_pack}
    return sorted(by_url.values(), key=lambda page: (not page.must, page.url))


def _render(page: Page) -> _Rendered | None:
    try:
        response = answer_for(page.url)
    except Exception:
        # Whatever one page's view raises, a 404 included, the other pages still go to the phone.
        log.exception("left out of the pack: %s", page.url)
        return None
    if response.status_code != 200 or response.cookies:
        log.error("left out of the pack, answers %s: %s", response.status_code, page.url)
        return None
    return _Rendered(page, bytes(response.content), response["Content-Type"].startswith("text/html"))


def answer_for(url: str) -> HttpResponse:
    """Answer an address by its view, as a stranger without cookies would get it."""
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = url
    with translation.override(get_language_from_path(url) or settings.LANGUAGE_CODE):
        match = request.resolver_match = resolve(url)
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    return response


def _page_entry(part: _Rendered) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "url": part.page.url,
        "revision": revision_of(part.body),
        "bytes": len(part.body),
        "must": part.page.must,
    }
    extras = {"queries": list(part.page.queries), "also": list(part.page.also)}
    return entry | {name: values for name, values in extras.items() if values}


def _links(rendered: list[_Rendered]) -> set[str]:
    return {url for part in rendered if part.is_html for url in linked_from(part.body.decode())}
