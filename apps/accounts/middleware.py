"""What a signed-in editor needs before the editors' room opens, and how private answers are kept private."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from apps.accounts import second_factor
from apps.core.models import User

Answer = Callable[[HttpRequest], HttpResponse]

_SIGNED_OUT = "hipcare.signed_out"


def private_answers(get_response: Answer) -> Answer:
    """Keep account and admin pages out of every cache, and empty the browser's cache at sign-out."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith(("/accounts/", "/admin/")):
            response["Cache-Control"] = "no-store"
        if request.META.get(_SIGNED_OUT):
            # Never "storage": that would delete what has not been synced yet.
            response["Clear-Site-Data"] = '"cache"'
        return response

    return answer


@receiver(user_logged_out)
def note_sign_out(sender: Any, request: HttpRequest | None, **kwargs: Any) -> None:  # noqa: ARG001 (a signal's)
    """Mark the request, for the answer's headers."""
    if request is not None:
        request.META[_SIGNED_OUT] = True


def staff_second_factor(get_response: Answer) -> Answer:
    """Send editors to set up a second factor, or to show the one that they have."""

    def answer(request: HttpRequest) -> HttpResponse:
        user = request.user
        if (
            settings.STAFF_SECOND_FACTOR
            and request.path_info.startswith("/admin/")
            and request.path_info != reverse("admin:logout")
            and isinstance(user, User)
            and user.is_staff
            and not second_factor.was_shown(request, user)
        ):
            return _ask(request, user)
        return get_response(request)

    return answer


def _ask(request: HttpRequest, user: User) -> HttpResponse:
    if second_factor.is_set_up(user):
        query = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{query}")
    messages.info(request, _("Before you enter the editors’ room, set up a second way to show that it is you."))
    return HttpResponseRedirect(reverse("mfa_index"))
