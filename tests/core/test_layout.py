"""The frame of every page."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from apps.core.templatetags.layout import address

FOOTER = ["/about/", "/privacy/", "/accessibility/", "/contact/", "/offline/", "/settings/", "/accounts/login/"]


def frame(path: str = "/nowhere/", template: str = "errors/404.html") -> Any:
    html = render_to_string(template, request=RequestFactory().get(path))
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def marked(page: Any) -> dict[str, str]:
    return {link.get("href"): link.get("aria-current") for link in page.iter("a") if link.get("aria-current")}


def test_first_link_skips_to_the_main_content() -> None:
    page = frame()

    assert next(page.iter("a")).get("href") == "#main"
    assert page.find(".//main").get("id") == "main"


def test_danger_signs_are_one_tap_away_in_the_header() -> None:
    assert "/safety/" in [link.get("href") for link in frame().find(".//header").iter("a")]


def test_footer_has_the_same_links_in_the_same_order() -> None:
    assert [link.get("href") for link in frame().find(".//footer").iter("a")] == FOOTER


def test_navigations_have_names_of_their_own() -> None:
    names = [nav.get("aria-label") for nav in frame().iter("nav")]

    assert len(set(names)) == len(names)
    assert all(names)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", {"/": "page"}),
        ("/stretches/", {"/stretches/": "page"}),
        ("/stretches/lunge-stretch/", {"/stretches/": "true"}),
        ("/about/", {}),
        ("/drive/trip/", {"/sitting/": "true"}),
        ("/faq/", {"/guides/": "true"}),
        ("/muscles/psoas/", {"/stretches/": "true"}),
        ("/plans/", {"/routines/": "true"}),
    ],
)
def test_navigation_marks_where_the_reader_is(path: str, expected: dict[str, str]) -> None:
    assert marked(frame(path)) == expected


def test_frame_reads_neither_session_nor_user() -> None:
    request = RequestFactory().get("/")  # has neither; a template that asked for them would find nothing

    with_nobody = render_to_string("errors/404.html", request=request)
    request.user = object()  # type: ignore[assignment]
    request.COOKIES["session"] = "x"
    assert render_to_string("errors/404.html", request=request) == with_nobody
    assert "csrf" not in with_nobody


@pytest.mark.parametrize("name", ["400", "403", "404", "500", "csrf"])
def test_error_page_is_valid_and_leads_on(name: str) -> None:
    page = frame(template=f"errors/{name}.html")

    assert [heading.text for heading in page.iter("h1")] == [page.find(".//title").text.removesuffix(" · hipcare")]
    assert "/stretches/" in [link.get("href") for link in page.find(".//main").iter("a")]


def test_withdrawn_page_gives_the_reason_escaped() -> None:
    html = render_to_string("publishing/withdrawn.html", {"entry": {"note": "Hurt <knees>.", "slug": "x"}})

    assert "<p>Hurt &lt;knees&gt;.</p>" in html


def test_withdrawn_page_without_a_reason_has_no_empty_heading() -> None:
    assert "Why" not in render_to_string("publishing/withdrawn.html", {"entry": {"note": "", "slug": "x"}})


def test_address_has_a_prefix_in_a_second_language_only() -> None:
    with translation.override("en"):
        assert address("/safety/") == "/safety/"
    with translation.override("es"):
        assert address("/safety/") == "/es/safety/"


def test_navigation_marks_the_reader_in_a_second_language() -> None:
    with translation.override("es"):
        context = Context({"request": RequestFactory().get("/es/stretches/lunge/")})
        item = Template('{% load layout %}{% nav_item "/stretches/" "Stretches" "stretches" %}').render(context)

    assert 'href="/es/stretches/" aria-current="true"' in item
