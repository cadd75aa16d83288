"""The table of faults is complete, and the tests that it names exist and carry the number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
FAULTS = {int(number): line for number, line in re.findall(r"^\| F(\d+) \|(.+)\|$", TEXT, re.MULTILINE)}
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)))
OFFLINE = {47, 48, 49, 58, 60}
"""Faults of the offline pack, whose tests are named for what they prove alone."""


def test_table_has_every_fault() -> None:
    assert sorted(FAULTS) == list(range(1, 61))


@pytest.mark.parametrize("number", sorted(FAULTS))
def test_fault_has_a_test_that_carries_its_number(number: int) -> None:
    names = re.findall(r"::(\w+)`", FAULTS[number])

    assert names
    assert number in OFFLINE or [name for name in names if not re.match(rf"(test_)?f{number:02}_", name)] == []


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_named_test_exists(path: str, name: str) -> None:
    source = (ROOT / path).read_text(encoding="utf-8")

    assert re.search(rf'def {name}\(|"{name}":', source)
