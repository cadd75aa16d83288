"""One path of a picture."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """A class name, which gives the look, and path data."""

    look: str
    data: str
