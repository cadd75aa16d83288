"""Each editor's own choice of notices by e-mail."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.core.models import User
from apps.publishing.forms_review import NoticesForm


def notices(request: HttpRequest) -> HttpResponse:
    """Show and store whether the signed-in editor gets e-mails about reviews."""
    user = User.objects.get(pk=request.user.pk or 0)
    form = NoticesForm(request.POST if request.method == "POST" else None, instance=user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("publishing:notices"))
    context = {**admin.site.each_context(request), "title": _("Notices"), "form": form}
    return render(request, "publishing/admin/notices.html", context)
