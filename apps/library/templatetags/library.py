"""Turns the library's codes into the labels and lists that the components take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.db.models import Choices
from django.urls import reverse

from apps.library.about_me import Question
from apps.library.documents import RoutineDocument, StretchDocument
from apps.library.enums import Difficulty, Sides
from apps.library.filters import Move
from apps.library.player import as_json, move_data, plan_data, step_data
from apps.library.queries import SwapView

register = template.Library()


@register.simple_tag
def move_chips(move: StretchDocument) -> list[str]:
    """Return the short facts of a move's card: how the body is, how hard."""
    return [*labels(move.positions), str(Difficulty(move.difficulty).label)]


@register.simple_tag
def routine_chips(routine: RoutineDocument) -> list[str]:
    """Return the short facts of a routine's card."""
    return labels(routine.positions)


@register.filter
def labels(codes: Iterable[Choices]) -> list[str]:
    """Return the labels of codes."""
    return [str(code.label) for code in codes]


@register.filter
def is_one_sided(move: StretchDocument) -> bool:
    """Whether the dose is for each side."""
    return move.sides is Sides.EACH


@register.simple_tag
def swap_items(*groups: list[SwapView]) -> list[dict[str, object]]:
    """Return swaps as the swaps component takes them."""
    from apps.library.models import StretchSwap  # noqa: PLC0415 (tags load before models)

    return [
        {
            "title": view.stretch.title,
            "language": view.stretch.language,
            "href": reverse("library:stretch", args=[view.stretch.slug]),
            "relation": StretchSwap.Relation(view.swap.relation).label,
            "note": view.swap.note,
            "reasons": labels(view.swap.cautions),
        }
        for group in groups
        for view in group
    ]


@register.simple_tag
def family_members(family: list[StretchDocument], current: StretchDocument) -> list[dict[str, object]]:
    """Return a family as the family switch takes it."""
    return [
        {
            "label": member.family.label if member.family else member.title,
            "language": member.language,
            "href": reverse("library:stretch", args=[member.slug]),
            "difference": member.family.difference if member.family else "",
            "current": member.slug == current.slug,
        }
        for member in family
    ]


@register.filter
def data_codes(move: Move, group: str) -> str:
    """Return the codes of one filter group, for a data attribute."""
    return " ".join(sorted(move.needs if group == "equipment" else move.codes[group]))


@register.filter
def move_json(move: StretchDocument) -> str:
    """Return what the player has to know of a move, for a data attribute."""
    return as_json(move_data(move))


@register.filter
def plan_json(routine: RoutineDocument) -> str:
    """Return what the player has to know of a routine, for a data attribute."""
    return as_json(plan_data(routine))


@register.filter
def step_json(step: Any) -> str:
    """Return how a step plays, for a data attribute."""
    return as_json(step_data(step))


@register.filter
def meaning_json(question: Question, answer: str) -> str:
    """Return what an answer of "About me" means, for a data attribute."""
    return as_json(question.meaning(answer).model_dump(mode="json"))
