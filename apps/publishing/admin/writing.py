"""Writing help on the change form: worked out here alone, for the page and for its script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from apps.core.errors import problem
from apps.publishing.fields import LinesFormField, MarkdownFormField
from apps.publishing.markdown import render_markdown
from apps.publishing.readability import HIGHEST_GRADE, LONGEST_SENTENCE
from apps.publishing.writing import Review, WritingHelp

if TYPE_CHECKING:
    from apps.publishing.admin.base import PublishableAdmin

LONGEST_TEXT = 20_000
"""Characters of one field that are looked at; no field takes as many."""
MOST_TEXTS = 600
"""Fields of one form that are looked at."""
_PROSE = {forms.CharField, LinesFormField, MarkdownFormField}
_LEFT_OUT = {"version", "replace_version", "code", "clinical_reviewer", "author"}
_ROW = re.compile(r"^(?P<prefix>[a-z_]+)-(?P<number>\d{1,4})-(?P<name>[a-z_]+)$")
_PREVIEW_LEVEL = 3
"""Level of the highest heading in a preview."""


@dataclass(frozen=True)
class Text:
    """What stands in one field of the form."""

    name: str
    label: str
    value: str
    is_markdown: bool


@dataclass(frozen=True)
class FieldHelp:
    """What there is to say about one field."""

    anchor: str
    label: str
    review: Review
    preview: SafeString | None

    @property
    def is_worth_showing(self) -> bool:
        """Whether anything stands there."""
        return bool(self.review.grade is not None or not self.review.is_clear or self.review.glossary or self.preview)


def writing_view(admin: PublishableAdmin, request: HttpRequest) -> HttpResponse:
    """Answer the texts of a form, as JSON `{language, texts: {name: text}}`, with the help on them as HTML."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not (admin.has_view_permission(request) or admin.has_add_permission(request)):
        raise PermissionDenied
    asked = _read(request.body)
    if asked is None:
        return problem(status=422, title="Not understood", detail="Send JSON with language and texts.")
    language, values = asked
    help_ = help_with(texts_sent(admin, request, values), language)
    return JsonResponse({"html": render_to_string("publishing/admin/_writing.html", {"writing": help_})})


def _read(body: bytes) -> tuple[str, dict[str, str]] | None:
    try:
        sent = json.loads(body)
        language, values = sent["language"], sent["texts"].items()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    texts = {name: value for name, value in values if isinstance(value, str)}
    if language not in list(dict(settings.LANGUAGES)) or len(texts) != len(sent["texts"]) or len(texts) > MOST_TEXTS:
        return None
    return language, texts


def help_with(texts: Iterable[Text], language: str) -> dict[str, Any]:
    """Return what the template needs: the help on each field, and the sum of it."""
    helper = WritingHelp(language)
    fields = [field for text in texts if (field := _help_with_one(helper, text)).is_worth_showing]
    return {
        "fields": fields,
        "phrases": sum(len(field.review.findings) for field in fields),
        "long": sum(len(field.review.long_sentences) for field in fields),
        "hard": sum(field.review.is_hard for field in fields),
        "highest_grade": HIGHEST_GRADE,
        "longest_sentence": LONGEST_SENTENCE,
    }


def help_with_form(form: Any, formsets: Iterable[Any]) -> dict[str, Any]:
    """Return the help on a form and its rows as they stand, typed or stored."""
    language = form["language"].value() if "language" in form.fields else settings.LANGUAGE_CODE
    known = str(language) in dict(settings.LANGUAGES)
    return help_with(texts_of(form, formsets), str(language) if known else settings.LANGUAGE_CODE)


def _help_with_one(helper: WritingHelp, text: Text) -> FieldHelp:
    value = text.value[:LONGEST_TEXT].replace("\r\n", "\n")
    preview = render_markdown(value, top_level=_PREVIEW_LEVEL) if text.is_markdown and value.strip() else None
    return FieldHelp(f"id_{text.name}", text.label, helper.review(value, links=text.is_markdown), preview)


def texts_of(form: Any, formsets: Iterable[Any]) -> Iterator[Text]:
    """Yield the texts of a form and its rows as they stand, typed or stored."""
    yield from _texts_of_one(form, "")
    for formset in formsets:
        for number, row in enumerate(formset.forms, start=1):
            yield from _texts_of_one(row, f"{capfirst(formset.model._meta.verbose_name)} {number}: ")


def _texts_of_one(form: Any, before: str) -> Iterator[Text]:
    for bound in form:
        if _is_prose(bound.name, bound.field):
            value = bound.field.prepare_value(bound.value())
            yield Text(bound.html_name, f"{before}{bound.label}", str(value or ""), _is_markdown(bound.field))


def texts_sent(admin: PublishableAdmin, request: HttpRequest, values: Mapping[str, str]) -> Iterator[Text]:
    """Yield those of the values that are texts of the admin's form or of its rows, in the order sent."""
    fields = admin.get_form(request).base_fields
    rows = {
        formset.get_default_prefix(): formset for formset, _inline in admin.get_formsets_with_inlines(request, None)
    }
    for name, value in values.items():
        match = _ROW.match(name)
        if match and match["prefix"] in rows:
            formset = rows[match["prefix"]]
            before = f"{capfirst(formset.model._meta.verbose_name)} {int(match['number']) + 1}: "
            yield from _sent(name, match["name"], formset.form.base_fields, value, before)
        else:
            yield from _sent(name, name, fields, value, "")


def _sent(name: str, field_name: str, fields: Mapping[str, Any], value: str, before: str) -> Iterator[Text]:
    field = fields.get(field_name)
    if field is not None and _is_prose(field_name, field):
        yield Text(name, f"{before}{field.label or capfirst(field_name)}", value, _is_markdown(field))


def _is_prose(name: str, field: forms.Field) -> bool:
    return type(field) in _PROSE and name not in _LEFT_OUT and not field.widget.is_hidden


def _is_markdown(field: forms.Field) -> bool:
    return isinstance(field, MarkdownFormField)
