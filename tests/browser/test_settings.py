"""Choices that the device keeps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def settings_page(page: Page) -> Page:
    page.goto("/settings/")
    page.get_by_role("radio", name="As on my system").wait_for()
    return page


@pytest.mark.parametrize(("choice", "theme"), [("Light", "light"), ("Dark", "dark")])
def test_colours_change_at_once_and_on_every_page(settings_page: Page, choice: str, theme: str) -> None:
    settings_page.get_by_text(choice, exact=True).click()
    expect(settings_page.locator("html")).to_have_attribute("data-theme", theme)

    settings_page.goto("/about/")

    expect(settings_page.locator("html")).to_have_attribute("data-theme", theme)


def test_system_colours_forget_the_choice(settings_page: Page) -> None:
    settings_page.get_by_text("Dark", exact=True).click()
    settings_page.get_by_text("As on my system", exact=True).click()

    expect(settings_page.locator("html:not([data-theme])")).to_have_count(1)
    assert settings_page.evaluate("localStorage.getItem('hipcare:theme')") is None


def test_choices_are_shown_again(settings_page: Page) -> None:
    settings_page.get_by_text("Dark", exact=True).click()
    settings_page.get_by_label("Region").select_option("Ireland")
    settings_page.get_by_label("Units").select_option("imperial")

    settings_page.reload()

    expect(settings_page.get_by_role("radio", name="Dark")).to_be_checked()
    expect(settings_page.get_by_label("Region")).to_have_value("ie")
    expect(settings_page.get_by_label("Units")).to_have_value("imperial")


def test_kept_choice_is_said_aloud(settings_page: Page) -> None:
    settings_page.get_by_label("Region").select_option("Ireland")

    expect(settings_page.locator("#announce")).to_have_text("Kept on this phone.")


def test_without_storage_the_choice_holds_for_the_page_and_says_so(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };")
    page.goto("/settings/")
    page.get_by_text("Dark", exact=True).click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("p:visible", has_text="Used for this page only")).to_be_visible()
