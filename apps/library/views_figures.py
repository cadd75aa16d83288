"""The contact sheet: every figure that readers see, for whoever draws or checks one."""

from __future__ import annotations

from django.contrib.auth.decorators import user_passes_test
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from apps.figures.contact_sheet import pictures
from apps.figures.muscles import MUSCLES
from apps.library.figure_shelf import shown_figures
from apps.publishing.catalogue import catalogue

THEMES = ("light", "dark")


@user_passes_test(lambda user: user.is_active and user.is_staff, login_url="account_login")
def figure_sheet(request: HttpRequest) -> HttpResponse:
    """Show every pose and variant in two sizes; `?theme=` is as on the style page."""
    theme = request.GET.get("theme", "")
    sheet = []
    for shown in shown_figures(catalogue()):
        figure = shown.figure
        key = f"{shown.document.kind}-{shown.document.slug}"
        drawn = pictures(figure) if figure else []
        sheet.append(
            {
                "key": key,
                "document": shown.document,
                "muscles": [MUSCLES[code].name for code in figure.muscles] if figure else [],
                "pictures": [(f"{key}-{number}", label, still) for number, (label, still) in enumerate(drawn)],
            }
        )
    context = {"theme": theme if theme in THEMES else "", "sheet": sheet}
    return render(request, "figures/contact_sheet.html", context)
