"""The safety lists and the emergency numbers are whole, plainly worded and point at things that exist."""

from __future__ import annotations

from typing import Any

import pytest

from apps.guides.documents.safety import RegionDocument, SafetyDocument
from apps.publishing.content_files import CONTENT_ROOT, content_paths, read_document
from apps.publishing.readability import reading_grade
from apps.publishing.wording import find_banned, texts_in

LENGTHS = {"emergency": 14, "urgent": 14, "routine": 8, "act": 8, "ask_first": 13}
CODES = ["au", "ca", "eu", "gb", "ie", "in", "nz", "other", "us"]
HIGHEST_GRADE = 9.0


def safety() -> SafetyDocument:
    return read_document(CONTENT_ROOT / "en" / "safety" / "danger-signs.toml", SafetyDocument)


def listed(name: str) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = safety().to_json()[name]
    return lines


@pytest.mark.parametrize(("name", "length"), LENGTHS.items())
def test_safety_list_drops_nothing(name: str, length: int) -> None:
    assert len(listed(name)) == length


def test_eight_signs_are_of_cauda_equina_syndrome() -> None:
    groups = [sign.group for sign in safety().emergency]

    assert groups == ["cauda-equina"] * 8 + ["other"] * 6


@pytest.mark.parametrize("name", ["emergency", "urgent", "routine", "ask_first"])
def test_every_line_of_a_safety_list_has_its_own_id(name: str) -> None:
    ids = [line["id"] for line in listed(name)]

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", LENGTHS)
def test_safety_list_says_nothing_banned(name: str) -> None:
    assert find_banned(texts_in(listed(name))) == []


@pytest.mark.parametrize("name", LENGTHS)
def test_safety_list_reads_plainly(name: str) -> None:
    assert reading_grade(texts_in(listed(name))) <= HIGHEST_GRADE


def test_every_region_has_numbers() -> None:
    regions = [read_document(path, RegionDocument) for path in content_paths("regions")]

    assert [region.code for region in regions] == CODES
