"""A figure: the poses of a move with the props between them, as it is kept in content/figures."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from apps.figures.muscles import MUSCLES
from apps.figures.pose import NO_CONTROLS, Frozen, Pose, Prop, Side

FIGURES_ROOT = Path(__file__).resolve().parents[2] / "content" / "figures"


class Figure(Frozen):
    """One or more poses in the order in which a body goes through them."""

    poses: Annotated[tuple[Pose, ...], Field(min_length=1, max_length=3)]
    variants: Annotated[tuple[Pose, ...], Field(max_length=6)] = ()
    """Single poses that look different, such as an easier one; each brings all its props."""
    hold: int = -1
    """The pose that stands for the whole when nothing moves; counted from 0, or from the end if negative."""
    way: Literal["fade", "still"] = "fade"
    """`fade`: the poses follow each other; `still`: only the hold is drawn."""
    props: tuple[Prop, ...] = ()
    muscles: tuple[str, ...] = ()
    """The muscles to light up."""
    working: Side | None = None
    """The side being worked as drawn; none for moves without sides."""
    ground: Literal["mat", "floor", "none"] = "floor"
    alt: Annotated[str, Field(max_length=600, pattern=NO_CONTROLS)] = ""
    """A text alternative by hand; empty lets it be made from the pose."""

    @field_validator("muscles")
    @classmethod
    def _muscles_are_listed(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        for code in codes:
            if code not in MUSCLES:
                raise ValueError(f"“{code}” is not a muscle of the list")
        return codes

    @model_validator(mode="after")
    def _hangs_together(self) -> Figure:
        if not -len(self.poses) <= self.hold < len(self.poses):
            raise ValueError("the hold is one of the poses")
        labels = [pose.label for pose in self.variants]
        if len(set(labels)) < len(labels):
            raise ValueError("each variant has a name of its own")
        return self

    @property
    def hold_pose(self) -> Pose:
        return self.poses[self.hold]

    def variant(self, label: str) -> Figure:
        """Return the variant with this label as a still figure of its own.

        Raises `KeyError` if there is none.
        """
        found = {pose.label: pose for pose in self.variants}[label]
        return self.model_copy(update={"poses": (found,), "variants": (), "hold": 0, "alt": "", "props": ()})

    @property
    def shown_poses(self) -> tuple[Pose, ...]:
        return self.poses if self.way == "fade" else (self.hold_pose,)


@cache
def read_figure(path: Path) -> Figure:
    """Read one figure file.

    Raises `pydantic.ValidationError` for wrong values and `FileNotFoundError` if there is none.
    """
    return Figure.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def figure_for(key: str) -> Figure | None:
    """Return the figure that ships for a key such as `pigeon-pose` or `positions/car-driver`, if any."""
    path = FIGURES_ROOT / f"{key}.toml"
    return read_figure(path) if path.is_file() else None


def shipped_figure(key: str) -> Figure:
    """Return the figure that ships for a key.

    Raises `FileNotFoundError` if there is none.
    """
    return read_figure(FIGURES_ROOT / f"{key}.toml")


def figure_keys() -> list[str]:
    """Return the keys of all figures that ship with the code, sorted."""
    found = FIGURES_ROOT.rglob("*.toml")
    return sorted(path.relative_to(FIGURES_ROOT).with_suffix("").as_posix() for path in found)
