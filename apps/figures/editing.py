"""What an editor has typed of a figure, held against the rules: messages by field, and the drawings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from pydantic import ValidationError

from apps.figures.checks import LARGEST, compressed_size, pose_problems, view_problems
from apps.figures.figure import Figure
from apps.figures.limits import limit_problems, problems_by_angle
from apps.figures.pose import Pose
from apps.figures.posted import Raw, raw_figure, raw_of, values_of
from apps.figures.renderer import render_figure

Messages = dict[str, list[str]]


@dataclass
class Edited:
    """A figure as it was typed, and what came of it."""

    raw: Raw
    figure: Figure | None = None
    """None while a value is not understood."""
    errors: Messages = field(default_factory=dict)
    """By field; what belongs to none stands under "". They keep a figure from being saved."""
    hints: Messages = field(default_factory=dict)
    """By pose, such as `variants.0`: what floats or sinks."""


def edited_from(fields: Iterable[tuple[str, str]]) -> Edited:
    """Return what a form sent."""
    return check(raw_figure(fields))


def edited_of(stored: Mapping[str, Any] | None) -> Edited:
    """Return the figure of a working copy; without one, a body that stands."""
    figure = Figure.model_validate(stored) if stored else Figure(poses=(Pose(label="hold", posture="standing"),))
    hold = figure.hold % len(figure.poses)
    values = figure.model_copy(update={"hold": hold}).model_dump(mode="json", by_alias=True)
    return check({**raw_of(values), "muscles": list(figure.muscles)})


def check(raw: Raw) -> Edited:
    """Hold a figure as it was typed against the rules."""
    edited = Edited(raw)
    try:
        figure = Figure.model_validate(values_of(raw))
    except ValidationError as error:
        for detail in error.errors():
            edited.errors.setdefault(_field(detail["loc"]), []).append(_message(detail))
        return edited
    edited.figure = _hold_from_the_end(figure)
    for place, pose in poses_by_place(figure).items():
        _check_pose(edited, place, pose)
    rest = view_problems(figure)
    if (size := compressed_size(figure)) > LARGEST:
        rest.append(_("The drawing is too large: %(size)d bytes, at most %(most)d.") % {"size": size, "most": LARGEST})
    if rest:
        edited.errors[""] = rest
    return edited


def drawings(figure: Figure) -> dict[str, SafeString]:
    """Return each pose and variant as a still drawing, by its place."""
    drawn = {}
    for place, pose in poses_by_place(figure).items():
        update: dict[str, Any] = {"poses": (pose,), "variants": (), "hold": 0, "alt": ""}
        if place.startswith("variants"):
            update["props"] = ()
        drawn[place] = render_figure(figure.model_copy(update=update), title_id=f"drawing-{place}")
    return drawn


def poses_by_place(figure: Figure) -> dict[str, Pose]:
    """Return the poses and variants by their place, such as `poses.0`."""
    groups = {"poses": figure.poses, "variants": figure.variants}
    return {f"{name}.{number}": pose for name, poses in groups.items() for number, pose in enumerate(poses)}


def stored_figure(figure: Figure) -> dict[str, Any]:
    """Return a figure as working copies keep it: without the angles that are zero."""
    return figure.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _check_pose(edited: Edited, place: str, pose: Pose) -> None:
    figure = edited.figure
    assert figure is not None  # noqa: S101 (tells the type checker)
    for (part, angle), message in problems_by_angle(pose).items():
        edited.errors[f"{place}.{part}.{angle}"] = [message]
    impossible = {f"{pose.label}: {message}" for message in limit_problems(pose)}
    around = figure.model_copy(update={"props": ()}) if place.startswith("variants") else figure
    if hints := [hint for hint in pose_problems(around, pose) if hint not in impossible]:
        edited.hints[place] = hints


def _hold_from_the_end(figure: Figure) -> Figure:
    """Write a hold that is the last pose as it is written elsewhere, so that nothing seems changed."""
    return figure.model_copy(update={"hold": -1}) if figure.hold == len(figure.poses) - 1 else figure


def _field(place: tuple[int | str, ...]) -> str:
    return ".".join(str(key) for key in place)


def _message(detail: Any) -> str:
    limits = detail.get("ctx", {})
    kind = detail["type"]
    if kind in {"greater_than_equal", "less_than_equal"}:
        words = _("Enter %(limit)s or more.") if kind.startswith("greater") else _("Enter %(limit)s or less.")
        return words % {"limit": f"{limits.get('ge', limits.get('le')):g}"}
    if kind in {"float_parsing", "float_type", "int_parsing", "int_type", "int_from_float", "finite_number"}:
        return _("Enter a number.")
    if kind == "string_too_long":
        return _("Use at most %(most)d characters.") % {"most": limits["max_length"]}
    if kind == "literal_error":
        return _("Choose one of the list.")
    if kind == "missing":
        return _("Fill this in.")
    if kind == "value_error":
        sentence = str(limits["error"])
        return f"{sentence[:1].upper()}{sentence[1:]}."
    return _("This does not fit here.")
