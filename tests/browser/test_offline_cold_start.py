"""After one visit, everything opens without a server, cold starts included."""

from __future__ import annotations

from html import unescape
from re import DOTALL, search

import pytest
from playwright.sync_api import Page, expect

from tests.browser.offline import heading, stored
from tests.browser.phone import Phone
from tests.browser.watch import Faults, wait_for_pack
from tests.offline.helpers import read_pack
from tests.server import Server

pytestmark = pytest.mark.worker

MISSING = "This page is not on this phone"


def titles(server: Server) -> dict[str, str]:
    """Return the title that the server gives each HTML page of the pack."""
    found = {}
    for entry in read_pack(server)["pages"]:
        match = search(r"<title>(.*?)</title>", server.get(entry["url"]).body.decode(), DOTALL)
        if match:
            found[entry["url"]] = unescape(match[1]).strip()
    return found


def test_every_page_opens_after_a_cold_start_without_server(own_site: Server, phone: Phone, faults: Faults) -> None:
    page = phone.open()
    page.goto(own_site.url)
    wait_for_pack(page)
    wanted = titles(own_site)
    faults.allow_dead_network()
    own_site.kill()

    page = phone.restart()

    opened = {}
    for path in wanted:
        answer = page.goto(own_site.url + path, wait_until="commit")
        assert answer
        opened[path] = page.title() if answer.status == 200 and answer.from_service_worker else ""
    assert opened == wanted


@pytest.mark.parametrize(
    "query",
    [
        "?place=rest-stop&position=standing&equipment=none",
        "?muscle=piriformis",
        "?kind=stretch&difficulty=1",
        "?q=hip+flexor",
        "?place=desk&place=home&q=%C3%BC",
        "?place=no-such-place",
    ],
)
def test_filters_open_without_network(page: Page, dead_site: str, faults: Faults, query: str) -> None:
    assert heading(page, f"{dead_site}/stretches/{query}") == "Stretches and exercises"
    assert page.url.endswith(query)


def test_home_opens_from_the_home_screen(page: Page, dead_site: str) -> None:
    assert heading(page, f"{dead_site}/?source=pwa") == heading(page, f"{dead_site}/")


def test_query_that_no_page_reads_is_no_packed_page(page: Page, dead_site: str) -> None:
    assert heading(page, f"{dead_site}/?place=rest-stop") == MISSING
    assert heading(page, f"{dead_site}/stretches/?page=2") == MISSING


def test_address_without_a_page_explains_itself(page: Page, dead_site: str) -> None:
    assert heading(page, f"{dead_site}/stretches/no-such-stretch/") == MISSING
    expect(page.get_by_role("link", name="Try again")).to_be_visible()
    expect(page).to_have_title(MISSING)


def test_nothing_private_is_stored_or_answered(page: Page, dead_site: str) -> None:
    kept = [url for urls in stored(page).values() for url in urls]

    assert [url for url in kept if url.startswith(("/accounts/", "/admin/", "/api/", "/preview/"))] == []
    for path in ("/accounts/login/", "/admin/", "/api/v1/session", "/preview/x/", "/contact/write/"):
        with pytest.raises(Exception, match="ERR_"):
            page.goto(dead_site + path)


def test_no_answer_in_the_caches_is_opaque(page: Page, dead_site: str) -> None:
    kinds = page.evaluate(
        """async () => {
          const kinds = new Set();
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const answer of await cache.matchAll()) kinds.add(`${answer.type} ${answer.status}`);
          }
          return [...kinds].sort();
        }"""
    )

    assert kinds == ["default 200"]


def test_offline_page_paints_from_the_pack(page: Page, dead_site: str) -> None:
    page.goto(f"{dead_site}/offline/")

    expect(page.get_by_text("Everything is here.")).to_be_visible()
    [version] = [name.removeprefix("hipcare-pack-") for name in stored(page) if name != "hipcare-meta"]
    expect(page.locator('[data-fact="version"]')).to_have_text(version)
    number = page.locator('[data-fact="listed"]').inner_text()
    expect(page.locator('[data-fact="pages"]')).to_have_text(number)
