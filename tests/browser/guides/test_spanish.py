"""Spanish addresses: the page says its language, leads to the other one, and is honest without a network."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_page_leads_from_one_language_to_the_other_and_back(page: Page) -> None:
    page.goto("/guides/")
    page.get_by_role("link", name="Español").click()
    page.wait_for_url("**/es/guides/")
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.locator('link[hreflang="en"]').get_attribute("href")

    page.get_by_role("link", name="English").click()
    page.wait_for_url(lambda url: url.endswith("/guides/") and "/es/" not in url)


def test_phone_without_network_says_that_it_has_the_english_page(page: Page, dead_site: str) -> None:
    page.goto(f"{dead_site}/es/guides/")
    offer = page.locator('[data-when="in-es"]')
    expect(offer).to_be_visible()
    assert offer.get_attribute("lang") == "es"
    offer.get_by_role("link").click()

    expect(page.get_by_role("heading", level=1, name="Guides")).to_be_visible()
    assert page.url == f"{dead_site}/guides/"


def test_english_page_that_is_missing_speaks_of_no_other_language(page: Page, dead_site: str) -> None:
    page.goto(f"{dead_site}/accounts-of-nobody/")

    expect(page.locator('[data-when="missing"]').first).to_be_visible()
    expect(page.locator('[data-when="in-es"]')).to_be_hidden()
