"""Template words of publishing: Markdown, and the look-up of a live document."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from apps.publishing.admin.saved import take_saved
from apps.publishing.catalogue import catalogue
from apps.publishing.documents import Document
from apps.publishing.markdown import render_markdown

register = template.Library()


@register.filter
def markdown(text: str | None, top_level: int = 2) -> SafeString:
    """Return Markdown as safe HTML: `{{ text|markdown }}`, or `{{ text|markdown:3 }}` under an `h2`."""
    return render_markdown(text, top_level=top_level)


@register.simple_tag
def live_document(kind: str, slug: str) -> Document | None:
    """Return a live document of the page's language: `{% live_document "guide" "sitting" as guide %}`."""
    return catalogue().find_any(kind, slug)


@register.simple_tag(takes_context=True)
def saved_drafts(context: Context) -> list[tuple[str, str]]:
    """Return what the editor has just saved, for the script that keeps drafts: `{% saved_drafts as saved %}`."""
    return take_saved(context["request"]) if "request" in context else []


@register.simple_tag
def second_editor(document: Document) -> str:
    """Return who has read a live document besides its author: `{% second_editor document as name %}`; "" for nobody."""
    entry = catalogue().entry(document.kind, document.slug)
    return entry.editorial_reviewer if entry and entry.document_id == document.document_id else ""


@register.simple_tag
def clinically_reviewed() -> int:
    """Return how many live documents a clinician has reviewed: `{% clinically_reviewed as count %}`."""
    return sum(1 for entry in catalogue().entries() if entry.clinical_reviewer)
