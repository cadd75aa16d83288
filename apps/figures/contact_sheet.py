"""Writes one page with every figure in two sizes, to look at: `python -m apps.figures.contact_sheet OUT.html`."""

from __future__ import annotations

import sys
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from apps.figures.figure import Figure, figure_keys, shipped_figure
from apps.figures.muscle_map import render_muscle_map
from apps.figures.renderer import render_figure

_STYLES = Path(__file__).resolve().parents[2] / "static" / "css" / "figures.css"
_PAGE = (
    "body{{font:0.8rem/1.3 sans-serif;margin:1rem;background:#fbf7ef;color:#17353c}}"
    '[data-theme="dark"] body{{background:#12191b;color:#e6eeec}}'
    ".row{{display:flex;flex-wrap:wrap;gap:1rem}}.large{{width:480px}}.small{{width:120px}}figure{{margin:0}}"
)


def contact_sheet(theme: str = "light") -> SafeString:
    """Return a whole HTML page: every figure and variant at 480 and 120 pixels, in one theme."""
    cells: list[tuple[str, SafeString, SafeString]] = []
    for key in figure_keys():
        cells += [_cell(f"{key} · {label}", shown) for label, shown in pictures(shipped_figure(key))]
    maps = mark_safe(render_muscle_map("front") + render_muscle_map("back"))  # noqa: S308
    return format_html(
        '<!doctype html><html lang="en" data-theme="{}"><meta charset="utf-8"><title>Figures</title>'
        "<style>{}{}</style><div class=row>{}</div><div class=row>{}</div></html>",
        theme,
        mark_safe(_STYLES.read_text(encoding="utf-8")),  # noqa: S308
        mark_safe(_PAGE.replace("{{", "{").replace("}}", "}")),  # noqa: S308
        format_html_join(
            "",
            '<figure><div class=row><div class="large">{}</div><div class="small">{}</div></div>'
            "<figcaption>{}</figcaption></figure>",
            ((large, small, name) for name, large, small in cells),
        ),
        maps,
    )


def pictures(figure: Figure) -> list[tuple[str, Figure]]:
    """Return every pose and variant of a figure as a still figure, with its label."""
    poses = [
        (pose.label, figure.model_copy(update={"hold": number, "way": "still"}))
        for number, pose in enumerate(figure.poses)
    ]
    return poses + [(pose.label, figure.variant(pose.label)) for pose in figure.variants]


def _cell(name: str, figure: Figure) -> tuple[str, SafeString, SafeString]:
    key = name.replace(" ", "-").replace("/", "-")
    return name, render_figure(figure, title_id=f"{key}-l"), render_figure(figure, title_id=f"{key}-s")


if __name__ == "__main__":
    if not settings.configured:
        settings.configure(USE_I18N=False)
    Path(sys.argv[1]).write_text(contact_sheet(*sys.argv[2:3]), encoding="utf-8")
