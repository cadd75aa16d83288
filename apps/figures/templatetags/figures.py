"""Template tags that draw figures."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from apps.figures.alt_text import alt_text_for
from apps.figures.figure import Figure, figure_for
from apps.figures.muscle_map import View, muscle_figure, render_muscle_map
from apps.figures.muscles import MUSCLES
from apps.figures.pose import Side
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


@register.simple_tag
def muscle_map(view: View, *, lit: str = "", title_id: str = "") -> SafeString:
    """Draw one side of the muscle map; `lit` names muscles to light up, parted by spaces."""
    return render_muscle_map(view, lit=tuple(lit.split()), title_id=title_id)


@register.simple_tag
def muscle_picture(code: str, *, title_id: str = "") -> SafeString | str:
    """Draw the side of the body from which a muscle is seen, with the muscle lit; nothing for an unknown code."""
    return render_figure(muscle_figure(code), title_id=title_id) if code in MUSCLES else ""


@register.filter
def alt_text(shown: Figure) -> str:
    """Return the text alternative of a figure."""
    return alt_text_for(shown)
