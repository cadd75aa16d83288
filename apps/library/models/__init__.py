"""The library's working copies: ordinary rows that editors change and publishing freezes."""

from apps.library.models.anatomy import Equipment, Muscle
from apps.library.models.plans import Plan, PlanEntry
from apps.library.models.routines import Routine, RoutineStep
from apps.library.models.stretches import Stretch, StretchSwap

__all__ = ["Equipment", "Muscle", "Plan", "PlanEntry", "Routine", "RoutineStep", "Stretch", "StretchSwap"]
