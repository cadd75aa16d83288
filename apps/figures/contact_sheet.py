"""What the contact sheet shows of a figure; `/admin/styleguide/figures/` is the sheet."""

from __future__ import annotations

from apps.figures.figure import Figure


def pictures(figure: Figure) -> list[tuple[str, Figure]]:
    """Return every pose and variant of a figure as a still figure, with its label."""
    poses = [
        (pose.label, figure.model_copy(update={"hold": number, "way": "still"}))
        for number, pose in enumerate(figure.poses)
    ]
    return poses + [(pose.label, figure.variant(pose.label)) for pose in figure.variants]
