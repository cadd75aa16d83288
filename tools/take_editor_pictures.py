"""Take the pictures of docs/editing.md from a site made for it: a page is changed on the way.

Usage: python tools/take_editor_pictures.py http://127.0.0.1:8000 EMAIL OTHER_EMAIL PASSWORD [CHROMIUM]

The site runs with HIPCARE_STAFF_SECOND_FACTOR=0 and its first content; both editors may do everything, and have the
same password. The other one writes what the first reviews.
"""

from __future__ import annotations

import io
import json
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, ViewportSize, expect, sync_playwright

TARGET = Path(__file__).resolve().parent.parent / "docs" / "pictures"
COLOURS = 48
WIDTH, HEIGHT = 1100, 760
PATIENCE = 30_000
STRETCH, REVIEWED = "Couch stretch", "Figure-4 stretch"


def main(site: str, email: str, other: str, password: str, chromium: str | None = None) -> None:
    """Take them all."""
    TARGET.mkdir(exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        size: ViewportSize = {"width": WIDTH, "height": HEIGHT}
        page, author = (browser.new_context(base_url=site, viewport=size).new_page() for _person in range(2))
        sign_in(page, email, password)
        sign_in(author, other, password)
        for take in (the_list, wording, markdown, order, draft, comparison, two_versions, numbers, phrases, redirects):
            take(page)
        submission(author)
        for take in (review, publishing, first_page, preview, pose, history, withdrawal, upload, importing):
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
    page.wait_for_url("**/change/**")  # loaded, with its scripts


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
    page.reload(wait_until="load")
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


def content(page: Page) -> Locator:
    """Return the part of a page of the room that is beside the list of everything."""
    return page.locator("#content")


def submission(page: Page) -> None:
    """The other editor's part: change a page, and ask for its review."""
    open_one(page, "library/stretch", REVIEWED)
    page.get_by_label("Summary").fill("Lie on your back, one ankle on the other knee, and draw the legs towards you.")
    page.get_by_role("button", name="Save and submit for review…").click()
    page.get_by_label("For the reviewer").fill("The summary says now where to begin.")
    keep("submit", content(page), height=560)
    page.get_by_role("button", name="Submit for review").click()


def review(page: Page) -> None:
    open_one(page, "library/stretch", REVIEWED)
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_label("Approve: it can be published as it is").check()
    keep("review", content(page), height=1100)
    page.get_by_role("button", name="Send the decision").click()


def publishing(page: Page) -> None:
    page.get_by_role("link", name="Publish", exact=True).click()
    page.get_by_label("What changed").fill("It says where to begin.")
    page.get_by_label("Live from").fill(f"{datetime.now(UTC) + timedelta(days=3):%Y-%m-%dT06:00}")
    keep("publish", content(page), height=720)
    page.get_by_role("button", name="Publish").click()
    keep("scheduled", page.locator(".state"))


def first_page(page: Page) -> None:
    page.goto("/admin/")
    keep("first-page", page.locator(".desk"), height=640)


def preview(page: Page) -> None:
    open_one(page, "library/stretch", REVIEWED)
    page.get_by_role("link", name="Preview", exact=True).click()
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    keep("preview", content(page), height=900)


def pose(page: Page) -> None:
    open_one(page, "library/stretch", REVIEWED)
    page.get_by_role("link", name="Edit the figure").click()
    expect(page.get_by_role("slider").first).to_be_visible()
    keep("pose", content(page), height=1000)


def history(page: Page) -> None:
    open_one(page, "library/stretch", REVIEWED)
    page.get_by_role("link", name="History and restore").click()
    keep("history", content(page), height=760)
    page.get_by_role("link", name="Restore 1").click()
    keep("restore", content(page), height=620)


def withdrawal(page: Page) -> None:
    open_one(page, "library/stretch", STRETCH)
    page.get_by_role("link", name="Withdraw", exact=True).click()
    page.get_by_label("Reason").fill("The way into it is told wrongly; a better version follows.")
    keep("withdraw", content(page), height=760)


def upload(page: Page) -> None:
    page.goto("/admin/publishing/picture/add/")
    file = {"name": "towel.png", "mimeType": "image/png", "buffer": towel()}
    page.get_by_label("Picture:").set_input_files(files=[file])  # type: ignore[list-item]
    page.get_by_label("Name:").fill("rolled-towel")
    page.get_by_label("Alternative text:").fill("A rolled towel on the floor")
    keep("upload", content(page), height=620)
    page.get_by_role("button", name="Save", exact=True).click()
    keep("picture", content(page), height=720)


def towel() -> bytes:
    """Return a drawing of a rolled towel."""
    picture = Image.new("RGB", (800, 400), "#e8efe9")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 300, 800, 400), fill="#c9b79c")
    pen.rounded_rectangle((150, 170, 650, 310), radius=70, fill="#5b8f86")
    for size in (62, 44, 26):
        pen.ellipse((580 - size, 240 - size, 580 + size, 240 + size), outline="#2f5a53", width=8)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def importing(page: Page) -> None:
    whole = json.loads(page.request.get("/admin/library/equipment/export/").text())
    whole["rows"] = whole["rows"][:4]
    whole["rows"][0]["values"]["summary"] = "One plain sentence, written in a file."
    whole["rows"][2]["values"]["review_due"] = "soon"
    page.goto("/admin/library/equipment/import/")
    file = {"name": "equipment.json", "mimeType": "application/json", "buffer": json.dumps(whole).encode()}
    page.locator("[type=file]").set_input_files(files=[file])  # type: ignore[list-item]
    page.get_by_role("button", name="Show what it would do").click()
    keep("import", content(page), height=620)


if __name__ == "__main__":
    main(*sys.argv[1:])
