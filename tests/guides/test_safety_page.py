"""The page of the danger signs, as it is without JavaScript."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import html5lib
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.core.registries import Page, pages
from apps.guides.documents.safety import RegionDocument, SafetyDocument
from apps.guides.queries.safety import regions_in_order
from apps.publishing.catalogue import catalogue, clear_catalogues
from apps.publishing.content_files import CONTENT_ROOT, content_paths, read_document
from apps.publishing.services import publish, withdraw

pytestmark = pytest.mark.django_db


def safety(**changes: Any) -> SafetyDocument:
    path = CONTENT_ROOT / "en" / "safety" / "danger-signs.toml"
    return read_document(path, SafetyDocument).model_copy(update=changes)


def regions() -> list[RegionDocument]:
    return [read_document(path, RegionDocument) for path in content_paths("regions")]


@pytest.fixture(autouse=True)
def published() -> None:
    for document in [safety(), *regions()]:
        publish(document=document, note="First")


def article(client: Client) -> Any:
    html = client.get("/safety/").content.decode()
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return tree.find(".//article")


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def texts(element: Any, path: str) -> list[str]:
    return [words(found) for found in element.findall(path)]


def test_emergency_list_shows_every_sign_in_order(client: Client) -> None:
    listed = texts(article(client), ".//section[@id='emergency']//li")

    assert listed == [sign.text for sign in safety().emergency]


@pytest.mark.parametrize(("anchor", "part"), [("today", "urgent"), ("visit", "routine"), ("ask-first", "ask_first")])
def test_other_lists_show_every_sign_in_order(client: Client, anchor: str, part: str) -> None:
    listed = texts(article(client), f".//section[@id='{anchor}']//li")

    assert listed == [sign.text for sign in getattr(safety(), part)]


@pytest.mark.parametrize(("anchor", "part"), [("emergency", "emergency"), ("today", "urgent"), ("visit", "routine")])
def test_every_sign_that_leads_somewhere_can_be_ticked(client: Client, anchor: str, part: str) -> None:
    boxes = article(client).findall(f".//section[@id='{anchor}']//label/input[@type='checkbox']")

    assert len({box.get("id") for box in boxes}) == len(getattr(safety(), part))


def test_every_list_leads_to_a_screen_that_the_page_brings(client: Client) -> None:
    html = client.get("/safety/").content.decode()
    leads = [element.get("data-leads-to") for element in article(client).findall(".//*[@data-leads-to]")]

    assert leads == ["act", "today", "visit", "self-care"]
    assert re.findall(r'<template data-screen="([^"]+)">', html) == leads


def test_self_care_says_first_that_no_sign_is_no_proof(client: Client) -> None:
    section = article(client).find(".//section[@id='self-care']")

    assert words(section.find("p")) == safety().intro.self_care
    assert texts(section, ".//li") == list(safety().self_care)


def test_what_to_do_follows_the_order_of_the_document(client: Client) -> None:
    titles = texts(article(client), ".//section[@id='act']//ol/li//strong")

    assert titles == [step.title for step in safety().act]


def test_words_to_say_are_quoted(client: Client) -> None:
    assert texts(article(client), ".//section[@id='act']//blockquote") == [
        "“I am worried about cauda equina syndrome.”"
    ]


def test_every_number_of_every_region_can_be_called(client: Client) -> None:
    links = {link.get("href") for link in article(client).findall(".//section[@id='numbers']//a")}

    numbers = {number for region in regions() for number in (*region.emergency, region.advice) if number}
    assert links == {f"tel:{number.replace(' ', '')}" for number in numbers}


def test_ticks_cannot_be_sent(client: Client) -> None:
    root = article(client)

    assert root.find(".//form") is None
    assert [box for box in root.findall(".//input") if box.get("name") or box.get("autocomplete") != "off"] == []


def test_oldest_check_of_a_number_is_the_one_shown(client: Client) -> None:
    [first, *_others] = regions()
    publish(document=first.model_copy(update={"last_checked": date(2026, 3, 9)}), note="Older")

    assert "Numbers last checked on 9 March 2026." in words(article(client))


def test_somewhere_else_comes_last_among_regions() -> None:
    titles = [region.title for region in regions_in_order(catalogue("en"))]

    assert titles == [*sorted(set(titles) - {"Somewhere else"}), "Somewhere else"]


def test_page_says_that_no_clinician_has_reviewed_it(client: Client) -> None:
    assert "No clinician has reviewed this page yet." in words(article(client))


def test_page_is_listed_once_and_needed_in_the_pack() -> None:
    listed = [page for page in pages if page.url == "/safety/"]

    assert [(page.must, page.in_pack, page.in_sitemap) for page in listed] == [(True, True, True)]
    assert isinstance(listed[0], Page)


def test_page_keeps_its_address_when_the_slug_changes(client: Client) -> None:
    publish(document=safety(slug="warning-signs"), note="Renamed")

    assert client.get("/safety/").status_code == 200


def test_danger_signs_cannot_be_withdrawn(client: Client) -> None:
    publication = publish(document=safety(title="Signs of danger"), note="Renamed")

    with pytest.raises(ValidationError):
        withdraw(publication=publication, reason="By mistake")

    assert client.get("/safety/").status_code == 200


def test_page_takes_three_queries_when_nothing_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    clear_catalogues()

    with django_assert_num_queries(3):
        assert client.get("/safety/").status_code == 200
