"""Glossary words are explained where they are used."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from apps.guides.documents.reading import ConditionDocument, TermDocument
from apps.guides.explaining import explain
from apps.publishing.catalogue import catalogue

WORDS = {"psoas": "psoas", "it band": "it-band", "disc": "disc", "discs": "disc", "peace & love": "peace"}


def linked(html: str, explained: set[str] | None = None) -> list[tuple[str, str]]:
    """Return the slug and the text of each link that a text gets."""
    found = explain(html, WORDS, "/glossary/", set() if explained is None else explained)
    return re.findall(r'<a class="term" href="/glossary/#([^"]+)">([^<]+)</a>', found)


def test_first_use_is_linked_as_it_is_written() -> None:
    assert linked("<p>The Psoas. A psoas.</p><p>An IT band.</p>") == [("psoas", "Psoas"), ("it-band", "IT band")]


def test_forms_of_one_word_are_one_word() -> None:
    assert linked("<p>Discs and a disc.</p>") == [("disc", "Discs")]


def test_what_another_part_of_the_page_explained_stays_plain() -> None:
    explained = {"psoas"}

    assert linked("<p>psoas disc</p>", explained) == [("disc", "disc")]
    assert explained == {"psoas", "disc"}


@pytest.mark.parametrize("tag", ["a", "h3", "code", "table"])
def test_links_headings_and_code_stay_as_they_are(tag: str) -> None:
    assert linked(f"<{tag}>The <em>psoas</em></{tag}><p>psoas</p>") == [("psoas", "psoas")]


@pytest.mark.parametrize("text", ["discus", "disc-like", "indisc", "<img alt='disc'>"])
def test_parts_of_words_and_attributes_are_no_words(text: str) -> None:
    assert linked(f"<p>{text}</p>") == []


def test_escaped_text_stays_escaped() -> None:
    assert explain("<p>a &lt;b&gt; psoas</p>", WORDS, "/g/", set()) == (
        '<p>a &lt;b&gt; <a class="term" href="/g/#psoas">psoas</a></p>'
    )


def test_without_words_nothing_changes() -> None:
    assert explain("<p>psoas</p>", {}, "/glossary/", set()) == "<p>psoas</p>"


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_guide_explains_each_word_once_and_leads_to_its_entry(client: Client) -> None:
    slugs = re.findall(r'class="term" href="/glossary/#([^"]+)"', client.get("/guides/driving/").content.decode())
    entries = client.get("/glossary/").content.decode()

    assert "psoas" in slugs
    assert len(slugs) == len(set(slugs))
    assert [slug for slug in slugs if f'id="{slug}"' not in entries] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_each_answer_explains_its_own_words(client: Client) -> None:
    answers = client.get("/faq/").content.decode().split('<details class="disclosure" id="')
    found = [re.findall(r'class="term" href="/glossary/#([^"]+)"', answer) for answer in answers]

    assert len([slugs for slugs in found if "hip-flexors" in slugs]) > 1
    assert [slugs for slugs in found if len(slugs) != len(set(slugs))] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_everyday_words_are_left_alone(client: Client) -> None:
    everyday = {term.slug for term in catalogue("en").all(TermDocument) if not term.in_place}
    html = client.get("/guides/stretching-skills/").content.decode()

    assert everyday & set(re.findall(r'class="term" href="/glossary/#([^"]+)"', html)) == set()
    assert "hold" in everyday


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_danger_signs_are_not_held_up_by_explanations(client: Client) -> None:
    assert b'class="term"' not in client.get("/safety/").content


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_guide_to_other_conditions_shows_every_card(client: Client) -> None:
    html = client.get("/guides/other-conditions/").content.decode()
    slugs = sorted(condition.slug for condition in catalogue("en").all(ConditionDocument))

    assert sorted(re.findall(r'href="/conditions/#([^"]+)"', html)) == slugs
