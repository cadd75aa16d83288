"""The style sheets and the font: budgets, layers and what they may refer to."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from apps.core.storage import HashedStaticFilesStorage

STATIC = Path(settings.BASE_DIR) / "static"
SHEETS = sorted((STATIC / "css").glob("*.css"))
FONTS = sorted((STATIC / "fonts").glob("*.woff2"))
# The editors' sheets dress the admin, in its terms; what only names others has no rules.
OWN = [sheet for sheet in SHEETS if not sheet.name.startswith("editors") and "@import" not in sheet.read_text("utf-8")]
JOINED = re.findall(
    r'^@import url\("([a-z-]+\.css)"\);$', (STATIC / "css/site.css").read_text(encoding="utf-8"), re.MULTILINE
)
LAYERS = ["reset", "tokens", "base", "layout", "components", "pages", "utilities", "print"]
CSS_BUDGET = 15_000
FONT_BUDGET = 45_000


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the style sheets as they are served."""
    folder = tmp_path_factory.mktemp("collected")
    for part in ("css", "fonts"):
        shutil.copytree(STATIC / part, folder / part)
    source = FileSystemStorage(STATIC)
    names = [f"css/{sheet.name}" for sheet in SHEETS] + [f"fonts/{font.name}" for font in FONTS]
    list(HashedStaticFilesStorage(folder).post_process({name: (source, name) for name in names}))
    return folder


def test_css_of_every_page_is_one_sheet_with_all_of_them_in_order(collected: Path) -> None:
    (sheet,) = collected.glob("css/site.*.css")
    text = sheet.read_text(encoding="utf-8")
    # Collecting changes the address of the font and nothing else: what comes after it is compared.
    wholes = [(STATIC / "css" / name).read_text(encoding="utf-8").split(".woff2")[-1].strip() for name in JOINED]
    places = [text.find(whole) for whole in wholes]

    assert len(JOINED) > 10
    assert -1 not in places
    assert places == sorted(places)


def test_no_sheet_is_served_that_asks_for_another(collected: Path) -> None:
    served = [sheet for sheet in collected.glob("css/*.????????????.css") if "@import" in sheet.read_text("utf-8")]

    assert served == []


def test_css_of_every_page_fits_its_budget(collected: Path) -> None:
    (sheet,) = collected.glob("css/site.*.css.br")

    assert sheet.stat().st_size <= CSS_BUDGET


def test_fonts_fit_their_budget() -> None:
    assert sum(font.stat().st_size for font in FONTS) <= FONT_BUDGET


def test_first_sheet_names_the_layers_in_order() -> None:
    first = (STATIC / "css" / JOINED[0]).read_text(encoding="utf-8")

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
