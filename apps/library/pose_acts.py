"""The pose editor's buttons: add a pose, take over another one, leave one out."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from apps.figures.editing import Edited, check
from apps.figures.pose import Pose
from apps.figures.posted import Raw, placed_poses, raw_of
from apps.library.figure_shelf import pose_called
from apps.publishing.catalogue import Catalogue

MOST = {"poses": 3, "variants": 6}


def act_on(edited: Edited, act: str, posted: QueryDict, shelf: Catalogue) -> Edited:
    """Return the figure after a button such as `add:poses`, `take:poses.0` or `remove:variants.1`.

    Anything else, and what cannot be done, leaves it as it was typed.
    """
    verb, _colon, place = act.partition(":")
    raw = edited.raw
    poses = dict(placed_poses(raw))
    if verb == "add" and place in MOST:
        _add(raw, place, _source(posted.get("source.new", ""), raw, place, shelf))
    elif verb == "take" and place in poses:
        if found := _source(posted.get(f"source.{place}", ""), raw, place, shelf):
            label = poses[place].get("label", "")
            poses[place].clear()
            poses[place].update(found, label=label)
    elif verb == "remove" and place in poses and (place.startswith("variants") or len(raw["poses"]) > 1):
        _remove(raw, place)
    else:
        return edited
    return check(raw)


def _source(code: str, raw: Raw, place: str, shelf: Catalogue) -> Raw | None:
    """Return the pose to start from with the props that this figure has not got already."""
    found = pose_called(code, shelf)
    if found is None:
        return None
    pose, props = found
    values = raw_of(pose.model_copy(update={"props": ()}).model_dump(mode="json", by_alias=True))
    around = [raw_of(prop.model_dump(mode="json")) for prop in props]
    shared = [] if place.startswith("variants") else raw.get("props", [])
    depth = [{"part": part, "by": f"{by:g}"} for part, by in pose.depth.items()]
    return {**values, "depth": depth, "props": [prop for prop in around if prop not in shared]}


def _add(raw: Raw, group: str, source: Raw | None) -> None:
    rows: Any = raw.setdefault(group, [])
    if not isinstance(rows, list) or len(rows) >= MOST[group]:
        return
    poses = [pose for _place, pose in placed_poses(raw)]
    standing = raw_of(Pose(posture="standing").model_dump(mode="json", by_alias=True))
    new = dict(source or (poses[-1] if poses else standing))
    labels = {pose.get("label") for pose in poses}
    new["label"] = next(label for label in (f"new {number}" for number in range(1, 99)) if label not in labels)
    rows.append(new)


def _remove(raw: Raw, place: str) -> None:
    group, _dot, number = place.partition(".")
    del raw[group][int(number)]
    hold = raw.get("hold", "")
    if group == "poses" and hold.isdecimal() and int(hold) >= max(int(number), 1):
        raw["hold"] = str(int(hold) - 1)
