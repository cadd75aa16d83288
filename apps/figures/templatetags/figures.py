"""Template tags that draw figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import template
from django.utils.safestring import SafeString

from apps.figures.alt_text import alt_text_for, caption_for
from apps.figures.figure import Figure, figure_for
from apps.figures.mirror import mirror_figure
from apps.figures.muscle_map import MuscleLink, View, muscle_figure, render_linked_muscle_map, render_muscle_map
from apps.figures.muscles import MUSCLES
from apps.figures.pose import Pose, Side
from apps.figures.renderer import render_figure

register = template.Library()


@register.simple_tag
def figure(
    source: Figure | str | None,
    *,
    side: Side | None = None,
    variant: str = "",
    alt: str = "",
    title_id: str = "",
    size: int | None = None,
) -> SafeString | str:
    """Draw a figure, or the one that ships under a key such as `pigeon-pose`; nothing if there is none.

    `side` is the side to be worked, `variant` the label of a variant, `title_id` an id that is unique on the page.
    """
    found = figure_for(source) if isinstance(source, str) else source
    if found is None:
        return ""
    if variant:
        found = found.variant(variant)
    return render_figure(found, side=side, title_id=title_id, alt=alt, size=size)


@register.inclusion_tag("figures/page_figure.html")
def page_figure(shown: Figure | None, *, title_id: str, steps: Sequence[str] = ()) -> dict[str, object]:
    """Draw the figure of a page with its caption and buttons; `steps` say what is done."""
    if shown is None:
        return {}
    other = mirror_figure(shown)
    return {
        "shown": shown,
        "title_id": title_id,
        "moves": len(shown.shown_poses) > 1,
        "alt": alt_text_for(shown, steps=steps, captioned=True),
        "caption": caption_for(shown),
        "other_alt": alt_text_for(other, steps=steps, captioned=True),
        "other_caption": caption_for(other),
    }


@register.simple_tag
def variants(shown: Figure | None) -> dict[str, list[Pose]]:
    """Return the poses of a figure that are another way to do it: `easier`, `deeper` and `other`."""
    found: dict[str, list[Pose]] = {}
    for pose in shown.variants if shown else ():
        found.setdefault(pose.label if pose.label in {"easier", "deeper"} else "other", []).append(pose)
    return found


@register.simple_tag
def variant_figure(shown: Figure, pose: Pose) -> SafeString:
    """Draw one variant; what is lit is said at the whole figure."""
    found = shown.variant(pose.label)
    title_id = f"variant-{shown.variants.index(pose) + 1}"
    return render_figure(found, title_id=title_id, alt=alt_text_for(found, captioned=True))


@register.simple_tag
def muscle_map(view: View, *, lit: str = "", title_id: str = "") -> SafeString:
    """Draw one side of the muscle map; `lit` names muscles to light up, parted by spaces."""
    return render_muscle_map(view, lit=tuple(lit.split()), title_id=title_id)


@register.simple_tag
def linked_muscle_map(view: View, links: Mapping[str, MuscleLink]) -> SafeString:
    """Draw one side of the muscle map with its muscles as links, by code; a list of the same links has to follow."""
    return render_linked_muscle_map(view, links)


@register.inclusion_tag("figures/page_figure.html")
def muscle_picture(code: str, *, title_id: str) -> dict[str, object]:
    """Draw the side of the body from which a muscle is seen, with the muscle lit; nothing for an unknown code."""
    if code not in MUSCLES:
        return {}
    shown = muscle_figure(code)
    # some names stand for many muscles
    caption = caption_for(shown.model_copy(update={"muscles": (code,)}))
    return {**page_figure(shown, title_id=title_id), "caption": caption}


@register.filter
def alt_text(shown: Figure) -> str:
    """Return the text alternative of a figure."""
    return alt_text_for(shown)
