"""Accounts: what allauth has no page for. Only their owner meets these; a stranger is sent to sign in."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.decorators import reauthentication_required
from allauth.account.utils import get_next_redirect_url
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.export import as_json, as_tables
from apps.accounts.forms import ConfirmForm, ConsentForm, WithdrawForm
from apps.accounts.models import Consent
from apps.accounts.queries import count_records
from apps.accounts.services import delete_account, erase_health_data, give_consent, withdraw_consent
from apps.core.models import User
from apps.journal import choices

FILES = {"json": (as_json, "json", "application/json"), "csv": (as_tables, "zip", "application/zip")}
"""By the name in the address: what makes the file, how its name ends, its media type."""


def _owner(request: HttpRequest) -> User:
    return cast("User", request.user)


def _has_no_password(request: HttpRequest) -> bool:
    """Who signs in with a passkey alone confirms by signing in once more."""
    return not _owner(request).has_usable_password()


@require_safe
@login_required
def arrival(request: HttpRequest) -> HttpResponse:
    """Bring the journal of the device and that of the account together, then lead on."""
    ahead = get_next_redirect_url(request) or reverse("journal:list")
    return render(request, "account/arrival.html", {"ahead": ahead, "records": count_records(_owner(request))})


@require_safe
@login_required
def data(request: HttpRequest) -> HttpResponse:
    """Show what a person may do with their data."""
    consent = Consent.objects.of(_owner(request)).given().last()
    context = {"consent": consent, "records": count_records(_owner(request)), **choices.lists()}
    return render(request, "account/data.html", context)


@require_safe
@login_required
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand everything out as one file."""
    make, ending, content_type = FILES[kind]
    name = f"hipcare-{timezone.localdate().isoformat()}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(make(owner=_owner(request)), content_type=content_type, headers=headers)


@login_required
def consent(request: HttpRequest) -> HttpResponse:
    """Ask for consent to keep health data on the server."""
    form = ConsentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        give_consent(owner=_owner(request))
        return redirect(get_next_redirect_url(request) or "account_arrival")
    given = Consent.objects.of(_owner(request)).given().last()
    ahead = get_next_redirect_url(request) or ""
    return render(request, "account/consent.html", {"form": form, "consent": given, "ahead": ahead})


@login_required
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take consent back; sync ends at once."""
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        withdraw_consent(owner=_owner(request), forget=form.cleaned_data["copy"] == "delete")
        return redirect("account_data")
    return render(request, "account/withdraw.html", {"form": form})


@login_required
@reauthentication_required(enabled=_has_no_password)  # type: ignore[untyped-decorator]  # allauth has no types
def erase(request: HttpRequest) -> HttpResponse:
    """Delete the health data; the account stays."""
    form = ConfirmForm(request.POST if request.method == "POST" else None, user=_owner(request))
    if request.method == "POST" and form.is_valid():
        erase_health_data(owner=_owner(request))
        return redirect(f"{reverse('account_data')}?done=erased")
    return render(request, "account/erase.html", {"form": form})


@login_required
@reauthentication_required(enabled=_has_no_password)  # type: ignore[untyped-decorator]  # allauth has no types
def delete(request: HttpRequest) -> HttpResponse:
    """Delete the account and everything that belongs to it."""
    user = _owner(request)
    form = ConfirmForm(request.POST if request.method == "POST" else None, user=user)
    if request.method == "POST" and form.is_valid():
        logout(request)
        delete_account(user=user)
        return redirect("account_deleted")
    return render(request, "account/delete.html", {"form": form})


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    """Say that the account is gone, and what happens on other devices."""
    return render(request, "account/deleted.html")


def to_change_password(request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # noqa: ARG001 (the admin's)
    """Lead from the admin's page to the one where attempts are counted."""
    return HttpResponseRedirect(reverse("account_change_password"))
