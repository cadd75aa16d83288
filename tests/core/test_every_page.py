"""What holds for every public page, walked from the registry of pages, so that new pages are covered."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import html5lib
import pytest
from django.test import Client

from apps.core.registries import pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


class Outline(HTMLParser):
    """Collects headings, ids, titles, links and images of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.fragments: list[str] = []
        self.unlabelled_images = 0
        self.in_template = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.in_template += tag == "template"
        if self.in_template:
            return
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "a" and str(values.get("href", "")).startswith("#"):
            self.fragments.append(str(values["href"])[1:])
        if tag == "img" and "alt" not in values:
            self.unlabelled_images += 1

    def handle_endtag(self, tag: str) -> None:
        self.in_template -= tag == "template"


_rendered: dict[str, str] = {}


@pytest.fixture
def documents(client: Client) -> dict[str, str]:
    """Every HTML page by address, rendered once for all tests of this module: the content is the same."""
    if not _rendered:
        answers = {page.url: client.get(page.url) for page in pages if page.in_sitemap}
        _rendered.update(
            (url, answer.content.decode())
            for url, answer in answers.items()
            if answer["Content-Type"].startswith("text/html")
        )
    return _rendered


def test_every_page_is_answered(client: Client) -> None:
    assert [(page.url, status) for page in pages if (status := client.get(page.url).status_code) != 200] == []


def test_every_page_is_valid_html(documents: dict[str, str]) -> None:
    errors = {}
    for url, html in documents.items():
        parser = html5lib.HTMLParser()
        parser.parse(html)
        if parser.errors:
            errors[url] = [(position, code) for position, code, _data in parser.errors][:3]

    assert errors == {}


def test_every_page_has_one_h1_and_skips_no_level(documents: dict[str, str]) -> None:
    wrong = {}
    for url, html in documents.items():
        levels = Outline(html).headings
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if levels.count(1) != 1 or levels[0] != 1 or skips:
            wrong[url] = levels

    assert wrong == {}


def test_no_page_uses_an_id_twice(documents: dict[str, str]) -> None:
    twice = {url: [one for one, n in Counter(Outline(html).ids).items() if n > 1] for url, html in documents.items()}

    assert {url: ids for url, ids in twice.items() if ids} == {}


def test_links_within_a_page_lead_somewhere(documents: dict[str, str]) -> None:
    broken = {}
    for url, html in documents.items():
        outline = Outline(html)
        missing = set(outline.fragments) - set(outline.ids) - {""}
        if missing:
            broken[url] = missing

    assert broken == {}


def test_every_title_is_used_once(documents: dict[str, str]) -> None:
    titles = Counter(re.search(r"<title>(.*?)</title>", html, re.DOTALL).group(1) for html in documents.values())

    assert [title for title, number in titles.items() if number > 1] == []


def test_no_image_is_without_a_text(documents: dict[str, str]) -> None:
    assert [url for url, html in documents.items() if Outline(html).unlabelled_images] == []


def test_no_page_has_inline_script_or_style(documents: dict[str, str]) -> None:
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|<style|\sstyle=|\son[a-z]+=", re.IGNORECASE
    )

    assert [url for url, html in documents.items() if inline.search(html)] == []


def test_every_link_on_the_site_is_answered(client: Client, documents: dict[str, str]) -> None:
    links = {href.partition("#")[0] for html in documents.values() for href in re.findall(r'href="(/[^"]*)"', html)}
    pages_linked = {link for link in links if not link.startswith(("/static/", "/media/"))}
    broken = {link for link in pages_linked if client.get(link.replace("&amp;", "&")).status_code not in {200, 302}}

    assert broken == set()


def test_danger_signs_are_one_tap_away_on_every_page(documents: dict[str, str]) -> None:
    assert [url for url, html in documents.items() if 'href="/safety/"' not in html] == []


def test_page_is_the_same_for_everybody_and_sets_no_cookie(client: Client, admin_client: Client) -> None:
    differing = []
    for page in pages:
        stranger, editor = client.get(page.url), admin_client.get(page.url)
        same = stranger.content == editor.content and stranger["ETag"] == editor["ETag"]
        if not same or stranger.cookies or editor.cookies or "Cookie" in stranger.get("Vary", ""):
            differing.append(page.url)

    assert differing == []


def test_page_that_the_reader_has_is_answered_304_without_a_body(client: Client) -> None:
    wrong = []
    for page in pages:
        etag = client.get(page.url)["ETag"]
        answer = client.get(page.url, headers={"If-None-Match": etag})
        if (answer.status_code, answer.content) != (304, b""):
            wrong.append(page.url)

    assert wrong == []
