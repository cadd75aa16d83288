"""What the player reads from the pages of routines and moves: their plan and facts as JSON for data attributes.

The player fetches those pages from the pack, so that nothing is on the phone twice.
"""

from __future__ import annotations

import json
from typing import Any

from apps.library.documents import (
    ChoiceStep,
    Dose,
    EquipmentDocument,
    MoveStep,
    RestStep,
    RoutineDocument,
    StretchDocument,
)
from apps.library.enums import Caution
from apps.publishing.catalogue import catalogue

REST_STOP = "rest-stop-break"
LENGTHS: dict[str, dict[int, tuple[str, ...]]] = {
    REST_STOP: {
        8: (
            "walking-break", "standing-hip-flexor-stretch", "standing-tfl-stretch", "standing-pectineus-stretch",
            "standing-quad-stretch", "back-stretch",
        ),
        5: ("walking-break", "standing-hip-flexor-stretch", "standing-quad-stretch", "back-stretch"),
        3: ("standing-hip-flexor-stretch", "standing-quad-stretch", "back-stretch"),
    }
}  # fmt: skip
"""Minutes of a routine that comes in several lengths, and the moves of each; all standing, nothing needed."""

TURNS = {
    "standing": (
        "standing-hip-flexor-stretch", "standing-tfl-stretch", "standing-pectineus-stretch", "standing-quad-stretch",
    ),
    "floor": (
        "half-kneeling-hip-flexor-stretch", "half-kneeling-tfl-stretch", "half-kneeling-pectineus-stretch",
        "reclined-pigeon", "butterfly-stretch", "bridge-pose",
    ),
}  # fmt: skip
"""The angles of the hip that take turns, one a day."""


def dose_values(dose: Dose) -> dict[str, Any]:
    """Return the numbers of a dose that are given, and its note."""
    return dose.model_dump(exclude_defaults=True, exclude={"basis"})


def move_data(move: StretchDocument) -> dict[str, Any]:
    """Return the facts about a move that decide how it plays and whom it suits; its words are on its page."""
    return {
        "document": str(move.document_id),
        "slug": move.slug,
        "kinds": move.kinds,
        "sides": move.sides,
        "working_side": move.working_side,
        "positions": move.positions,
        "places": move.places,
        "needs": move.needs,
        "avoid": move.avoid,
        "adapt": move.adapt,
        "dose": dose_values(move.dose),
        "swaps": [
            {"stretch": swap.stretch, "relation": swap.relation, "cautions": swap.cautions} for swap in move.swaps
        ],
        "caution_only": move.caution_only,
    }


def plan_data(routine: RoutineDocument) -> dict[str, Any]:
    """Return the facts about a whole routine."""
    return {
        "document": str(routine.document_id),
        "slug": routine.slug,
        "playable": routine.playable,
        "positions": routine.positions,
        "places": routine.places,
        "avoid": routine.avoid,
        "lengths": LENGTHS.get(routine.slug, {}),
    }


def step_data(step: Any) -> dict[str, Any]:
    """Return how a step plays; its words are beside it on the page."""
    match step:
        case MoveStep():
            dose = dose_values(step.dose) if step.dose else None
            return {"type": "move", "stretch": step.stretch, "dose": dose, "optional": step.optional}
        case ChoiceStep():
            return {"type": "choice", "optional": step.optional}
        case RestStep():
            return {"type": "rest", "seconds": step.seconds}
    return {"type": step.type}


def player_page() -> tuple[str, dict[str, object]]:
    """Return the template of the player and what it is drawn from; the same for whatever is played."""
    things = sorted(catalogue().all(EquipmentDocument), key=lambda thing: thing.title)
    return "library/play.html", {"cautions": Caution, "things": things}


def as_json(values: dict[str, Any]) -> str:
    """Return values as compact JSON."""
    return json.dumps(values, separators=(",", ":"), ensure_ascii=False)
