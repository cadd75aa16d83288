"""Figures in a real browser: they move for a moment, on request for longer, and not at all where that is not wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from apps.figures.figure import shipped_figure
from apps.figures.renderer import render_figure
from tests.browser.watch import Faults
from tests.server import Server

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


@pytest.fixture
def moving(browser: Browser, site: Server, faults: Faults) -> Iterator[Page]:
    """A page of the site in a browser that lets things move."""
    context = browser.new_context(base_url=site.url, reduced_motion="no-preference", service_workers="block")
    faults.watch(context)
    faults.allow("[Ss]ervice ?[Ww]orker")
    yield context.new_page()
    context.close()


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


def test_a_press_moves_it_until_the_next_one(moving: Page):
    moving.goto("/stretches/half-kneeling-hip-flexor-stretch/")
    stop = moving.get_by_role("button", name="Stop the picture")

    stop.click()
    assert moving_times(moving) == []
    assert moving.evaluate(SHOWN) == ["figure-frame-2"]

    moving.get_by_role("button", name="Show the move again").click()
    assert moving.evaluate(f"({ENDS})().map(String)") == ["Infinity", "Infinity"]

    stop.click()
    assert moving_times(moving) == []
    assert moving.evaluate(SHOWN) == ["figure-frame-2"]


def test_a_figure_that_has_come_to_rest_can_be_shown_again(moving: Page):
    moving.goto("/stretches/half-kneeling-hip-flexor-stretch/")

    expect(moving.get_by_role("button", name="Show the move again")).to_be_visible(timeout=10_000)
    assert moving_times(moving) == []


def test_the_other_side_is_a_mirror_with_its_own_words(moving: Page):
    moving.goto("/stretches/half-kneeling-hip-flexor-stretch/")
    figure = moving.locator(".page-figure")
    words = [figure.locator("figcaption").text_content(), figure.locator("title").text_content()]
    mirror = moving.get_by_role("button", name="Show the other side")

    mirror.click()
    assert mirror.get_attribute("aria-pressed") == "true"
    assert figure.locator("svg").evaluate("(svg) => new DOMMatrix(getComputedStyle(svg).transform).a") == -1
    assert figure.locator("figcaption").text_content() == (
        "Working side: left. Highlighted: Iliacus, Psoas and Rectus femoris."
    )
    assert "Picture 1: left knee down" in (figure.locator("title").text_content() or "")

    mirror.click()
    assert mirror.get_attribute("aria-pressed") == "false"
    assert [figure.locator("figcaption").text_content(), figure.locator("title").text_content()] == words


def test_who_wants_no_movement_is_not_offered_any(moving: Page):
    moving.emulate_media(reduced_motion="reduce")
    moving.goto("/stretches/half-kneeling-hip-flexor-stretch/")

    expect(moving.get_by_role("button", name="Show the other side")).to_be_visible()
    expect(moving.locator("[data-play]")).to_be_hidden()


def test_buttons_are_for_the_screen(moving: Page):
    moving.goto("/stretches/half-kneeling-hip-flexor-stretch/")
    moving.emulate_media(media="print")

    expect(moving.locator("[data-figure-acts]")).to_be_hidden()


def test_without_a_script_there_are_no_buttons(browser: Browser, site: Server):
    page = browser.new_page(base_url=site.url, java_script_enabled=False)
    page.goto("/stretches/half-kneeling-hip-flexor-stretch/")

    expect(page.locator(".page-figure svg")).to_be_visible()
    expect(page.locator("[data-figure-acts]")).to_be_hidden()
    page.context.close()


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
