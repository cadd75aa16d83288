"""Writing to the people who look after hipcare: never cached, never packed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from apps.core.feedback.forms import FeedbackForm
from apps.core.feedback.services import TooMany, take_in
from apps.core.public_pages import public_page
from apps.core.rate_limits import client_address


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Show the form, take a message in, or show what has to be put right."""
    if request.method != "POST":
        return _show(request, FeedbackForm(initial={"page": request.GET.get("page", "")[:200]}))
    form = FeedbackForm(request.POST)
    if form.is_by_a_program:
        return redirect("core:contact_thanks")
    if not form.is_valid():
        return _show(request, form)
    try:
        take_in(feedback=form.save(commit=False), sender=client_address(request))
    except TooMany:
        form.add_error(None, _("That is as many messages as fit into an hour. Please send this one later."))
        return _show(request, form, status=429)
    return redirect("core:contact_thanks")


def _show(request: HttpRequest, form: FeedbackForm, *, status: int = 200) -> HttpResponse:
    response = render(request, "core/contact_write.html", {"form": form}, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


@public_page
def thanks(request: HttpRequest) -> HttpResponse:
    """Say that the message has arrived."""
    return render(request, "core/contact_thanks.html")
