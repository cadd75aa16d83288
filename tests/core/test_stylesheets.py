"""The style sheets and the font: budgets, layers and what they may refer to."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
SHEETS = sorted((STATIC / "css").glob("*.css"))
OWN = [sheet for sheet in SHEETS if not sheet.name.startswith("editors")]  # those dress the admin, in its terms
LINKED = re.findall(
    r"css/[a-z_-]+\.css",
    (Path(settings.BASE_DIR) / "templates/components/head_links.html").read_text(encoding="utf-8"),
)
LAYERS = ["reset", "tokens", "base", "layout", "components", "pages", "utilities", "print"]
CSS_BUDGET = 15_000
FONT_BUDGET = 45_000


def test_css_of_every_page_fits_its_budget() -> None:
    assert sum(len(brotli.compress((STATIC / name).read_bytes())) for name in LINKED) <= CSS_BUDGET


def test_fonts_fit_their_budget() -> None:
    assert sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2")) <= FONT_BUDGET


def test_first_sheet_names_the_layers_in_order() -> None:
    first = (STATIC / LINKED[0]).read_text(encoding="utf-8")

    assert first.startswith(f"@layer {', '.join(LAYERS)};")


@pytest.mark.parametrize("sheet", OWN, ids=lambda sheet: sheet.name)
def test_rules_stand_in_a_named_layer(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    outside = re.sub(r"^(@layer|@font-face|  |\}|$).*", "", text, flags=re.MULTILINE)

    assert outside.strip() == ""
    assert set(re.findall(r"^@layer (\w+) \{", text, re.MULTILINE)) <= set(LAYERS)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheet_refers_to_own_files_only(sheet: Path) -> None:
    for target in re.findall(r"url\(\"?([^\")]+)", sheet.read_text(encoding="utf-8")):
        assert (sheet.parent / target).resolve().is_file(), target


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheet_stays_small(sheet: Path) -> None:
    assert len(sheet.read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("sheet", OWN, ids=lambda sheet: sheet.name)
def test_variables_in_use_are_defined(sheet: Path) -> None:
    everything = "".join(each.read_text(encoding="utf-8") for each in SHEETS)
    defined = set(re.findall(r"(--[\w-]+):", everything))

    assert set(re.findall(r"var\((--[\w-]+)\)", sheet.read_text(encoding="utf-8"))) <= defined
