"""The living style page: every component in every state, for whoever builds or checks a page."""

from __future__ import annotations

from django.contrib.auth.decorators import user_passes_test
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from apps.core.styleguide import samples

THEMES = ("light", "dark")


@user_passes_test(lambda user: user.is_active and user.is_staff, login_url="account_login")
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show all components; `?theme=light` or `?theme=dark` overrides the system's colours."""
    theme = request.GET.get("theme", "")
    context = samples() | {
        "theme": theme if theme in THEMES else "",
        "figure": render_to_string("components/icons/mark.html"),
    }
    return render(request, "styleguide/index.html", context)
