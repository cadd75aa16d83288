"""Home, and what machines ask for."""

from __future__ import annotations

from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from apps.core.pages import listed_pages
from apps.core.public_pages import public_page


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Ask where the person is and what hurts, and lead on."""
    return render(request, "core/home.html")


@public_page
def plain_page(request: HttpRequest, *, name: str) -> HttpResponse:
    """Show a page of words: about, privacy, accessibility, contact, settings."""
    return render(request, f"core/{name}.html")


def health(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 (Django's signature)
    """Tell a load balancer whether this process can answer: 200, or 503 where the database does not."""
    try:
        connection.ensure_connection()
    except OperationalError:
        response = JsonResponse({"status": "database unreachable"}, status=503)
        response["Retry-After"] = "5"
    else:
        response = JsonResponse({"status": "ok"})
    response["Cache-Control"] = "no-store"
    return response


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page for search engines."""
    context = {"pages": list(listed_pages()), "base": settings.PUBLIC_URL}
    return render(request, "core/sitemap.xml", context, content_type="application/xml; charset=utf-8")


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of what is not for reading."""
    context = {"base": settings.PUBLIC_URL}
    return render(request, "core/robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """Lead to the icon: browsers ask for this address where a page names none, such as an answer in JSON."""
    return redirect(static("icons/favicon.ico"))
