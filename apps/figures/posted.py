"""A figure as the flat fields of a form (`poses.0.left_leg.knee`), and the way back; every value is a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Raw = dict[str, Any]
"""A figure as it was typed: the shape of `Figure`, with texts where it has numbers and codes."""

FIELDS = frozenset({"poses", "variants", "hold", "way", "props", "muscles", "working", "ground", "alt"})
ROWS = {"contacts": "point", "props": "kind", "arrows": "joint", "depth": "part"}
"""The lists of a pose, each with the field whose being empty means that there is no such row."""
_NAME = re.compile(r"[a-z]+(?:\.(?:[a-z_]{1,20}|\d{1,2})){0,5}")
_OPTIONAL = ("size", "to")


def raw_figure(fields: Iterable[tuple[str, str]]) -> Raw:
    """Return the fields of a figure among what was posted; empty rows are left out, foreign names ignored."""
    tree: Raw = {}
    muscles = []
    for name, value in fields:
        if name == "muscles":
            muscles.append(value)
        elif name.partition(".")[0] in FIELDS and _NAME.fullmatch(name):
            _put(tree, name.split("."), value)
    raw: Raw = _listed(tree)
    raw["muscles"] = muscles
    for pose in poses_of(raw):
        _tidy(pose)
    _tidy(raw)
    return raw


def raw_of(values: Mapping[str, Any]) -> Raw:
    """Return a stored figure, dumped whole, as if it had been typed."""
    raw = {name: _typed(value) for name, value in values.items()}
    for pose in poses_of(raw):
        depth = pose.get("depth") or {}
        pose["depth"] = [{"part": part, "by": by} for part, by in depth.items()] if isinstance(depth, dict) else depth
    return raw


def values_of(raw: Raw) -> Raw:
    """Return what the figure's model takes: emptied choices as none, rows of depth as a table."""
    values = {**raw, "working": raw.get("working") or None}
    for group in ("poses", "variants"):
        poses = raw.get(group, [])
        values[group] = [_pose_values(pose) for pose in poses] if isinstance(poses, list) else poses
    return values


def poses_of(raw: Raw) -> list[Raw]:
    """Return the poses and variants, as far as they are any."""
    return [pose for _place, pose in placed_poses(raw)]


def placed_poses(raw: Raw) -> list[tuple[str, Raw]]:
    """Return each pose and variant with its place, such as `variants.0`."""
    return [
        (f"{group}.{number}", pose)
        for group in ("poses", "variants")
        for number, pose in enumerate(_rows(raw.get(group)))
        if isinstance(pose, dict)
    ]


def text_at(raw: Raw, name: str) -> str:
    """Return the text of a field such as `poses.0.neck.nod`; empty where there is none."""
    found = _at(raw, name)
    return found if isinstance(found, str) else ""


def rows_at(raw: Raw, name: str) -> int:
    """Return how many rows a list such as `poses.0.contacts` has."""
    return len(_rows(_at(raw, name)))


def _at(place: Any, name: str) -> Any:
    for key in name.split("."):
        if isinstance(place, dict):
            place = place.get(key)
        elif isinstance(place, list) and key.isdecimal() and int(key) < len(place):
            place = place[int(key)]
        else:
            return None
    return place


def _put(tree: Raw, keys: list[str], value: str) -> None:
    for key in keys[:-1]:
        inner = tree.setdefault(key, {})
        if not isinstance(inner, dict):
            return
        tree = inner
    tree.setdefault(keys[-1], value)


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(key.isdecimal() for key in value):
        return [_listed(value[key]) for key in sorted(value, key=int)]
    return {key: _listed(inner) for key, inner in value.items()}


def _tidy(place: Raw) -> None:
    for name, mark in ROWS.items():
        if name in place:
            rows = [row for row in _rows(place[name]) if not isinstance(row, dict) or row.get(mark)]
            place[name] = rows
            for row in rows:
                _drop_empty(row)


def _drop_empty(row: Any) -> None:
    for name in _OPTIONAL if isinstance(row, dict) else ():
        if name in row and isinstance(row[name], list) and not any(row[name]):
            del row[name]


def _rows(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _typed(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_typed(inner) for inner in value]
    if isinstance(value, bool | str):
        return str(value)
    return "" if value is None else f"{value:g}"


def _pose_values(pose: Any) -> Any:
    if not isinstance(pose, dict) or not isinstance(pose.get("depth"), list):
        return pose
    return {**pose, "depth": dict(_depths(pose["depth"]))}


def _depths(rows: list[Any]) -> Iterator[tuple[str, Any]]:
    for row in rows:
        if isinstance(row, dict) and isinstance(row.get("part"), str):
            yield row["part"], row.get("by", "")
