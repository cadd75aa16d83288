"""The colours: enough contrast in both themes, and the dark theme written twice alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEET = (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text(encoding="utf-8")

TEXT = [
    ("ink", "paper"), ("ink", "surface"), ("ink", "sunken"), ("ink-soft", "paper"), ("ink-soft", "surface"),
    ("ink-soft", "sunken"), ("ink-soft", "brand-tint"), ("brand", "paper"), ("brand", "surface"), ("brand", "sunken"),
    ("brand", "brand-tint"), ("brand-strong", "paper"), ("brand-strong", "surface"), ("brand-strong", "brand-tint"),
    ("brand-strong", "info-tint"), ("on-brand", "brand"), ("on-brand", "brand-strong"), ("on-band", "band"),
    ("on-accent", "accent"), ("ink", "info-tint"), ("ink", "caution-tint"), ("ink", "danger-tint"),
    ("ink", "success-tint"), ("ink", "brand-tint"), ("caution-ink", "caution-tint"), ("danger-ink", "danger-tint"),
    ("danger-ink", "paper"), ("danger-ink", "surface"), ("success-ink", "success-tint"), ("success-ink", "surface"),
    ("on-danger", "danger"), ("on-danger", "danger-ink"),
]  # fmt: skip
EDGES = [
    ("edge", "paper"), ("edge", "surface"), ("edge", "sunken"), ("brand", "paper"), ("brand", "surface"),
    ("danger-edge", "paper"), ("danger-edge", "surface"), ("success-edge", "surface"), ("caution-edge", "paper"),
    ("accent", "band"),
    ("marker", "surface"),
]  # fmt: skip


def theme(start: str) -> dict[str, str]:
    """Return the colours of the block that follows a selector."""
    block = SHEET[SHEET.index(start) :].split("{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


LIGHT = theme("  :root {")
DARK_BY_SYSTEM = theme(':root:not([data-theme="light"])')
DARK_BY_CHOICE = theme(':root[data-theme="dark"]')
THEMES = {"light": LIGHT, "dark": LIGHT | DARK_BY_SYSTEM}


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_reaches_seven_to_one(name: str, ink: str, ground: str) -> None:
    assert contrast(THEMES[name][ink], THEMES[name][ground]) >= 7


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_reach_three_to_one(name: str, edge: str, ground: str) -> None:
    assert contrast(THEMES[name][edge], THEMES[name][ground]) >= 3


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["paper", "surface", "sunken", "band", "brand-tint", "danger-tint"])
def test_one_colour_of_the_focus_ring_shows_on_any_ground(name: str, ground: str) -> None:
    colours = THEMES[name]

    assert max(contrast(colours[ring], colours[ground]) for ring in ("ring-inner", "ring-outer")) >= 3


def test_ring_colours_differ_from_each_other() -> None:
    assert contrast(LIGHT["ring-inner"], LIGHT["ring-outer"]) >= 7


def test_dark_is_the_same_by_system_and_by_choice() -> None:
    assert DARK_BY_SYSTEM == DARK_BY_CHOICE
    assert len(DARK_BY_CHOICE) > 25
