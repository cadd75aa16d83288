"""Take the pictures of docs/editing.md from a site made for it: a page is changed on the way.

Usage: python tools/take_editor_pictures.py http://127.0.0.1:8000 EMAIL PASSWORD [CHROMIUM]

The site runs with HIPCARE_STAFF_SECOND_FACTOR=0 and its first content; the editor may do everything.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, ViewportSize, expect, sync_playwright

TARGET = Path(__file__).resolve().parent.parent / "docs" / "pictures"
COLOURS = 48
WIDTH, HEIGHT = 1100, 760
STRETCH = "Couch stretch"


def main(site: str, email: str, password: str, chromium: str | None = None) -> None:
    """Take them all."""
    TARGET.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        size: ViewportSize = {"width": WIDTH, "height": HEIGHT}
        page = browser.new_context(base_url=site, viewport=size, service_workers="block").new_page()
        sign_in(page, email, password)
        for take in (the_list, wording, markdown, order, draft, comparison, two_versions, numbers, phrases, redirects):
            take(page)
        browser.close()


def keep(name: str, place: Page | Locator, *, height: int = HEIGHT) -> None:
    """Write a picture with few colours, cut to a height."""
    if isinstance(place, Locator):
        place.scroll_into_view_if_needed()
    picture = Image.open(io.BytesIO(place.screenshot())).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(height, picture.height))).quantize(COLOURS)
    path = TARGET / f"{name}.png"
    picture.save(path, optimize=True)
    print(name, path.stat().st_size, "bytes")  # noqa: T201 (a command's answer)


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/admin/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("link", name="Stretches", exact=True)).to_be_visible()


def open_one(page: Page, kind: str, title: str = "") -> None:
    page.goto(f"/admin/{kind}/?q={title}")
    page.locator("#result_list tbody th a").first.click()


def the_list(page: Page) -> None:
    page.goto("/admin/library/stretch/")
    keep("list", page, height=520)


def wording(page: Page) -> None:
    open_one(page, "library/stretch", STRETCH)
    page.get_by_label("Summary").fill("This stretch will unlock your tight hips.")
    row = page.locator(".field-summary")
    expect(row).to_contain_text("unlock")
    keep("wording", row)


def markdown(page: Page) -> None:
    open_one(page, "library/muscle", "psoas")
    page.locator("#id_body").fill("A **strong** part of the iliopsoas group.\n\n- It bends the hip.\n")
    row = page.locator(".field-body")
    row.get_by_text("How it will look").click()
    expect(row.locator(".writing-page strong")).to_be_visible()
    keep("markdown", row)


def order(page: Page) -> None:
    open_one(page, "library/stretch", STRETCH)
    row = page.locator(".field-steps")
    row.locator(".arrange summary").click()
    keep("order", row)


def draft(page: Page) -> None:
    open_one(page, "library/stretch", STRETCH)
    page.get_by_label("Summary").fill("A sentence that was not saved.")
    page.wait_for_function("() => Object.values(localStorage).some((kept) => kept.includes('was not saved'))")
    page.reload()
    keep("draft", page.locator("[data-offer]"))
    page.get_by_role("button", name="Throw it away").click()


def comparison(page: Page) -> None:
    open_one(page, "library/stretch", STRETCH)
    page.get_by_label("Summary").fill("Kneel with one shin up a couch, and let the front of the hip open.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Compare", exact=True).click()
    keep("compare", page, height=560)


def two_versions(page: Page) -> None:
    open_one(page, "library/stretch", STRETCH)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Summary").fill("What the other editor has saved.")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_text(re.compile("was changed"))).to_be_visible()
    other.close()
    page.get_by_label("Summary").fill("What you have typed.")
    page.get_by_role("button", name="Save", exact=True).click()
    keep("two-versions", page.locator("#other-version"))


def numbers(page: Page) -> None:
    open_one(page, "guides/region")
    keep("numbers", page.locator("fieldset", has=page.locator(".field-emergency")))


def phrases(page: Page) -> None:
    page.goto("/admin/publishing/phrase/")
    keep("phrases", page, height=480)


def redirects(page: Page) -> None:
    page.goto("/admin/publishing/redirect/add/")
    keep("redirects", page.locator("fieldset").first)


if __name__ == "__main__":
    main(*sys.argv[1:])
