"""The documents say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
READER = re.compile(r"env\.(?:text|flag|number|folder)\(\s*[\"']([A-Z_]+)[\"']")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def names_that_are_read() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "hipcare").glob("*.py")]
    return {name for source in sources for name in READER.findall(source)}


def names_in_the_table() -> set[str]:
    text = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([A-Z][A-Z_]+)`", row.split("|")[1])}


def test_table_of_settings_names_exactly_what_is_read():
    assert names_in_the_table() == names_that_are_read()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(document):
    links = re.findall(r"\]\((?!https?://|media:|/|#)([^)#]+)", document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_commands_that_are_named_exist():
    text = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    own = {path.stem for path in (ROOT / "apps").glob("*/management/commands/*.py")}
    django = {"check", "shell", "changepassword", "migrate", "makemigrations", "collectstatic"}

    assert set(re.findall(r"manage\.py ([a-z_]+)", text)) - own - django == set()
