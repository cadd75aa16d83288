"""Which moves of a plan suit a body, and what is played instead of those that do not.

`static/js/player/swaps.js` follows the same rules on the phone; `tests/vectors/swaps.json` holds cases that both
are tested with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from apps.library.documents import ChoiceStep, MoveStep, RoutineDocument, StretchDocument, Swap
from apps.library.enums import Position

FURTHEST = 3
"""How many swaps away from the move a stand-in is looked for."""
ON_FOOT = frozenset({Position.STANDING, Position.WALKING})

Moves = Mapping[str, StretchDocument]
Outcome = Literal["kept", "replaced", "adapted", "dropped"]


@dataclass(frozen=True)
class Body:
    """What is known of the person: caution codes, and equipment that is not there."""

    cautions: AbstractSet[str] = frozenset()
    lacking: AbstractSet[str] = frozenset()


@dataclass(frozen=True)
class Setting:
    """Where a plan is done; an empty set means anywhere."""

    positions: AbstractSet[str] = frozenset()
    places: AbstractSet[str] = frozenset()
    needs: AbstractSet[str] = frozenset()
    """Equipment that the plan asks for anyway."""

    @property
    def on_foot(self) -> bool:
        """Whether all of it is done standing or walking."""
        return bool(self.positions) and self.positions <= ON_FOOT


@dataclass(frozen=True)
class Decision:
    """What becomes of one step: the move that is played (None where it is dropped), and why."""

    named: str
    outcome: Outcome
    played: str | None
    reasons: tuple[str, ...] = ()


def reasons_against(move: StretchDocument, body: Body) -> list[str]:
    """Return the cautions and missing equipment that speak against a move as it stands, sorted."""
    return sorted(({*move.avoid, *move.adapt} & body.cautions) | (set(move.needs) & body.lacking))


def must_not(move: StretchDocument, body: Body) -> bool:
    """Whether a move is not played at all, rather than played in its easier form."""
    return bool(set(move.avoid) & body.cautions or set(move.needs) & body.lacking)


def suited(steps: Sequence[Sequence[str]], moves: Moves, body: Body, setting: Setting) -> list[Decision]:
    """Return what is played for each step; a step is the move that it names, or the options of a choice.

    Among options the first that suits is taken. A move that does not suit is replaced by the nearest swap that
    does and that the plan does not have yet. Failing that, it is adapted where that is enough, or dropped.
    """
    used = {step[0] for step in steps}
    decisions = []
    for options in steps:
        decision = _decide(options, moves, body, setting, used)
        used.add(decision.played or decision.named)
        decisions.append(decision)
    return decisions


def _decide(options: Sequence[str], moves: Moves, body: Body, setting: Setting, used: AbstractSet[str]) -> Decision:
    named = options[0]
    reasons = tuple(reasons_against(moves[named], body))
    if not reasons:
        return Decision(named, "kept", named)
    for option in options[1:]:
        if not reasons_against(moves[option], body):
            return Decision(named, "replaced", option, reasons)
    for stand_in in stand_ins(moves[named], moves, body.cautions & set(reasons)):
        if stand_in.slug not in used and suits_here(stand_in, body, setting):
            return Decision(named, "replaced", stand_in.slug, reasons)
    if must_not(moves[named], body):
        return Decision(named, "dropped", None, reasons)
    return Decision(named, "adapted", named, reasons)


def suits_here(move: StretchDocument, body: Body, setting: Setting) -> bool:
    """Whether a move may stand in for another: it suits the body, and can be done where the plan is done."""
    if move.caution_only or reasons_against(move, body):
        return False
    if setting.on_foot and not (set(move.positions) & ON_FOOT and set(move.needs) <= setting.needs):
        return False
    return not setting.places or bool(set(move.places) & setting.places)


def stand_ins(move: StretchDocument, moves: Moves, reasons: AbstractSet[str]) -> Iterator[StretchDocument]:
    """Yield the moves that may be done instead, nearest first: swaps for these cautions, easier ones, others.

    A swap that is for other cautions only answers no question here, unless equipment is all that is missing.
    """
    seen = {move.slug}
    ring = [move]
    for _distance in range(FURTHEST):
        following: list[StretchDocument] = []
        for one in ring:
            kinder = [swap for swap in one.swaps if _answers(swap, reasons)]
            for swap in sorted(kinder, key=lambda swap: _rank(swap, reasons)):
                target = moves.get(swap.stretch)
                if target and target.slug not in seen:
                    seen.add(target.slug)
                    following.append(target)
        yield from following
        ring = following


def _answers(swap: Swap, reasons: AbstractSet[str]) -> bool:
    if swap.relation == "deeper":
        return False
    return swap.relation == "easier" or not swap.cautions or not reasons or bool(set(swap.cautions) & reasons)


def _rank(swap: Swap, reasons: AbstractSet[str]) -> int:
    if set(swap.cautions) & reasons:
        return 0
    return 1 if swap.relation == "easier" else 2


def steps_of(routine: RoutineDocument) -> list[tuple[str, ...]]:
    """Return the moves of a routine's steps, optional ones included, as `suited` takes them."""
    steps: list[tuple[str, ...]] = []
    for step in routine.steps:
        if isinstance(step, MoveStep):
            steps.append((step.stretch,))
        elif isinstance(step, ChoiceStep):
            steps.append(tuple(option.stretch for option in step.options))
    return steps


def setting_of(routine: RoutineDocument, moves: Moves) -> Setting:
    """Return where a routine is done."""
    named = [moves[slug] for options in steps_of(routine) for slug in options if slug in moves]
    needs = {thing for move in named for thing in move.needs}
    return Setting(frozenset(routine.positions), frozenset(routine.places), frozenset(needs))
