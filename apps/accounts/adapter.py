"""How allauth's accounts behave here."""

from __future__ import annotations

import time
from ipaddress import ip_address
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from apps.core.models import User
from apps.core.rate_limits import client_address


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts by e-mail address."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is switched off. Write to us if you do not know why."),
        "email_password_mismatch": _("The address or the password is not right. Check both and try again."),
        "enter_current_password": _("That is not your password of now. Try again."),
        "incorrect_code": _("That code is not right. Check it and type it again."),
        "incorrect_password": _("That is not your password. Try again."),
        "too_many_login_attempts": _("Too many failed tries. Wait five minutes, then try again."),
        "rate_limited": _("That was too often. Wait a few minutes, then try again."),
        "same_as_current": _("That is your address already. Type the new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether anybody may make an account; editors' accounts are made in the editors' room."""
        return bool(settings.ACCOUNT_OPEN_FOR_SIGNUP)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Lead members over the page that brings the device's journal and the account's together."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        arrival = reverse("account_arrival")
        ahead = response.headers.get("Location", "")
        if user.is_staff or ahead in {"", arrival}:
            return response
        return HttpResponseRedirect(f"{arrival}?{urlencode({'next': ahead})}")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead editors to their room and members to their journal, where nothing else was asked for."""
        return reverse("admin:index" if request.user.is_staff else "account_arrival")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """As after signing in."""
        return self.get_login_redirect_url(request)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that rate limits count by; all that are unreadable count as one."""
        try:
            return str(ip_address(client_address(request)))
        except ValueError:
            return "0.0.0.0"  # noqa: S104 (no address is bound)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Do not ask again of those who have signed in a moment ago: they set up a second factor just then."""
        request = context.request
        records = get_authentication_records(request, request.user)
        timeout = app_settings.REAUTHENTICATION_TIMEOUT
        if any(time.time() - record["at"] < timeout for record in records):
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong passwords by account alone.

        allauth's own key starts with the Host header, whose port a client may choose: every port would be
        given five attempts of its own.
        """
        return str(credentials.get("email", "")).lower()
