"""The questions are narrowed down as one types; without scripts the form asks the search."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.walk import axe_findings

FIELD = "What are you looking for?"


@pytest.fixture
def faq(page: Page) -> Page:
    page.goto("/faq/")
    page.get_by_text("As you type, only the questions that fit stay.").wait_for()
    return page


@pytest.fixture
def plain(browser: Browser, base_url: str) -> Iterator[Page]:
    """Return a page without scripts."""
    page = browser.new_page(base_url=base_url, java_script_enabled=False)
    yield page
    page.close()


def questions(page: Page) -> Locator:
    """Return the questions that show."""
    return page.locator("details[id]:not([hidden]) > summary")


def test_only_questions_with_every_word_stay_and_their_number_is_told(faq: Page) -> None:
    faq.get_by_label(FIELD).press_sequentially("Promo CODE")

    expect(questions(faq)).to_have_count(1)
    expect(faq.get_by_role("status").filter(has_text="question")).to_have_text("1 question fits")
    expect(faq.locator("section[data-topic]:visible")).to_have_count(1)
    expect(faq.get_by_role("navigation", name="Topics")).to_be_hidden()


def test_all_questions_come_back_when_the_field_is_emptied(faq: Page) -> None:
    every = questions(faq).count()
    field = faq.get_by_label(FIELD)
    field.fill("bursitis")
    expect(questions(faq)).not_to_have_count(every)
    field.fill("")

    expect(questions(faq)).to_have_count(every)
    expect(faq.get_by_role("navigation", name="Topics")).to_be_visible()


def test_words_that_no_question_has_lead_to_the_whole_search(faq: Page) -> None:
    faq.get_by_label(FIELD).fill("xylophone & quartz")
    expect(faq.get_by_role("status").filter(has_text="question")).to_have_text("0 questions fit")
    faq.get_by_role("link", name="Search all pages for: xylophone & quartz").click()

    expect(faq.get_by_role("searchbox")).to_have_value("xylophone & quartz")


def test_narrowed_page_has_no_accessibility_faults(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, bypass_csp=True, service_workers="block")
    page = context.new_page()
    page.goto("/faq/")
    page.get_by_label(FIELD).fill("xylophone")
    page.get_by_role("link", name="Search all pages for: xylophone").wait_for()

    assert axe_findings(page) == []
    context.close()


def test_without_scripts_the_form_searches_all_pages(plain: Page) -> None:
    plain.goto("/faq/")
    expect(plain.get_by_text("As you type, only the questions that fit stay.")).to_be_hidden()
    plain.get_by_label(FIELD).fill("driving")
    plain.get_by_role("button", name="Search").click()

    expect(plain.get_by_role("heading", name="Best answers")).to_be_visible()
