"""How measurements are printed."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measurement beside its budget."""

    what: str
    measured: str
    budget: str = ""
    kept: bool | None = None
    """Whether the budget is kept; None where there is none."""


def say(text: str) -> None:
    """Print a line of progress."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def print_rows(title: str, rows: list[Row]) -> None:
    """Print rows in columns under a title."""
    widths = [max([len(getattr(row, name)) for row in rows], default=0) for name in ("what", "measured", "budget")]
    say(f"\n{title}\n{'-' * len(title)}")
    for row in rows:
        mark = {True: "kept", False: "MISSED", None: ""}[row.kept]
        cells = [row.what.ljust(widths[0]), row.measured.rjust(widths[1]), row.budget.rjust(widths[2]), mark]
        say("  ".join(cells).rstrip())
    say("")


def at_most(what: str, value: float, budget: float, unit: str) -> Row:
    """Return a row whose budget is an upper limit."""
    return Row(what, f"{value:,.0f} {unit}", f"≤ {budget:,.0f} {unit}", value <= budget)
