"""Two editors at once: what the other saved beside what this one has typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.utils.translation import gettext as _

from apps.publishing.forms import GuardedForm


@dataclass(frozen=True)
class Difference:
    """A field on which the two versions differ, in words."""

    label: str
    theirs: str
    yours: str


@dataclass(frozen=True)
class OtherVersion:
    """The version that was saved meanwhile."""

    version: str
    saved_by: str
    differences: tuple[Difference, ...]


def other_version(form: forms.ModelForm[Any], formsets: Sequence[Any]) -> OtherVersion | None:
    """Return the other version where the form was stopped because of it, else None."""
    if not isinstance(form, GuardedForm) or not form.other_version:
        return None
    last = LogEntry.objects.filter(
        content_type=get_content_type_for_model(form.instance), object_id=str(form.instance.pk)
    )
    saved_by = last.select_related("user").order_by("-action_time").first()
    found = [*differences(form), *(one for formset in formsets for one in _in_rows(formset))]
    return OtherVersion(form.other_version, str(saved_by.user) if saved_by else "", tuple(found))


def differences(form: Any, prefix: str = "") -> Iterable[Difference]:
    """Yield what a bound form would change in the row as it is stored now."""
    for name in form.changed_data:
        bound = form[name]
        if not bound.is_hidden:
            stored = _words(bound.field, bound.field.prepare_value(bound.initial))
            yield Difference(f"{prefix}{bound.label}", stored, _words(bound.field, bound.data))


def _in_rows(formset: Any) -> Iterable[Difference]:
    for number, form in enumerate(formset.forms, start=1):
        if form.has_changed():
            yield from differences(form, prefix=f"{formset.model._meta.verbose_name} {number}: ")
    yield from _only_theirs(formset)


def _only_theirs(formset: Any) -> Iterable[Difference]:
    """Yield the rows that are stored and that this form does not know: saving leaves them as they are."""
    known = {form.instance.pk for form in formset.initial_forms}
    for row in formset.get_queryset():
        if row.pk not in known:
            yield Difference(str(formset.model._meta.verbose_name), str(row), "")


def _words(field: forms.Field, value: Any) -> str:
    """Return a raw value as text, with labels for codes and rows."""
    if isinstance(value, bool) or value is None:
        return "" if value is None else _("Yes") if value else _("No")
    if isinstance(field, forms.ModelChoiceField):
        keys = [getattr(one, "pk", one) for one in (value if isinstance(value, list | tuple) else [value])]
        rows = field.queryset.filter(pk__in=[key for key in keys if str(key).isdecimal()]) if field.queryset else []
        return ", ".join(str(row) for row in rows)
    if isinstance(value, list | tuple):
        labels = {str(code): str(label) for code, label in getattr(field, "choices", ())}
        return ", ".join(labels.get(str(one), str(one)) for one in value)
    return str(value)
