"""Previews: a signed address that shows a working copy as its page would be, for a day."""

from __future__ import annotations

from dataclasses import dataclass

from csp.constants import SELF
from django.core import signing
from django.core.exceptions import ValidationError as FormError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from apps.publishing.kinds import kinds
from apps.publishing.models import WorkingCopy
from apps.publishing.services import document_of
from apps.publishing.views import page_context

MAX_AGE = 24 * 60 * 60
"""Seconds for which a preview's address works."""
THEMES = ("light", "dark")
_SALT = "hipcare.preview"


@dataclass(frozen=True)
class _Wanted:
    kind: str
    pk: int


def preview_address(working_copy: WorkingCopy) -> str:
    """Return the path under which anybody who has it sees the working copy as it is then, for `MAX_AGE`."""
    token = signing.dumps([working_copy.kind, working_copy.pk], salt=_SALT)
    return reverse("publishing:preview", args=[token])


def player_preview_address(working_copy: WorkingCopy) -> str:
    """Return the path of the player for the working copy; only for a kind that can be played."""
    token = signing.dumps([working_copy.kind, working_copy.pk], salt=_SALT)
    return reverse("publishing:preview_play", args=[token])


@require_safe
@xframe_options_sameorigin
def preview_page(request: HttpRequest, token: str) -> HttpResponse:
    """Draw a working copy with the template of its public page; never stored, never indexed."""
    return _kept_private(_draw(request, _working_copy(_read(token))))


@require_safe
@xframe_options_sameorigin
def preview_player(request: HttpRequest, token: str) -> HttpResponse:
    """Show the player as it would play the working copy, whose page it reads from its preview."""
    working_copy = _working_copy(_read(token))
    player = kinds[working_copy.kind].player
    if player is None:
        raise Http404
    page = reverse("publishing:preview", args=[token])
    preview = {"kind": working_copy.kind, "slug": working_copy.slug, "page": page}
    with translation.override(working_copy.language):
        template, context = player()
        return _kept_private(render(request, template, {**context, **_frame(request), "preview": preview}))


def _kept_private(response: HttpResponse) -> HttpResponse:
    response._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined]
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _read(token: str) -> _Wanted:
    try:
        kind, pk = signing.loads(token, salt=_SALT, max_age=MAX_AGE)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Http404 from error
    return _Wanted(kind, pk)


def _working_copy(wanted: _Wanted) -> WorkingCopy:
    if wanted.kind not in kinds:
        raise Http404
    working_copy: WorkingCopy | None = kinds[wanted.kind].working_copy._default_manager.filter(pk=wanted.pk).first()
    if working_copy is None:
        raise Http404
    return working_copy


def _frame(request: HttpRequest) -> dict[str, object]:
    theme = request.GET.get("theme", "")
    return {"theme": theme if theme in THEMES else "", "is_preview": True}


def _draw(request: HttpRequest, working_copy: WorkingCopy) -> HttpResponse:
    with translation.override(working_copy.language):
        return _draw_in_its_language(request, working_copy)


def _draw_in_its_language(request: HttpRequest, working_copy: WorkingCopy) -> HttpResponse:
    kind = kinds[working_copy.kind]
    frame = _frame(request)
    try:
        document = document_of(working_copy)
    except FormError as error:
        missing = {**frame, "working_copy": working_copy, "messages_by_field": error.message_dict}
        return render(request, "publishing/preview_missing.html", missing, status=422)
    context = {**page_context(kind, document, None), **frame}
    return render(request, kind.template or "publishing/preview_plain.html", context)
