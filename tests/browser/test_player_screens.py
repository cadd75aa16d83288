"""Accessibility of the player and its pages in every state: axe, small windows, large text, thumbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.player import PATIENCE, open_before, part, run, screen, start, tell
from tests.browser.style_page import DOUBLE_TEXT
from tests.browser.walk import hindrances
from tests.browser.watch import Faults

REST_STOP = "/routines/rest-stop-break/play/?minutes=3"
Opener = Callable[..., Page]
AT_ITS_MIDDLE = """(element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""
"""Whether nothing lies over a control."""


def before(page: Page) -> None:
    open_before(page, "/routines/rest-stop-break/play/")
    page.get_by_text("More choices").click()


def before_with_changes(page: Page) -> None:
    tell(page, cautions=["lateral-hip-pain", "balance-risk", "groin-strain"])
    open_before(page, "/routines/all-angle-standing/play/")


def unsuitable(page: Page) -> None:
    tell(page, cautions=["recent-surgery"])
    page.goto(REST_STOP)
    expect(screen(page, "unsuitable")).to_be_visible(timeout=PATIENCE)


def ask_first(page: Page) -> None:
    tell(page, answers={"cancer": "yes", "bones": "yes"}, cautions=["osteoporosis"])
    page.goto(REST_STOP)
    expect(screen(page, "ask-first")).to_be_visible(timeout=PATIENCE)


def resumable(page: Page) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    open_before(page, REST_STOP)


def underway(page: Page) -> None:
    resumable(page)
    page.locator("[data-do=start]").click()
    expect(screen(page, "underway")).to_be_visible(timeout=PATIENCE)


def unplayable(page: Page) -> None:
    page.goto("/routines/ride-check/play/")
    expect(screen(page, "unplayable")).to_be_visible(timeout=PATIENCE)


def missing(page: Page) -> None:
    page.goto("/my/routines/play/?id=none")
    expect(screen(page, "missing")).to_be_visible(timeout=PATIENCE)


def broken(page: Page) -> None:
    page.route("**/player/session.*", lambda route: route.abort())
    page.goto(REST_STOP)
    page.locator("[data-do=start]").click(timeout=PATIENCE)
    expect(screen(page, "broken")).to_be_visible(timeout=PATIENCE)


def ready(page: Page) -> None:
    start(page, REST_STOP)
    run(page, 1)


def holding(page: Page) -> None:
    start(page, REST_STOP)
    run(page, 12)


def paused(page: Page) -> None:
    holding(page)
    page.get_by_role("button", name="Pause").click()


def counting(page: Page) -> None:
    start(page, "/stretches/bridge-pose/play/")
    run(page, 14)


def breathing(page: Page) -> None:
    start(page, "/stretches/back-body-breathing/play/")
    run(page, 14)


def own_pace(page: Page) -> None:
    start(page, "/stretches/core-stability/play/")
    run(page, 10)
    expect(part(page, "open")).to_be_visible()


def asking(page: Page) -> None:
    start(page, "/stretches/ball-release-piriformis/play/")
    run(page, 40)
    expect(part(page, "ask")).to_be_visible()


def dim(page: Page) -> None:
    start(page, "/stretches/legs-up-rest/play/")
    run(page, 20)


def hurt(page: Page) -> None:
    holding(page)
    page.get_by_role("button", name="Stop, it hurts").click()


def advice(page: Page) -> None:
    hurt(page)
    page.get_by_role("button", name="Pain, tingling").click()


def after(page: Page) -> None:
    holding(page)
    page.get_by_role("button", name="Finish here").click()
    page.get_by_label("It goes further down the leg").locator("visible=true").check()


def end(page: Page) -> None:
    after(page)
    page.get_by_role("button", name="Keep it in my journal").click()
    expect(screen(page, "end")).to_be_visible(timeout=PATIENCE)


def about_me(page: Page) -> None:
    page.goto("/about-me/")
    for name in ("surgery", "disc", "knee"):
        page.locator(f"#{name}-yes").check()


def my_routines(page: Page) -> None:
    tell(page, routines=[{"id": "a", "title": "Morning", "steps": []}], favourites=["bridge-pose"])
    page.goto("/my/routines/")
    for title in ("Bridge", "Figure-4 stretch"):
        page.get_by_label("Add a move").select_option(title)
        page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Keep this routine").click()
    page.get_by_text("Choose favourites").click()
    page.get_by_label("A different angle each day").select_option("Standing")


SCREENS = [
    before, before_with_changes, unsuitable, ask_first, resumable, underway, unplayable, missing, broken, ready,
    holding, paused, counting, breathing, own_pace, asking, dim, hurt, advice, after, end, about_me, my_routines,
]  # fmt: skip
every_screen = pytest.mark.parametrize("show", SCREENS, ids=lambda show: show.__name__)


@pytest.fixture
def open_page(browser: Browser, base_url: str, faults: Faults) -> Iterator[Opener]:
    """Return a function that opens an empty page in a window of some size."""
    contexts: list[BrowserContext] = []

    def opener(width: int, height: int = 740) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            base_url=base_url,
            service_workers="block",
            bypass_csp=True,
            reduced_motion="reduce",
        )
        contexts.append(context)
        faults.watch(context)
        faults.allow("[Ss]ervice ?[Ww]orker", "/player/session\\.")
        return context.new_page()

    yield opener
    for context in contexts:
        context.close()


@every_screen
def test_nothing_is_in_anybodys_way(open_page: Opener, show: Callable[[Page], None]) -> None:
    page = open_page(320)
    show(page)

    assert hindrances(page) == {}


@pytest.mark.parametrize("size", [(360, 740), (320, 256), (1280, 800)])
def test_controls_leave_at_least_half_of_the_window(open_page: Opener, size: tuple[int, int]) -> None:
    page = open_page(*size)
    holding(page)
    boxes = [page.locator(name).bounding_box() for name in (".player__controls", ".player__always")]

    assert boxes[1]
    assert max(box["height"] for box in boxes if box) <= size[1] / 2


def test_controls_are_in_view_while_it_runs(open_page: Opener) -> None:
    page = open_page(360)
    holding(page)

    for name in ("Back", "Pause", "Skip", "Easier", "Stop, it hurts", "Deeper"):
        expect(page.locator(".player__controls").get_by_role("button", name=name)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("text", ["plain", "twice as large", "twice as large by own styles"])
@pytest.mark.parametrize("size", [(360, 740), (740, 360), (320, 480)])
def test_pause_and_stop_are_always_in_view(open_page: Opener, size: tuple[int, int], text: str) -> None:
    page = open_page(*size)
    holding(page)
    if text == "twice as large":
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    elif text != "plain":
        page.add_style_tag(content=DOUBLE_TEXT)

    for name in ("Pause", "Stop, it hurts"):
        button = page.locator(".player__controls").get_by_role("button", name=name)
        expect(button).to_be_in_viewport(ratio=1)
        assert button.evaluate(AT_ITS_MIDDLE)


@pytest.mark.parametrize("network", ["a network", "no network"])
@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
def test_time_is_in_view_above_the_controls(open_page: Opener, size: tuple[int, int], network: str) -> None:
    page = open_page(*size)
    holding(page)
    if network == "no network":
        page.context.set_offline(True)
        expect(page.locator('.toast[data-shown="network"]')).to_be_attached()
    time, controls = part(page, "time").bounding_box(), page.locator(".player__controls").bounding_box()

    assert time
    assert controls
    assert time["y"] + time["height"] <= controls["y"]


def test_time_is_in_view_on_a_phone_on_its_side(open_page: Opener) -> None:
    page = open_page(740, 360)
    holding(page)
    time, bar = part(page, "time").bounding_box(), page.locator(".player__always").bounding_box()

    assert time
    assert bar
    assert time["y"] + time["height"] <= bar["y"]


def test_controls_are_large_enough_for_a_foot_length_away(open_page: Opener) -> None:
    page = open_page(360)
    holding(page)
    boxes = [button.bounding_box() for button in page.locator(".player__controls button").all()]

    assert [box for box in boxes if not box or box["height"] < 64 or box["width"] < 90] == []
    size = part(page, "time").evaluate("(element) => parseFloat(getComputedStyle(element).fontSize)")
    assert size >= 72


def test_nothing_moves_by_itself_under_reduced_motion(open_page: Opener) -> None:
    page = open_page(360)
    breathing(page)
    moving = page.evaluate("document.getAnimations().filter((one) => one.playState === 'running').length")

    assert moving == 0
    expect(part(page, "in-out")).to_be_visible()
