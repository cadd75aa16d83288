"""Leads readers on from addresses for which editors have added a redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from apps.publishing.redirects import led_on

Answer = Callable[[HttpRequest], HttpResponse]

CACHE_CONTROL = "public, max-age=3600"
"""An hour: a mistake is not to stay in browsers for ever."""


def redirects(get_response: Answer) -> Answer:
    """Answer 301 instead of 404 where a redirect is known; a page that is there always comes first."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        new = led_on(request.path_info)
        return _moved(request, new) if new else response

    return answer


def _moved(request: HttpRequest, new: str) -> HttpResponse:
    path, _mark, fragment = new.partition("#")
    query = request.META.get("QUERY_STRING", "")
    address = f"{path}{'?' + query if query else ''}{'#' + fragment if fragment else ''}"
    response = HttpResponsePermanentRedirect(address)
    response["Cache-Control"] = CACHE_CONTROL
    return response
