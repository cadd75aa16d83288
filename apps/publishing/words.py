"""A document's JSON in words: labels for names and codes, titles for slugs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.publishing.fields import CodesField
from apps.publishing.kinds import Kind, kinds
from apps.publishing.models import Source, WorkingCopy

_LEFT_OUT = {"schema_version", "document_id", "language", "figure"}
"""A figure is shown as a drawing; `figure_difference` puts it in words."""
_LABELS = {
    "dose": gettext_lazy("dose"),
    "family": gettext_lazy("family"),
    "title": gettext_lazy("title"),
    "options": gettext_lazy("options"),
    "prompt": gettext_lazy("prompt"),
    "question": gettext_lazy("question"),
    "base": gettext_lazy("base"),
    "label": gettext_lazy("name in the switch"),
    "difference": gettext_lazy("what differs"),
}


class Words:
    """Knows the labels, codes and titles of one kind of document."""

    def __init__(self, kind: Kind, *, titles: Mapping[str, str] | None = None) -> None:
        self._labels: dict[str, str] = {name: str(label) for name, label in _LABELS.items()}
        self._codes: dict[str, dict[Any, str]] = {}
        self._dates: set[str] = set()
        self._titles = titles or {}
        models_known: list[type[models.Model]] = [Source, *_rows_of(kind.working_copy), kind.working_copy]
        for model in models_known:
            self._learn(model)

    def _learn(self, model: type[models.Model]) -> None:
        for field in model._meta.get_fields():
            if isinstance(field, models.Field):
                self._labels[field.name] = str(field.verbose_name)
                codes = field.codes.choices if isinstance(field, CodesField) else field.choices or ()
                self._codes.setdefault(field.name, {}).update({code: str(label) for code, label in codes})
                if isinstance(field, models.DateField):
                    self._dates.add(field.name)
            elif field.one_to_many and (accessor := field.get_accessor_name()):
                self._labels.setdefault(accessor, str(field.related_model._meta.verbose_name_plural))

    def describe(self, body: Mapping[str, Any]) -> dict[str, list[str]]:
        """Return label to lines for every field of a document's JSON."""
        return {
            self._label(name): list(self._lines(name, value)) for name, value in body.items() if name not in _LEFT_OUT
        }

    def label(self, name: str) -> str:
        """Return what a field of the document is called."""
        return self._label(name)

    def _label(self, name: str, parent: str = "") -> str:
        label = self._labels.get(f"{parent}_{name}") or self._labels.get(name) or name.replace("_", " ")
        return label[:1].upper() + label[1:]

    def _lines(self, name: str, value: Any, parent: str = "") -> Iterator[str]:
        if isinstance(value, Mapping):
            yield from (f"{self._label(key, name)}: {words}" for key, words in self._pairs(name, value))
        elif isinstance(value, list | tuple):
            for item in value:
                if isinstance(item, Mapping):
                    yield self._sentence(name, item)
                else:
                    yield from self._lines(name, item, parent)
        else:
            yield from self._scalar(name, value, parent).splitlines()

    def _sentence(self, name: str, item: Mapping[str, Any]) -> str:
        return "; ".join(f"{self._label(key, name)}: {words}" for key, words in self._pairs(name, item))

    def _pairs(self, parent: str, item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        for key, value in item.items():
            words = ", ".join(self._lines(key, value, parent))
            if words and value is not False:
                yield key, words

    def _scalar(self, name: str, value: Any, parent: str) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        for codes in (self._codes.get(f"{parent}_{name}", {}), self._codes.get(name, {})):
            if value in codes:
                return codes[value]
        if name in self._dates:
            return date_format(date.fromisoformat(str(value)))
        return str(value) if name == "slug" else self._titles.get(str(value), str(value))


def words_for(kind: Kind, references: Iterable[tuple[str, str]], language: str) -> Words:
    """Return the words of a kind, with the titles of the (kind, slug) pairs that its documents name."""
    slugs: dict[str, set[str]] = {}
    for name, slug in references:
        slugs.setdefault(name, set()).add(slug)
    titles: dict[str, str] = {}
    for name, wanted in slugs.items():
        if name in kinds:
            rows = kinds[name].working_copy._default_manager.filter(language=language, slug__in=wanted)
            titles.update(rows.values_list("slug", "title"))
    return Words(kind, titles=titles)


def _rows_of(model: type[WorkingCopy]) -> Iterator[type[models.Model]]:
    """Yield the models of the rows that belong to a working copy (its inlines)."""
    for relation in model._meta.related_objects:
        if relation.one_to_many and relation.on_delete is models.CASCADE:
            yield relation.related_model
