"""What can be found of the library."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from apps.core.registries import SearchEntry
from apps.library.documents import MuscleDocument, RoutineDocument, StretchDocument
from apps.library.queries import moves_in
from apps.publishing.catalogue import catalogue


def library_entries() -> Iterator[SearchEntry]:
    """Yield an entry for each live move, routine and muscle."""
    shelf = catalogue()
    muscles = {muscle.slug: muscle.title for muscle in shelf.all(MuscleDocument)}
    moves = {move.slug: move.title for move in shelf.all(StretchDocument)}
    for move in shelf.all(StretchDocument):
        labels = [str(code.label) for code in (*move.kinds, *move.positions, *move.places)]
        names = [muscles.get(slug, "") for slug in move.muscles]
        words = " ".join((*move.also_called, *names, *labels))
        url = reverse("library:stretch", args=[move.slug])
        yield SearchEntry("stretch", move.title, url, move.summary, words, shelf.other_language(move))
    for routine in shelf.all(RoutineDocument):
        labels = [str(code.label) for code in (*routine.situations, *routine.places)]
        words = " ".join((*labels, *(moves.get(slug, "") for slug in sorted(moves_in(routine)))))
        url = reverse("library:routine", args=[routine.slug])
        yield SearchEntry("routine", routine.title, url, routine.summary, words, shelf.other_language(routine))
    for muscle in shelf.all(MuscleDocument):
        url = reverse("library:muscle", args=[muscle.slug])
        words = f"{muscle.where} {muscle.job}"
        yield SearchEntry("muscle", muscle.title, url, muscle.summary, words, shelf.other_language(muscle))
