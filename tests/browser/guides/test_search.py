"""Searching on the phone: the same answers as the server's, without a network too, and without scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.served_modules import place_of
from tests.server import Server

QUESTIONS = json.loads((Path(__file__).parents[2] / "vectors" / "search.json").read_text(encoding="utf-8"))
_ASK = """async ([[file, name], questions]) => {
  const { makeIndex, readLanguage, search } = (await import(file))[name];
  const data = await (await fetch("/offline/data/search.json")).json();
  const language = readLanguage(data.language);
  const indexed = makeIndex(data.entries, language);
  return questions.map((question) => search(indexed, question, language, data.kinds).slice(0, 3).map(({ url }) => url));
}"""


def shown(page: Page) -> list[str]:
    """Return where the first three answers lead."""
    links = page.locator("[data-results] a")
    return [str(links.nth(at).get_attribute("href")) for at in range(3)]


@pytest.fixture
def plain(browser: Browser, base_url: str) -> Iterator[Page]:
    """Return a page without scripts."""
    page = browser.new_page(base_url=base_url, java_script_enabled=False)
    yield page
    page.close()


def missed(page: Page, site: Server) -> list[tuple[str, list[str]]]:
    """Return the questions whose first three answers hold no right page."""
    questions = [case["question"] for case in QUESTIONS]
    answers = page.evaluate(_ASK, [place_of(site, "js/guides/search-rules.js"), questions])
    pairs = zip(QUESTIONS, answers, strict=True)
    return [(case["question"], first) for case, first in pairs if not set(first) & set(case["expected"])]


def test_phone_finds_a_right_page_among_the_first_three(page: Page, site: Server) -> None:
    page.goto("/search/")

    assert missed(page, site) == []


def test_typing_finds_without_a_network(page: Page, dead_site: str) -> None:
    page.goto(f"{dead_site}/search/")
    page.get_by_label("What are you looking for?").press_sequentially("sciatca left leg")

    expect(page.get_by_role("heading", name="Best answers")).to_be_visible()
    assert shown(page)[0] == "/guides/understanding-sciatica/"


def test_phone_finds_the_same_without_a_network(page: Page, site: Server, dead_site: str) -> None:
    page.goto(f"{dead_site}/search/?q=cant+sit")
    expect(page.get_by_role("heading", name="Best answers")).to_be_visible()

    assert len(QUESTIONS) >= 30
    assert missed(page, site) == []


def test_question_in_the_address_is_answered_without_a_network(page: Page, dead_site: str) -> None:
    page.goto(f"{dead_site}/search/?q=pain+in+bum+when+driving")

    expect(page.get_by_role("heading", name="Best answers")).to_be_visible()
    assert "/guides/driving/" in shown(page)


def test_form_answers_without_scripts_as_the_phone_does(plain: Page, page: Page) -> None:
    plain.goto("/search/")
    plain.get_by_label("What are you looking for?").fill("cant sit")
    plain.get_by_role("button", name="Search").click()
    page.goto("/search/?q=cant+sit")
    expect(page.get_by_role("status").first).to_contain_text("best answers first")

    assert shown(plain) == shown(page)


def test_nothing_found_offers_a_way_on(page: Page) -> None:
    page.goto("/search/?q=xylophone+quartz")

    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()
    expect(page.get_by_role("link", name="All guides")).to_be_visible()
