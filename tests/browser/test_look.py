"""How the components look and behave in a browser: every theme, narrow windows, large text, keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.style_page import (
    ADDRESS,
    DOUBLE_TEXT,
    MODES,
    WIDE_SPACING,
    focus_change,
    let_in,
    sideways,
    sign_editor_in,
    small_targets,
)
from tests.browser.walk import axe_findings_in_every_mode
from tests.browser.watch import Faults
from tests.server import Server
from tests.serving import Prepared

Opener = Callable[..., Page]
CONTROLS = [
    ".brand", ".danger-link", ".nav__link", ".breadcrumb a", "a.chip", "a.chip[aria-current]", ".button--secondary",
    ".button--quiet", ".button--danger", ".links__item", ".notice--danger a", ".switch__item", ".swaps a",
    ".disclosure summary", ".definitions a", ".references a", "#plain_email", "#plain_place", "#plain_side_0",
    "#plain_regions_0", "#plain_note", ".error-summary a", ".ticks input", ".toast a", ".site-footer a",
]  # fmt: skip


@pytest.fixture(scope="module")
def studio(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """A server where an editor needs no second factor, and the key of the editor's session."""
    folder = tmp_path_factory.mktemp("studio") / "data"
    with prepared.copy(folder, settings={"HIPCARE_STAFF_SECOND_FACTOR": "0"}) as server:
        server.start()
        yield server, sign_editor_in(server)


@pytest.fixture
def open_page(browser: Browser, studio: tuple[Server, str], faults: Faults) -> Iterator[Opener]:
    """Return a function that opens the style page in a window of some size and mode."""
    server, key = studio
    contexts = []

    def opener(width: int = 360, height: int = 740, css: str = "", **mode: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, bypass_csp=bool(css), service_workers="block", **mode
        )
        contexts.append(context)
        faults.watch(context)
        let_in(context, server, key)
        page = context.new_page()
        page.goto(server.url + ADDRESS)
        if css:
            page.add_style_tag(content=css)
        return page

    faults.allow("serviceWorker", "service worker", "Service Worker")
    yield opener
    for context in contexts:
        context.close()


def test_axe_finds_nothing(open_page: Opener) -> None:
    page = open_page(320, 800, reduced_motion="reduce")

    assert axe_findings_in_every_mode(page) == {}


@pytest.mark.parametrize(
    ("width", "height", "css"),
    [(320, 640, ""), (320, 256, ""), (320, 640, DOUBLE_TEXT), (1280, 800, DOUBLE_TEXT), (320, 640, WIDE_SPACING)],
    ids=["320", "zoom-400", "text-200-narrow", "text-200-wide", "spacing"],
)
def test_nothing_reaches_over_the_edge(open_page: Opener, width: int, height: int, css: str) -> None:
    page = open_page(width, height, css)

    assert sideways(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough_for_a_thumb(open_page: Opener, width: int) -> None:
    assert small_targets(open_page(width, 800)) == []


@pytest.mark.parametrize("mode", MODES)
def test_focus_ring_is_two_pixels_at_three_to_one(open_page: Opener, mode: str) -> None:
    page = open_page(1280, 800, **MODES[mode])

    faint = []
    for name in CONTROLS:
        changed, needed = focus_change(page, page.locator(name).first)
        if changed < needed:
            faint.append(f"{name}: {changed} of {needed}")
    assert faint == []


@pytest.mark.parametrize(("width", "height"), [(360, 740), (320, 256), (1280, 800)])
def test_focus_is_never_covered(open_page: Opener, width: int, height: int) -> None:
    page = open_page(width, height)

    covered = []
    for key in ["Tab"] * 30 + ["Shift+Tab"] * 60:
        page.keyboard.press(key)
        name = page.evaluate(
            """() => {
              const { activeElement: here, documentElement: root } = document;
              if (here === document.body) return "";
              const box = here.getBoundingClientRect();
              const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, root.clientHeight / 4)];
              const top = document.elementFromPoint(x, y);
              const seen = top && (here.contains(top) || top.contains(here) || top.closest(".card")?.contains(here));
              return seen ? "" : `${here.tagName} ${here.textContent.trim().slice(0, 30)}`;
            }"""
        )
        covered += [name] if name else []
    assert covered == []


@pytest.mark.parametrize(("height", "css"), [(740, ""), (740, DOUBLE_TEXT), (560, DOUBLE_TEXT)])
def test_bar_takes_less_than_half_of_the_window(open_page: Opener, height: int, css: str) -> None:
    bar = open_page(360, height, css).locator(".nav").bounding_box()

    assert bar is not None
    assert bar["height"] < height / 2


def test_bar_is_in_reach_of_the_thumb_on_a_phone(open_page: Opener) -> None:
    bar = open_page(360, 740).locator(".nav").bounding_box()

    assert bar is not None
    assert bar["y"] + bar["height"] == 740


def test_bar_flows_with_the_page_where_the_window_is_low(open_page: Opener) -> None:
    assert open_page(320, 256).locator(".nav").evaluate("bar => getComputedStyle(bar).position") == "static"


def test_skip_link_is_first_and_leads_into_the_main_content(open_page: Opener) -> None:
    page = open_page()
    page.goto("/".join([*page.url.split("/")[:3], "about/"]))  # nothing there takes focus by itself

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to main content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_dialog_starts_on_cancel_and_gives_focus_back(open_page: Opener) -> None:
    page = open_page()
    opener = page.get_by_role("button", name="Delete this note")

    opener.click()
    expect(page.get_by_role("dialog", name="Delete this note?")).to_be_visible()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_error_summary_takes_focus_and_leads_to_the_field(open_page: Opener) -> None:
    page = open_page()

    expect(page.locator(".error-summary")).to_be_focused()
    page.get_by_role("link", name="Side: This field is required.").click()
    expect(page.locator("#wrong_side_0")).to_be_focused()


def test_nothing_moves_under_reduced_motion(open_page: Opener) -> None:
    page = open_page(reduced_motion="reduce")

    page.evaluate(
        """async () => {
          while (document.getAnimations().some((each) => each.playState === "running"))
            await new Promise(requestAnimationFrame);
        }"""
    )
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_print_is_dark_on_white_whatever_the_theme(open_page: Opener) -> None:
    page = open_page(color_scheme="dark")

    page.emulate_media(media="print")
    expect(page.locator("html")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator(".nav")).to_be_hidden()
