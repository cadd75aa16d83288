"""What can be found of the guides app."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.core.registries import SearchEntry
from apps.guides.documents.reading import (
    CheckDocument,
    ClaimDocument,
    ConditionDocument,
    FaqDocument,
    GuideDocument,
    TermDocument,
)
from apps.guides.documents.safety import SafetyDocument
from apps.publishing.catalogue import catalogue


def guides_entries() -> Iterator[SearchEntry]:
    """Yield an entry for each live document of the app."""
    shelf = catalogue()
    for safety in shelf.all(SafetyDocument):
        words = " ".join(sign.text for sign in (*safety.emergency, *safety.urgent))
        url = reverse("guides:safety")
        yield SearchEntry("safety", safety.title, url, safety.summary, words, shelf.other_language(safety))
    for guide in shelf.all(GuideDocument):
        headings = " ".join(section.heading for section in guide.sections)
        url = reverse("guides:guide", args=[guide.slug])
        yield SearchEntry("guide", guide.title, url, guide.summary, headings, shelf.other_language(guide))
    for check in shelf.all(CheckDocument):
        words = " ".join(item.text for item in check.items)
        url = reverse("guides:check", args=[check.slug])
        yield SearchEntry("check", check.title, url, check.summary, words, shelf.other_language(check))
    yield from _on_one_page()


def _on_one_page() -> Iterator[SearchEntry]:
    shelf = catalogue()
    for faq in shelf.all(FaqDocument):
        url = f"{reverse('guides:faq')}#{faq.slug}"
        yield SearchEntry("faq", faq.title, url, faq.summary, language=shelf.other_language(faq))
    for condition in shelf.all(ConditionDocument):
        words = " ".join((*condition.also_called, *condition.people_notice))
        url = f"{reverse('guides:conditions')}#{condition.slug}"
        yield SearchEntry("condition", condition.title, url, condition.summary, words, shelf.other_language(condition))
    for claim in shelf.all(ClaimDocument):
        verdict = ", ".join(str(code.label) for code in claim.verdict)
        summary = _("%(verdict)s. %(summary)s") % {"verdict": verdict, "summary": claim.summary}
        url = f"{reverse('guides:claims')}#{claim.slug}"
        yield SearchEntry("claim", claim.title, url, summary, language=shelf.other_language(claim))
    for term in shelf.all(TermDocument):
        url = f"{reverse('guides:glossary')}#{term.slug}"
        yield SearchEntry("term", term.title, url, term.summary, " ".join(term.also), shelf.other_language(term))
