"""An editor draws with the keyboard, and readers see the drawing once it is published."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.editors import STRETCHES, enter, publish
from tests.browser.until import until
from tests.browser.walk import WCAG, axe_findings
from tests.browser.watch import Faults
from tests.server import Server

PATHS = "(svg) => [...svg.querySelectorAll('path')].map((path) => path.getAttribute('d')).join()"


@pytest.fixture
def room(own_site: Server, browser: Browser, faults: Faults) -> Page:
    """A watched page in which an editor has signed in, on the pose editor of the standing quad stretch."""
    room = enter(own_site, browser, faults)
    open_editor(room)
    return room


def open_editor(room: Page) -> None:
    room.goto(STRETCHES)
    room.get_by_role("link", name="Standing quad stretch", exact=True).click()
    room.get_by_role("link", name="Edit the figure").click()
    room.wait_for_url("**/figure/**")  # loaded, with its scripts


def drawing(room: Page) -> Locator:
    return room.locator('[data-drawing="poses.0"] svg')


def lines_of(picture: Locator) -> str:
    return str(picture.evaluate(PATHS))


def slider(room: Page, name: str) -> Locator:
    """Return a slider of the first pose."""
    return room.locator("details", has=room.locator('[data-drawing="poses.0"]')).get_by_role("slider", name=name).first


def test_slider_moved_by_keyboard_redraws_and_is_published(room: Page, own_site: Server) -> None:
    public = own_site.get("/stretches/standing-quad-stretch/").body
    before = lines_of(drawing(room))
    nod = slider(room, "Neck, nod")
    nod.focus()
    nod.press("End")

    expect(room.locator('[name="poses.0.neck.nod"]')).to_have_value("50")
    until(room, f"(before) => ({PATHS})(document.querySelector('[data-drawing=\"poses.0\"] svg')) !== before", before)
    after = lines_of(drawing(room))
    room.get_by_role("button", name="Save the figure").press("Enter")
    expect(room.get_by_text("The figure is saved.")).to_be_visible()
    assert lines_of(drawing(room)) == after
    assert own_site.get("/stretches/standing-quad-stretch/").body == public

    room.get_by_role("link", name="Edit", exact=True).click()
    publish(room, "Chin on the chest.")
    figure = re.search(rb'<svg class="figure".*?</svg>', own_site.get("/stretches/standing-quad-stretch/").body)
    assert figure is not None
    assert figure.group() not in public


def test_impossible_angle_is_told_at_once_and_beside_its_field(room: Page) -> None:
    number = room.locator('[name="poses.0.left_leg.knee"]')
    number.fill("170")

    message = "Left leg, knee: bend: 170° is more than a body can do (0° to 160°)."
    expect(room.locator('[data-error="poses.0.left_leg.knee"]')).to_have_text(message)
    expect(room.get_by_role("status")).to_contain_text(message)
    room.get_by_role("button", name="Save the figure").click()
    expect(number).to_have_value("170")
    expect(number).to_have_attribute("aria-invalid", "true")


def test_pose_is_taken_over_from_another_move(room: Page) -> None:
    room.get_by_label("Start from an existing pose").first.select_option("Plank: hold")
    room.get_by_role("button", name=re.compile("^Start Pose 1")).click()

    expect(room.get_by_label("Posture").first).to_have_value("plank")


def test_editor_works_without_scripts(own_site: Server, browser: Browser, faults: Faults) -> None:
    room = enter(own_site, browser, faults)
    open_editor(room)
    plain = browser.new_context(
        base_url=own_site.url, java_script_enabled=False, storage_state=room.context.storage_state()
    )
    faults.watch(plain)
    page = plain.new_page()
    page.goto(room.url)
    before = page.locator('[data-drawing="poses.0"]').inner_html()

    page.locator('[name="poses.0.neck.nod"]').fill("50")
    page.get_by_role("button", name="Draw").click()

    expect(page.locator('[name="poses.0.neck.nod"]')).to_have_value("50")
    assert page.locator('[data-drawing="poses.0"]').inner_html() != before
    expect(page.get_by_role("slider")).to_have_count(0)


def test_axe_finds_nothing_on_a_narrow_screen(room: Page, faults: Faults) -> None:
    faults.allow("Applying inline style")  # axe's own
    room.set_viewport_size({"width": 360, "height": 800})

    assert axe_findings(room, WCAG) == []
