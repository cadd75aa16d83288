"""Public pages: the same bytes for everybody, kept in memory beside their compressed forms."""

from __future__ import annotations

import functools
import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, cast

import brotli
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from apps.core.registries import content_version
from apps.core.release import release

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

CACHE_CONTROL = "public, max-age=0, must-revalidate"
_SMALLEST_WORTH_PACKING = 200


@dataclass(frozen=True)
class RenderedPage:
    """The answer of a public page, ready to be sent to anybody."""

    status: int
    content_type: str
    body: bytes
    brotli: bytes
    gzip: bytes
    revision: str


def render_once(response: HttpResponse) -> RenderedPage:
    """Compress a finished answer; its revision is a hash of the body."""
    body = bytes(response.content)
    return RenderedPage(
        status=response.status_code,
        content_type=response["Content-Type"],
        body=body,
        brotli=brotli.compress(body, quality=7),
        gzip=gzip.compress(body, compresslevel=6, mtime=0),
        revision=hashlib.sha256(body).hexdigest()[:20],
    )


def public_page(view: View[P]) -> View[P]:
    """Answer GET and HEAD with the same bytes for everybody, with ETag, 304 and compression.

    Answers without a query string are kept until the content version or the release changes. The view may
    not read the session, the user or cookies.
    """

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        with content_version.held():
            page = rendered_page(request, view, *args, **kwargs)
        return respond(request, page) if isinstance(page, RenderedPage) else page

    return cast("View[P]", answer)


def rendered_page(
    request: HttpRequest, view: View[P], *args: P.args, **kwargs: P.kwargs
) -> RenderedPage | HttpResponse:
    """Return the page from this process's memory, rendering it where it is not there.

    Pages (200) and explanations of what is gone (410) are kept; any other answer, such as a redirect, is
    returned as the view made it.
    """
    key = "" if request.META.get("QUERY_STRING") else page_key(request.path)
    page: RenderedPage | None = caches["pages"].get(key) if key else None
    if page is None:
        response = view(request, *args, **kwargs)
        if response.status_code not in {200, 410}:
            return response
        page = render_once(response)
        if key:
            caches["pages"].set(key, page)
    return page


def page_key(path: str) -> str:
    """Return the cache key of a path for the content, release and language of now."""
    whole = "|".join((path, content_version.read(), release(), get_language() or settings.LANGUAGE_CODE))
    return hashlib.sha256(whole.encode()).hexdigest()


def respond(request: HttpRequest, page: RenderedPage) -> HttpResponse:
    """Return the page in the best encoding that the client takes, or 304 where the client has it."""
    # Django answers a malformed CSRF cookie with a new one, whatever was asked for.
    request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", None)
    etag = f'W/"{page.revision}"'
    if page.status == 200 and etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(page.body, status=page.status, content_type=page.content_type)
        _encode(request, page, response)
    response["ETag"] = etag
    response["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _encode(request: HttpRequest, page: RenderedPage, response: HttpResponse) -> None:
    accepted = {part.split(";")[0].strip() for part in request.headers.get("Accept-Encoding", "").split(",")}
    if len(page.body) < _SMALLEST_WORTH_PACKING:
        return
    if "br" in accepted:
        response.content, response["Content-Encoding"] = page.brotli, "br"
    elif "gzip" in accepted:
        response.content, response["Content-Encoding"] = page.gzip, "gzip"
