"""Every page of the editors' room, from the admin's own registry; runs in the process of a server's command."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from apps.core.feedback.models import Feedback
from apps.core.models import User
from apps.library.models import Stretch
from apps.publishing.models import LoggedAct, Publication, Redirect
from apps.publishing.services import document_of, publish
from apps.publishing.workflow.appraisal import appraise
from apps.publishing.workflow.services import comment, log, submit
from tests.publishing.pictures import make_picture

BESIDE_THE_REGISTRY = (
    "/admin/", "/admin/library/", "/admin/notices/", "/admin/styleguide/", "/admin/styleguide/figures/",
    "/accounts/2fa/", "/accounts/sessions/", "/accounts/password/change/",
)  # fmt: skip
OF_EACH_KIND = ("changelist", "add", "change")
NO_PAGES = ("export", "wording", "figure_draw")
SLUG = "couch-stretch"


def furnish() -> None:
    """Make a row of what a fresh site has none of, and a stretch that waits for a review and a moment to go live."""
    make_picture()
    Redirect.objects.create(old="/old/", new="/about/")
    Feedback.objects.create(topic="idea", page="/about/", message="Larger letters, please.")
    stretch = Stretch.objects.get(slug=SLUG)
    author = User.objects.create_user("author@example.org", "a long passphrase", name="Kim Author", is_staff=True)
    Authenticator.objects.create(user=author, type=Authenticator.Type.RECOVERY_CODES, data={})
    stretch.summary = "Kneel with one shin up a couch. It will unlock the hip."
    stretch.save()
    log(stretch, LoggedAct.Act.EDITED, author)
    appraise(stretch)
    document = document_of(stretch)
    publish(document=document, note="Clearer words.", live_from=timezone.now() + timedelta(days=7))
    submit(working_copy=stretch, digest=document.digest, by=author, words="Clearer now?")
    comment(working_copy=stretch, by=author, words="The drawing is as it was.")


def addresses(editor: str) -> list[str]:
    """Return the list, the empty form and one filled form of each kind, each act once, and what stands beside them."""
    request: Any = RequestFactory().get("/admin/")
    request.user = User.objects.get(email=editor)
    seen: set[str] = set()
    found = [*BESIDE_THE_REGISTRY]
    registered: Any = admin.site._registry  # the public way, get_app_list, leaves out what is not on the first page
    for model_admin in sorted(registered.values(), key=lambda one: one.model is not Stretch):
        for act, address in _of(model_admin, request):
            if act in OF_EACH_KIND or act not in seen:
                seen.add(act)
                found.append(address)
    return found


def _of(model_admin: Any, request: Any) -> Iterator[tuple[str, str]]:
    """Yield each act of a kind and its address, on one object, where the editor may do it."""
    rows = model_admin.model._default_manager
    row = rows.filter(slug=SLUG).first() if model_admin.model is Stretch else rows.first()
    for pattern in model_admin.get_urls():
        act = (pattern.name or "").removeprefix(f"{model_admin.opts.app_label}_{model_admin.opts.model_name}_")
        takes = pattern.pattern.converters
        allowed = {"add": model_admin.has_add_permission, "delete": lambda asked: _may_delete(model_admin, asked, row)}
        if not act or act in NO_PAGES or not allowed.get(act, bool)(request):
            continue
        assert not takes or row is not None, f"no row of {model_admin.opts.label} to open"
        args = [row.pk] if takes else []
        if "publication_id" in takes:
            of_row = Publication.objects.filter(document_id=row.document_id)
            args.append((of_row.earliest("pk") if act == "restore" else of_row.latest("pk")).pk)
        yield act, reverse(f"admin:{pattern.name}", args=args)


def _may_delete(model_admin: Any, request: Any, row: Any) -> bool:
    return bool(model_admin.has_delete_permission(request, row))
