"""The favourite button of a move's page."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect


def test_favourite_is_kept_by_keyboard_and_listed_in_my_routines(page: Page) -> None:
    page.goto("/stretches/bridge-pose/")
    button = page.get_by_role("button", name="My favourite")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    button.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")

    page.goto("/my/routines/")
    expect(page.locator('[data-part="favourite-list"]').get_by_role("link", name="Bridge")).to_be_visible()

    page.goto("/stretches/bridge-pose/")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.goto("/my/routines/")
    expect(page.get_by_text("Tick the moves that help you most.")).to_be_visible()
    expect(page.locator('[data-part="favourite-list"]').get_by_role("link")).to_have_count(0)


def test_favourites_of_another_tab_are_kept(page: Page) -> None:
    page.goto("/stretches/bridge-pose/")
    expect(page.get_by_role("button", name="My favourite")).to_be_visible()
    other = page.context.new_page()
    other.goto("/stretches/plank/")
    other.get_by_role("button", name="My favourite").click()
    expect(other.get_by_role("button", name="My favourite")).to_have_attribute("aria-pressed", "true")

    page.get_by_role("button", name="My favourite").click()
    expect(page.get_by_role("button", name="My favourite")).to_have_attribute("aria-pressed", "true")
    page.goto("/my/routines/")

    expect(page.locator('[data-part="favourite-list"]').get_by_role("link")).to_have_text(["Bridge", "Plank"])


def test_button_is_hidden_without_scripts(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/stretches/bridge-pose/")

    expect(page.get_by_text("My favourite")).to_be_hidden()
    context.close()
