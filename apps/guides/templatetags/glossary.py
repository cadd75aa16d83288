"""Template words of the glossary: the words of a text explained in place."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from apps.guides.queries.glossary import explain_words
from apps.publishing.catalogue import catalogue
from apps.publishing.documents import Document

register = template.Library()


@register.filter
def explained(html: str, document: Document) -> SafeString:
    """Link the first use of each glossary word in a document's text: `{{ faq.answer|markdown:3|explained:faq }}`."""
    return explain_words(catalogue(), document, [html])[0]
