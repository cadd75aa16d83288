"""The colours of figures: every shape stands out in both themes, and the dark theme is written twice alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

STYLES = Path(settings.BASE_DIR) / "static" / "css"
SHEET = (STYLES / "figures.css").read_text(encoding="utf-8")
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")


def colours(start: str, sheet: str = SHEET) -> dict[str, str]:
    """Return the colours of the block that follows a selector."""
    block = sheet[sheet.index(start) :].split("{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


LIGHT = colours("  :root {")
DARK = colours(':root[data-theme="dark"]')
LIGHT_PAPER = colours("  :root {", TOKENS)["paper"]
DARK_PAPER = colours(':root[data-theme="dark"]', TOKENS)["paper"]


def test_the_dark_theme_is_written_twice_alike():
    assert colours(':root:not([data-theme="light"])') == DARK


def test_both_themes_colour_the_same_things():
    assert sorted(LIGHT) == sorted(DARK)


def test_every_colour_that_is_used_is_given():
    used = set(re.findall(r"var\(--(figure-[a-z-]+)\)", SHEET))

    assert used - set(LIGHT) == set()


@pytest.mark.parametrize("name", ["line", "arrow", "near"])
def test_lines_stand_out_on_light_paper(name):
    assert contrast(LIGHT[f"figure-{name}"], LIGHT_PAPER) >= 4.5


SHAPES = ["near", "far", "cloth", "skin", "skin-far", "hair", "lit", "prop", "soft", "accent", "tyre", "arrow"]


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_stand_out_on_dark_paper(name):
    assert contrast(DARK[f"figure-{name}"], DARK_PAPER) >= 3


def test_the_worked_leg_differs_from_the_other_in_lightness():
    assert contrast(LIGHT["figure-near"], LIGHT["figure-far"]) >= 3


def test_a_lit_muscle_differs_from_the_leg_in_lightness():
    assert contrast(LIGHT["figure-lit"], LIGHT["figure-near"]) >= 3
