"""Which pictures there are, and where they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db.models import CASCADE, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from apps.core.registries import content_version
from apps.publishing.kinds import kinds
from apps.publishing.media.models import REFERENCE, Picture

_shelf: list[tuple[str, dict[str, Picture]]] = []


def find_picture(slug: str) -> Picture | None:
    """Return a picture by its name; all are read with one query a process and content version."""
    version = content_version.read()
    if not _shelf or _shelf[0][0] != version:
        _shelf[:] = [(version, {picture.slug: picture for picture in Picture.objects.all()})]
    return _shelf[0][1].get(slug)


def clear_pictures() -> None:
    """Forget what was read; for tests, whose databases roll back."""
    _shelf.clear()


def used_in(picture: Picture) -> list[str]:
    """Return the titles of the working copies, and of what is or will be live, that show a picture."""
    pattern = rf"{REFERENCE}{re.escape(picture.slug)}([^a-z0-9-]|$)"
    titles = {str(row) for rows in _working_copies(pattern) for row in rows}
    return sorted(titles | set(_publications(pattern)))


def _working_copies(pattern: str) -> Iterator[QuerySet[Model]]:
    for kind in kinds:
        wanted = Q()
        for place in _text_places(kind.working_copy):
            wanted |= Q(**{f"{place}__regex": pattern})
        if wanted:
            yield kind.working_copy._default_manager.filter(wanted).distinct()


def _text_places(model: type[Model]) -> Iterator[str]:
    """Yield the long texts of a working copy and of its rows, as look-ups."""
    yield from (field.name for field in model._meta.fields if isinstance(field, TextField))
    for relation in model._meta.related_objects:
        if relation.one_to_many and relation.on_delete is CASCADE:
            texts = [field for field in relation.related_model._meta.fields if isinstance(field, TextField)]
            yield from (f"{relation.name}__{field.name}" for field in texts)


def _publications(pattern: str) -> Iterator[str]:
    from apps.publishing.models import Publication  # noqa: PLC0415 (models import this package's)

    now_or_later = Q(period__ends=None) | Q(period__ends__gt=timezone.now())
    rows = Publication.objects.filter(now_or_later, act=Publication.Act.PUBLISH)
    found = rows.annotate(text=Cast("body", TextField())).filter(text__regex=pattern)
    yield from found.values_list("title", flat=True)
