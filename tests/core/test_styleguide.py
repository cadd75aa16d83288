"""The living style page."""

from __future__ import annotations

from itertools import pairwise

import html5lib
import pytest
from django.test import RequestFactory

from apps.core.models import User
from apps.core.views_styleguide import styleguide

ADDRESS = "/admin/styleguide/"


def page_for(user: User, query: str = "") -> str:
    request = RequestFactory().get(ADDRESS + query)
    request.user = user
    return styleguide(request).content.decode()


STAFF = User(email="editor@example.org", is_staff=True)


def test_reader_without_staff_rights_is_sent_to_sign_in() -> None:
    request = RequestFactory().get(ADDRESS)
    request.user = User(email="reader@example.org")

    response = styleguide(request)
    assert (response.status_code, response["Location"].split("?")[0]) == (302, "/accounts/login/")


def test_page_is_valid_html_with_unique_ids() -> None:
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page_for(STAFF))

    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)


def test_headings_skip_no_level() -> None:
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page_for(STAFF))

    levels = [int(element.tag[1]) for element in page.iter() if element.tag in {"h1", "h2", "h3", "h4"}]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("query", "theme"), [("?theme=dark", "dark"), ("?theme=light", "light"), ("", None)])
def test_theme_is_switched_by_link(query: str, theme: str | None) -> None:
    page = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page_for(STAFF, query))

    assert page.get("data-theme") == theme


def test_unknown_theme_is_ignored() -> None:
    assert "data-theme" not in page_for(STAFF, "?theme=%22%3E%3Cscript%3E")
