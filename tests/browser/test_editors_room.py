"""An editor's whole task in a browser, under the enforced Content-Security-Policy; ends on a reader's page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.accounts.people import code_now
from tests.browser.editors import EMAIL, PASSWORD, enter, open_stretch, publish
from tests.browser.watch import Faults
from tests.server import Server


@pytest.fixture
def room(own_site: Server, browser: Browser, faults: Faults) -> Page:
    """A watched page in which an editor is signed in."""
    page = enter(own_site, browser, faults)
    page.goto("/admin/")
    return page


@pytest.fixture
def first_room(own_site: Server, browser: Browser, faults: Faults) -> Page:
    """A watched page in which an editor has signed in for the first time and set up an authenticator app."""
    own_site.run_python(
        f"from apps.accounts.services import make_editor; make_editor(email={EMAIL!r}, password={PASSWORD!r})"
    )
    context: BrowserContext = browser.new_context(
        base_url=own_site.url, viewport={"width": 1280, "height": 800}, service_workers="block"
    )
    faults.watch(context)
    page = context.new_page()
    page.goto("/admin/")
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("link", name="Set up an app").click()
    page.locator('[name="code"]').fill(code_now(page.locator(".long-code").inner_text()))
    page.get_by_role("button", name="Switch it on").click()
    expect(page.get_by_role("heading", name="Spare codes")).to_be_visible()
    page.goto("/admin/")
    return page


def test_life_of_a_stretch_from_first_sign_in_to_withdrawal(first_room: Page, own_site: Server) -> None:
    room = first_room
    open_stretch(room)
    first = room.get_by_label("Summary").input_value()
    room.get_by_label("Summary").fill("A summary written in the editors' room.")
    room.get_by_role("button", name="Save and preview").click()
    frame = room.frame_locator("iframe")
    expect(frame.get_by_text("A summary written in the editors' room.")).to_be_visible()
    assert "written in the editors" not in own_site.get("/stretches/couch-stretch/").body.decode()

    room.get_by_role("link", name="Edit", exact=True).click()
    publish(room, "A clearer summary.")
    assert "written in the editors" in own_site.get("/stretches/couch-stretch/").body.decode()

    room.get_by_role("link", name="History and restore").click()
    room.get_by_role("link", name="Restore 1").click()
    expect(room.locator("ins")).to_contain_text(first)
    room.get_by_label("straight to the readers").check()
    room.get_by_label("What changed").fill("The first summary again.")
    room.get_by_role("button", name="Restore").click()
    assert "written in the editors" not in own_site.get("/stretches/couch-stretch/").body.decode()

    room.get_by_role("link", name="Withdraw").click()
    expect(room.get_by_text(re.compile("^Routine: "))).not_to_have_count(0)
    room.get_by_label("Reason").fill("It was told wrongly.")
    room.get_by_role("button", name="Withdraw the page").click()
    gone = own_site.get("/stretches/couch-stretch/")
    assert (gone.status, "It was told wrongly." in gone.body.decode()) == (410, True)


@pytest.mark.parametrize(("width", "theme"), [("Phone", "dark"), ("Desktop", "light")])
def test_preview_is_drawn_in_the_size_and_colours_chosen(room: Page, width: str, theme: str) -> None:
    open_stretch(room)
    room.get_by_role("link", name="Preview", exact=True).click()
    room.get_by_role("link", name=f"{width}, {theme}").click()

    frame = room.frame_locator("iframe")

    expect(frame.locator("html")).to_have_attribute("data-theme", theme)
    expect(frame.get_by_role("heading", level=1)).to_have_text("Couch stretch")
    assert frame.locator("html").evaluate("() => innerWidth") == {"Phone": 360, "Desktop": 1280}[width]


def test_second_tab_of_the_same_editor_is_stopped_too(room: Page) -> None:
    open_stretch(room)
    other = room.context.new_page()
    other.goto(room.url)
    other.get_by_label("Summary").fill("Saved in the other tab.")
    other.get_by_role("button", name="Save", exact=True).click()
    room.get_by_label("Summary").fill("Typed in the first tab.")
    room.get_by_role("button", name="Save", exact=True).click()

    expect(room.get_by_role("row", name="Summary Saved in the other tab. Typed in the first tab.")).to_be_visible()
    expect(room.get_by_label("Summary")).to_have_value("Typed in the first tab.")


def test_muscle_is_found_by_typing(room: Page) -> None:
    open_stretch(room)
    room.locator(".field-muscles .select2-search__field").press_sequentially("glut")
    room.locator(".select2-results__option", has_text="Gluteus medius").click()

    expect(room.locator(".field-muscles .select2-selection__choice")).to_contain_text(
        ["Gluteus medius"], use_inner_text=True
    )
