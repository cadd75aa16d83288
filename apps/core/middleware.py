"""What every answer goes through."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_from_path

Answer = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger("hipcare.request")

PERMISSIONS_POLICY = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), usb=()"
)


def request_log(get_response: Answer) -> Answer:
    """Log each answer: method, route, status, time; never a query, an address or a body."""

    def answer(request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        log.info(
            "request",
            extra={
                "method": request.method,
                "route": match.route if match else "",
                "status": response.status_code,
                "milliseconds": round((time.perf_counter() - begun) * 1000, 1),
            },
        )
        return response

    return answer


def security_headers(get_response: Answer) -> Answer:
    """Add the headers that Django has no setting for."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return answer


def language_from_address(get_response: Answer) -> Answer:
    """Choose the language by the address alone; a header or cookie would make one address two pages."""

    def answer(request: HttpRequest) -> HttpResponse:
        with translation.override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
            response = get_response(request)
            if hasattr(response, "render") and not getattr(response, "is_rendered", True):
                response = response.render()
        return response

    return answer
