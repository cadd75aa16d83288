"""Redirects: old addresses lead on to pages of this site, in one step, and never hide a page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from apps.core.registries import pages
from apps.publishing.redirects import Redirect
from apps.publishing.services import document_of, publish
from tests.publishing.editors import live_muscle, make_editor, signed_in

pytestmark = pytest.mark.django_db

REDIRECTS = "/admin/publishing/redirect/"


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def add(editor: Client, old: str, new: str) -> dict[str, list[str]]:
    """Ask for a redirect; returns the messages by field, empty where it was added."""
    response = editor.post(f"{REDIRECTS}add/", {"old": old, "new": new})
    return dict(response.context["adminform"].form.errors) if response.context else {}


def test_old_address_leads_to_the_page_for_good(editor, client):
    live_muscle("psoas")

    assert add(editor, "/hip/psoas-muscle/", "/muscles/psoas/") == {}

    response = client.get("/hip/psoas-muscle/?from=paper")
    assert (response.status_code, response["Location"]) == (301, "/muscles/psoas/?from=paper")
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response.cookies == {}


@pytest.mark.parametrize("asked", ["/hip/psoas-muscle", "/hip/psoas-muscle/"])
def test_address_is_found_with_or_without_its_last_slash(client, asked):
    Redirect.objects.create(old="/hip/psoas-muscle/", new="/muscles/psoas/")

    assert client.get(asked)["Location"] == "/muscles/psoas/"


def test_part_of_a_page_can_be_led_to(editor, client):
    assert add(editor, "/words/", "/glossary/#psoas") == {}

    assert client.get("/words/?a=b")["Location"] == "/glossary/?a=b#psoas"


def test_only_reading_is_led_on(client):
    Redirect.objects.create(old="/old/", new="/about/")

    assert [client.head("/old/").status_code, client.post("/old/").status_code] == [301, 404]


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("https://example.org/old/", "Give an address of this site"),
        ("//example.org/old/", "Give an address of this site"),
        ("/\\example.org/", "Give an address of this site"),
        ("old", "Give an address of this site"),
        ("/old/?a=b", "Give an address of this site"),
        ("/old/#a", "Give an address of this site"),
        ("/old page/", "Give an address of this site"),
        ("/", "Give an address of this site"),
        ("/admin/old/", "This is no address of a page for readers."),
        ("/api/v1/old/", "This is no address of a page for readers."),
        ("/about/", "There is a page at this address, so nobody would be led on."),
        ("/" + "x" * 300 + "/", "Ensure this value has at most 200 characters (it has 302)."),
        ("", "This field is required."),
    ],
)
def test_wrong_old_address_is_refused(editor, old, message):
    errors = add(editor, old, "/privacy/")

    assert list(errors) == ["old"]
    assert errors["old"][0].startswith(message)


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("https://example.org/", "Give an address of this site"),
        ("//example.org/", "Give an address of this site"),
        ("javascript:alert(1)", "Give an address of this site"),
        ("/\\example.org/", "Give an address of this site"),
        ("/no-such-page/", "There is no page at this address."),
        ("/admin/", "There is no page at this address."),
        ("/old/", "This is the old address itself."),
    ],
)
def test_wrong_goal_is_refused(editor, new, message):
    errors = add(editor, "/old/", new)

    assert list(errors) == ["new"]
    assert errors["new"][0].startswith(message)


def test_redirect_to_a_redirect_is_refused(editor):
    Redirect.objects.create(old="/first/", new="/second/")

    assert add(editor, "/second/", "/about/") == {
        "old": ["Another redirect leads here. Change that one first, so that nobody is led on twice."]
    }


def test_old_address_of_another_redirect_is_refused(editor):
    add(editor, "/old/", "/about/")

    assert add(editor, "/old/", "/privacy/") == {"old": ["Redirect with this Old address already exists."]}


def test_page_that_comes_to_an_old_address_is_shown(client):
    Redirect.objects.create(old="/muscles/psoas/", new="/about/")
    live_muscle("psoas")

    assert client.get("/muscles/psoas/").status_code == 200


def test_redirect_is_neither_in_the_pack_nor_in_the_sitemap(client):
    Redirect.objects.create(old="/old/", new="/about/")

    assert "/old/" not in {page.url for page in pages}
    assert b"/old/" not in client.get("/offline/pack.json").content
    assert b"/old/" not in client.get("/sitemap.xml").content


def test_page_that_is_there_takes_no_query_more(client, django_assert_num_queries: DjangoAssertNumQueries):
    client.get("/about/")

    with django_assert_num_queries(1):
        client.get("/about/")


def test_list_names_addresses_that_lead_on_by_themselves(editor):
    muscle = live_muscle("psoas")
    muscle.slug = "the-psoas"
    muscle.save()
    publish(document=document_of(muscle), note="A clearer address.")

    found = editor.get(REDIRECTS).context["left_behind"]

    assert [(one.old, one.new, one.title) for one in found] == [("/muscles/psoas/", "/muscles/the-psoas/", "Psoas")]


def test_list_says_which_redirects_lead_nowhere(editor):
    Redirect.objects.create(old="/a/", new="/about/")
    Redirect.objects.create(old="/b/", new="/withdrawn-since/")

    text = editor.get(REDIRECTS).text

    assert (text.count('alt="True"'), text.count('alt="False"')) == (1, 1)


def test_queries_of_the_list_do_not_grow_with_its_rows(editor):
    def count(rows: int) -> int:
        Redirect.objects.bulk_create(Redirect(old=f"/{rows}-{row}/", new="/about/") for row in range(rows))
        editor.get(REDIRECTS)
        with CaptureQueriesContext(connection) as asked:
            editor.get(REDIRECTS)
        return len(asked)

    assert count(1) == count(20)
