"""What changes nothing: history, comparison, preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError as FormError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from apps.publishing.admin.problems import check
from apps.publishing.admin.states import live_publication_of, publications_of
from apps.publishing.difference import differences
from apps.publishing.documents import Document
from apps.publishing.figure_difference import figure_pairs, read_figure_of, words_of
from apps.publishing.kinds import kinds
from apps.publishing.models import Publication, WorkingCopy
from apps.publishing.preview import MAX_AGE, THEMES, player_preview_address, preview_address
from apps.publishing.services import document_of, read_document
from apps.publishing.words import words_for
from apps.publishing.workflow.queries import acts_on

if TYPE_CHECKING:
    from apps.publishing.admin.base import PublishableAdmin

WIDTHS = {"phone": (360, 740), "desktop": (1280, 800)}
"""Sizes of the preview's frame in CSS pixels."""
WORKING_COPY = "working-copy"
CANCEL = Publication.Act.CANCEL
LONGEST_LOG = 200


def history_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """List every publication with its note, and the log of acts."""
    working_copy = admin.viewable_or_404(request, object_id)
    context = admin.act_context(
        request,
        working_copy,
        _("History"),
        publications=[
            (publication, "" if publication.act == CANCEL else admin.act_url("restore", working_copy, publication.pk))
            for publication in publications_of(working_copy).select_related("author", "period")
        ],
        log=acts_on(working_copy)[:LONGEST_LOG],
    )
    return render(request, "publishing/admin/history.html", context)


def compare_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Show two versions side by side in words: what is live and the working copy, or any other two."""
    working_copy = admin.viewable_or_404(request, object_id)
    publications = list(publications_of(working_copy).exclude(act=CANCEL))
    by_key = {str(publication.pk): publication for publication in publications}
    newest = live_publication_of(working_copy) or (publications[0] if publications else None)
    before = by_key.get(request.GET.get("before", ""), newest)
    after = by_key.get(request.GET.get("after", ""))
    context = admin.act_context(
        request,
        working_copy,
        _("Compare"),
        publications=publications,
        before=before,
        after=after,
        working_copy_key=WORKING_COPY,
        **(compared(working_copy, before, after) if before else {}),
    )
    return render(request, "publishing/admin/compare.html", context)


def look_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the working copy as its page would be, in a frame as wide as a phone or a desk's screen."""
    working_copy = admin.viewable_or_404(request, object_id)
    width = request.GET.get("width") if request.GET.get("width") in WIDTHS else "phone"
    theme = request.GET.get("theme") if request.GET.get("theme") in THEMES else THEMES[0]
    player = kinds[working_copy.kind].player is not None
    in_player = player and request.GET.get("as") == "player"
    address = player_preview_address(working_copy) if in_player else preview_address(working_copy)
    context = admin.act_context(
        request,
        working_copy,
        _("Preview"),
        problems=check(working_copy, admin.places).problems,
        width=width,
        theme=theme,
        size=WIDTHS[str(width)],
        frame_url=f"{address}?theme={theme}",
        address=request.build_absolute_uri(address),
        hours=MAX_AGE // 3600,
        choices=[(one_width, one_theme) for one_width in WIDTHS for one_theme in THEMES],
        player=player,
        in_player=in_player,
    )
    return render(request, "publishing/admin/look.html", context)


def compared(working_copy: WorkingCopy, before: Publication | None, after: Publication | None) -> dict[str, Any]:
    """Compare two versions, for a template: `fields` in words, `figures` as drawings; None is the working copy."""
    kind = kinds[working_copy.kind]
    documents = [_document(working_copy, publication) for publication in (before, after)]
    references = {pair for document in documents if document for pair in kind.references(document)}
    words = words_for(kind, references, working_copy.language)
    bodies = [
        document.to_json() if document else _raw(working_copy, publication)
        for document, publication in zip(documents, (before, after), strict=True)
    ]
    drawn = [read_figure_of(body) for body in bodies]
    old, new = (
        {**words.describe(body), _("Figure, in words"): words_of(figure)}
        for body, figure in zip(bodies, drawn, strict=True)
    )
    return {"fields": differences(old, new), "figures": figure_pairs(*drawn)}


def _document(working_copy: WorkingCopy, publication: Publication | None) -> Document | None:
    try:
        return read_document(publication) if publication else document_of(working_copy)
    except (FormError, ValueError):
        return None


def _raw(working_copy: WorkingCopy, publication: Publication | None) -> dict[str, Any]:
    """Return the values of what is not, or no longer, a whole document."""
    if publication:
        return dict(publication.body)
    return {**working_copy.base_values(), **working_copy.document_values()}
