"""Finding stretches: what may be asked for, and which moves answer it.

`static/js/library/wishes.js` follows the same rules on the phone; `tests/vectors/filters.json` and `droppable.json`
hold cases that both are tested with.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.library.documents import EquipmentDocument, MuscleDocument, StretchDocument
from apps.library.enums import Difficulty, MoveKind, Place, Position
from apps.publishing.catalogue import Catalogue
from apps.publishing.documents import Document

NOTHING = "none"
GROUPS = ("place", "position", "muscle", "equipment", "kind", "difficulty")
LONGEST_SEARCH = 100

SlugsHere = Callable[[str, tuple[str, ...]], tuple[str, ...]]


class FindForm(forms.Form):
    """The filters of the stretch list; every one may be left out."""

    q = forms.CharField(label=_("Words"), required=False, max_length=LONGEST_SEARCH)
    place = forms.MultipleChoiceField(label=_("Where are you?"), required=False, choices=Place.choices)
    position = forms.MultipleChoiceField(label=_("How can you be?"), required=False, choices=Position.choices)
    muscle = forms.MultipleChoiceField(label=_("Which muscle?"), required=False)
    equipment = forms.MultipleChoiceField(label=_("What have you got?"), required=False)
    kind = forms.MultipleChoiceField(label=_("What kind?"), required=False, choices=MoveKind.choices)
    difficulty = forms.MultipleChoiceField(
        label=_("How hard?"),
        required=False,
        choices=[(str(level), label) for level, label in Difficulty.choices],
    )

    def __init__(self, *args: Any, shelf: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for group in GROUPS:
            self.fields[group].widget = forms.CheckboxSelectMultiple()
        self._offer("muscle", [(one.slug, title_of(one, shelf)) for one in shelf.all(MuscleDocument)])
        things = [(one.slug, title_of(one, shelf)) for one in shelf.all(EquipmentDocument)]
        self._offer("equipment", [(NOTHING, _("Nothing at all")), *things])
        for group in ("place", "position", "kind", "difficulty"):
            self._offer(group, _choices(self, group))

    def _offer(self, group: str, choices: Iterable[tuple[str, Any]]) -> None:
        self.fields[group].choices = list(choices)  # type: ignore[attr-defined]
        self.fields[group].widget.choices = list(choices)


def title_of(document: Document, shelf: Catalogue) -> str:
    """Return the title for a label, marked where it is in another language than the page."""
    other = shelf.other_language(document)
    return format_html('<span lang="{}">{}</span>', other, document.title) if other else document.title


@dataclass(frozen=True)
class Wish:
    """What somebody asks for: chosen codes by group, and words."""

    chosen: Mapping[str, frozenset[str]]
    words: tuple[str, ...] = ()

    @classmethod
    def from_form(cls, form: FindForm) -> Wish:
        """Return the valid part of what was asked; the form keeps the messages for the rest."""
        form.is_valid()
        query = cast("QueryDict", form.data)
        asked = {
            group: frozenset(query.getlist(group)) & {str(code) for code, _label in _choices(form, group)}
            for group in GROUPS
        }
        chosen = {group: codes for group, codes in asked.items() if codes}
        return cls(chosen, tuple(words_of(form.cleaned_data.get("q", ""))))

    def without(self, *groups: str) -> Wish:
        """Return the wish with some groups (or `q`, the words) left out."""
        chosen = {name: codes for name, codes in self.chosen.items() if name not in groups}
        return replace(self, chosen=chosen, words=() if "q" in groups else self.words)

    @property
    def groups(self) -> list[str]:
        """Return the groups that narrow the list."""
        return [*self.chosen, *(["q"] if self.words else [])]


def _choices(form: FindForm, group: str) -> list[tuple[Any, Any]]:
    return list(form.fields[group].choices)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Move:
    """A stretch as the filters see it; the list page carries the same values as data attributes."""

    document: StretchDocument
    codes: Mapping[str, frozenset[str]]
    needs: frozenset[str]
    text: str

    @classmethod
    def of(
        cls,
        document: StretchDocument,
        muscle_names: Mapping[str, str],
        slugs_here: SlugsHere = lambda _kind, slugs: slugs,
    ) -> Move:
        """Return what the filters look at; `slugs_here` leads to the slugs of the page's language."""
        muscles = slugs_here("muscle", document.muscles + document.secondary_muscles)
        names = [muscle_names.get(slug, slug) for slug in muscles]
        said = [document.title, document.summary, *document.also_called, *names]
        return cls(
            document=document,
            codes={
                "place": frozenset(document.places),
                "position": frozenset(document.positions),
                "muscle": frozenset(muscles),
                "kind": frozenset(document.kinds),
                "difficulty": frozenset({str(document.difficulty.value)}),
            },
            needs=frozenset(slugs_here("equipment", document.needs)),
            text=fold(" ".join(said)),
        )

    def answers(self, wish: Wish) -> bool:
        """Whether the move fits: one code of each group, nothing needed beyond what is at hand, all words."""
        for group, codes in wish.chosen.items():
            if group == "equipment":
                if not self.needs <= codes:
                    return False
            elif not self.codes[group] & codes:
                return False
        return all(word in self.text for word in wish.words)


def fold(text: str) -> str:
    """Return text for comparing: lower case, no accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Return the words of a search, at most eight."""
    return fold(text).split()[:8]


def moves_for(documents: Iterable[StretchDocument], shelf: Catalogue) -> list[Move]:
    """Return documents as the filters see them."""
    names = {muscle.slug: muscle.title for muscle in shelf.all(MuscleDocument)}
    return [Move.of(document, names, shelf.slugs_here) for document in documents]


def droppable(moves: Iterable[Move], wish: Wish) -> list[tuple[tuple[str, ...], int]]:
    """Return, for an empty result, what would leave moves if it were dropped, and how many.

    Single groups; where none of them is enough by itself, pairs of them, and so on.
    """
    candidates = list(moves)
    for size in range(1, len(wish.groups) + 1):
        counts = [
            (groups, sum(move.answers(wish.without(*groups)) for move in candidates))
            for groups in combinations(wish.groups, size)
        ]
        if found := [(groups, count) for groups, count in counts if count]:
            return found
    return []
