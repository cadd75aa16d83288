"""Holds a saved working copy against the very form that an editor would have used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms.models import _get_foreign_key, modelform_factory
from django.utils.text import capfirst

from apps.publishing.fields import CodesField, LinesField
from apps.publishing.models import WorkingCopy


def form_problems(working_copy: WorkingCopy) -> dict[str, list[str]]:
    """Return what the change form would say, by the label of the field."""
    model_admin = admin.site.get_model_admin(type(working_copy))
    saved = type(working_copy)._default_manager.get(pk=working_copy.pk)
    problems = _problems(saved, model_admin.form, _left_out(type(saved)))
    for inline in model_admin.inlines:
        parent = _get_foreign_key(type(saved), inline.model, fk_name=inline.fk_name)
        rows = inline.model._default_manager.filter(**{parent.name: saved})
        for number, row in enumerate(rows, start=1):
            place = f"{capfirst(str(inline.model._meta.verbose_name))} {number}: "
            found = _problems(row, inline.form, [parent.name, *_left_out(inline.model)])
            problems |= {f"{place}{label}": messages for label, messages in found.items()}
    return problems


def _problems(row: Any, form_class: type[forms.ModelForm[Any]], left_out: list[str]) -> dict[str, list[str]]:
    whole = modelform_factory(type(row), form=form_class, exclude=left_out)
    unbound = whole(instance=row)
    data = {
        name: field.prepare_value(unbound.get_initial_for_field(field, name)) for name, field in unbound.fields.items()
    }
    form = whole(data, instance=row)
    return dict(_by_label(form))


def _by_label(form: forms.ModelForm[Any]) -> Iterator[tuple[str, list[str]]]:
    for name, messages in form.errors.items():
        label = str(form.fields[name].label) if name in form.fields else ""
        yield label, [str(message) for message in messages]


def _left_out(model: type[models.Model]) -> list[str]:
    """Return the fields that are edited as drawings, not as text; their documents have checked them."""
    return [
        field.name
        for field in model._meta.fields
        if isinstance(field, models.JSONField) and not isinstance(field, LinesField | CodesField)
    ]
