"""A glossary word shows its meaning where it stands, and leads to the glossary where it cannot."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.walk import axe_findings


def word(page: Page, name: str) -> Locator:
    return page.locator("a.term", has_text=name).first


def test_meaning_is_shown_by_keyboard_and_focus_comes_back(page: Page) -> None:
    page.goto("/guides/driving/")
    word(page, "iliacus").focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name="Iliacus")

    expect(note.get_by_text("A fan of muscle on the inside of the pelvic bone.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(word(page, "iliacus")).to_be_focused()


def test_meaning_is_shown_without_a_network(page: Page, dead_site: str) -> None:
    page.goto(f"{dead_site}/faq/#where-are-psoas-and-iliacus")
    page.locator("#where-are-psoas-and-iliacus a.term").first.click()
    note = page.get_by_role("dialog")
    expect(note).to_be_visible()
    note.get_by_role("link", name="More in the glossary").click()

    expect(page.get_by_role("heading", name="Words explained")).to_be_visible()


def test_word_leads_to_the_glossary_without_scripts(browser: Browser, base_url: str) -> None:
    page = browser.new_page(base_url=base_url, java_script_enabled=False)
    page.goto("/guides/driving/")
    word(page, "psoas").click()

    assert page.url.endswith("/glossary/#psoas")
    page.close()


def test_axe_finds_nothing_in_the_note(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, bypass_csp=True, service_workers="block")
    page = context.new_page()
    page.goto("/guides/driving/")
    word(page, "psoas").click()
    expect(page.get_by_role("dialog")).to_be_visible()

    assert axe_findings(page) == []
    context.close()
