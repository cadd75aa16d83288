"""What an import would do, or did, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from django.utils.translation import gettext_lazy as _

from apps.publishing.difference import FieldDifference


class State(Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"

    @property
    def words(self) -> str:
        """Return the state in words."""
        return str(_WORDS[self])


_WORDS = {
    State.NEW: _("New"),
    State.CHANGED: _("Changed"),
    State.UNCHANGED: _("Unchanged"),
    State.WRONG: _("Wrong"),
}


@dataclass
class RowReport:
    """One row, by its number in the file."""

    number: int
    state: State
    kind: str = ""
    title: str = ""
    language: str = ""
    problems: Mapping[str, list[str]] = field(default_factory=dict)
    """What is wrong, by the label of the field; empty for the row as a whole."""
    differences: list[FieldDifference] = field(default_factory=list)


@dataclass
class ImportReport:
    """All rows, in the file's order."""

    rows: list[RowReport]

    def count(self, state: State) -> int:
        """Return how many rows have a state."""
        return sum(row.state is state for row in self.rows)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """Return the states in words, each with its number of rows."""
        return [(state.words, self.count(state)) for state in State]

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong, so that all of it can be taken."""
        return not self.count(State.WRONG)

    @property
    def does_something(self) -> bool:
        """Whether any row is new or changed."""
        return bool(self.count(State.NEW) + self.count(State.CHANGED))
