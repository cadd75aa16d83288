"""Figures in a real browser: they move for a moment, on request for longer, and not at all where that is not wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from apps.figures.figure import shipped_figure
from apps.figures.renderer import render_figure

STYLES = (Path(settings.BASE_DIR) / "static" / "css" / "figures.css").read_text(encoding="utf-8")
ENDS = "() => document.getAnimations().map((a) => a.effect.getComputedTiming().endTime)"
SHOWN = """() => [...document.querySelectorAll(".figure-frame")]
    .filter((frame) => getComputedStyle(frame).opacity === "1").map((frame) => frame.classList[1])"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without a site behind it: a figure needs its own markup and styles only."""
    page = browser.new_page(reduced_motion="no-preference")
    yield page
    page.close()


def show(page: Page, key: str = "half-kneeling-hip-flexor-stretch", around: str = "") -> None:
    page.set_content(f"<style>{STYLES}</style><div {around}>{render_figure(shipped_figure(key))}</div>")


def moving_times(page: Page) -> Any:
    return page.evaluate(ENDS)


@pytest.mark.parametrize("key", ["half-kneeling-hip-flexor-stretch", "pigeon-pose"])
def test_a_figure_stops_within_five_seconds(page: Page, key):
    show(page, key)

    assert [0 < end < 5000 for end in moving_times(page)] == [True, True]


def test_it_goes_on_where_it_is_asked_to(page: Page):
    show(page, around="data-moving")

    # infinity is no JSON number
    assert page.evaluate(f"({ENDS})().map(String)") == ["Infinity", "Infinity"]


def test_a_pause_shows_the_hold(page: Page):
    show(page, around="data-moving data-paused")

    assert moving_times(page) == []
    assert page.evaluate(SHOWN) == ["figure-frame-2"]


def test_reduced_motion_shows_the_hold(page: Page):
    page.emulate_media(reduced_motion="reduce")
    show(page, around="data-moving")

    assert moving_times(page) == []
    assert page.evaluate(SHOWN) == ["figure-frame-2"]


def test_print_shows_the_hold(page: Page):
    page.emulate_media(media="print")
    show(page, around="data-moving")

    assert moving_times(page) == []
    assert page.evaluate(SHOWN) == ["figure-frame-2"]


def test_a_deeper_second_pose_gives_way_to_the_hold(page: Page):
    page.emulate_media(reduced_motion="reduce")
    show(page, "pigeon-pose")

    assert page.evaluate(SHOWN) == ["figure-frame-1"]
