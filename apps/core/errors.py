"""Error pages; plain, without a session, and as problem documents under `/api/`."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from redis.exceptions import RedisError

UNAVAILABLE = (OperationalError, InterfaceError, RedisError)
"""What database and cache raise when they are down, full or locked: not a fault of the request."""
RETRY_AFTER = "10"


def problem(*, status: int, title: str, detail: str = "", **members: object) -> JsonResponse:
    """Return an `application/problem+json` answer (RFC 9457)."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **members}
    response = JsonResponse(body, status=status, content_type="application/problem+json")
    response["Cache-Control"] = "no-store"
    return response


def _answer(request: HttpRequest, status: int, template: str, title: str) -> HttpResponse:
    if request.path_info.startswith("/api/"):
        return problem(status=status, title=title)
    response = render(request, template, status=status)
    response["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """Answer 400."""
    return _answer(request, 400, "errors/400.html", "Bad request")


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer 403."""
    return _answer(request, 403, "errors/403.html", "Forbidden")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer 404."""
    return _answer(request, 404, "errors/404.html", "Not found")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500, or 503 where the database or the cache did not answer: the same request may do later."""
    if isinstance(sys.exc_info()[1], UNAVAILABLE):
        response = _answer(request, 503, "errors/500.html", "Not available")
        response["Retry-After"] = RETRY_AFTER
        return response
    return _answer(request, 500, "errors/500.html", "Server error")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer a request without a valid CSRF token: JSON for the API, else a page that says what to do."""
    if request.path_info.startswith("/api/"):
        return problem(status=403, title="CSRF check failed", code="csrf")
    return _answer(request, 403, "errors/csrf.html", "CSRF check failed")
