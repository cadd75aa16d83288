"""What makes hipcare an app: worker, manifest, pack and the page about what is on the phone."""

from __future__ import annotations

from dataclasses import asdict

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.core.public_pages import public_page, render_once, respond
from apps.offline.manifest import manifest_values
from apps.offline.pack import current_pack, read_bundle
from apps.offline.worker import worker_text


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Serve the worker; the address and the type never change, or installed phones would keep theirs for ever."""
    text = worker_text(killed=settings.HIPCARE_KILL_WORKER)
    response = respond(request, render_once(HttpResponse(text, content_type="text/javascript; charset=utf-8")))
    response["Cache-Control"] = "no-cache"
    return response


@public_page
def manifest(request: HttpRequest) -> HttpResponse:
    """Describe the installed app."""
    return render(request, "manifest.json", manifest_values(), content_type="application/manifest+json")


@public_page
def pack(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """List what a phone should hold."""
    return JsonResponse(asdict(current_pack()))


@public_page
def bundle(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """Answer many addresses of the pack at once."""
    try:
        return JsonResponse(read_bundle(number), json_dumps_params={"ensure_ascii": False})
    except IndexError:
        raise Http404 from None


@public_page
def offline(request: HttpRequest) -> HttpResponse:
    """Show what is on this phone; the worker also answers with it where a page is missing."""
    return render(request, "offline/offline.html")
