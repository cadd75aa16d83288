"""The pack as the server lists it: complete, the same for everybody, and true to the bytes that are served."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from apps.core.registries import Page, pages
from apps.offline import pack as pack_module
from apps.offline.assets import linked_from, with_all_links
from apps.offline.pack import make_pack
from hipcare.urls import urlpatterns as all_urls
from tests.offline.helpers import publish_stretch, read_pack, revisions, withdraw_stretch
from tests.server import Server

PRIVATE = ("/accounts/", "/admin/", "/api/", "/preview/", "/contact/write/")
SLUG = "figure-4-stretch"


def cookie_page(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("with a cookie")
    response.set_cookie("seen", "1")
    return response


def missing_page(request: HttpRequest) -> HttpResponse:
    raise Http404


def broken_page(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


def good_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("good", content_type="text/plain")


urlpatterns = [
    *all_urls,
    path("test/cookie/", cookie_page),
    path("test/missing/", missing_page),
    path("test/broken/", broken_page),
    path("test/good/", good_page),
]


@pytest.fixture
def only_these_pages(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that puts its pages in the place of all registered ones."""

    def use(*those: Page) -> None:
        monkeypatch.setattr(pages, "_providers", [lambda: iter(those)])

    return use


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    """Forget packs: a database that is rolled back may repeat a content version."""
    pack_module._shelf.clear()
    yield
    pack_module._shelf.clear()


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("bad", ["/test/cookie/", "/test/missing/", "/test/broken/", "/no/such/address/"])
def test_page_that_not_everybody_can_have_is_left_out(
    db: None, only_these_pages: Callable[..., None], bad: str
) -> None:
    only_these_pages(Page("/test/good/"), Page(bad))

    assert [entry["url"] for entry in make_pack().pages] == ["/test/good/"]


@pytest.mark.urls(__name__)
def test_entry_says_what_the_worker_needs(db: None, only_these_pages: Callable[..., None]) -> None:
    only_these_pages(Page("/test/good/", must=True, queries=("place", "q")))

    [entry] = make_pack().pages

    assert entry == {
        "url": "/test/good/",
        "revision": hashlib.sha256(b"good").hexdigest()[:20],
        "bytes": 4,
        "must": True,
        "queries": ["place", "q"],
    }


@pytest.mark.urls(__name__)
def test_what_must_be_there_comes_first_and_once(db: None, only_these_pages: Callable[..., None]) -> None:
    only_these_pages(Page("/test/good/"), Page("/offline/", must=True), Page("/test/good/"))

    assert [entry["url"] for entry in make_pack().pages] == ["/offline/", "/test/good/"]


@pytest.mark.urls(__name__)
def test_page_for_the_network_only_is_not_packed(db: None, only_these_pages: Callable[..., None]) -> None:
    only_these_pages(Page("/test/good/", in_pack=False))

    assert make_pack().pages == []


def test_links_of_a_page_are_found() -> None:
    html = (
        '<link href="/static/a.css"><img srcset="/static/b-1x.png 1x, /static/b-2x.png 2x"><use href="/static/s.svg#x">'
    )

    assert linked_from(html) == {"/static/a.css", "/static/b-1x.png", "/static/b-2x.png", "/static/s.svg"}


def test_assets_bring_what_they_link_to() -> None:
    found = with_all_links(["/static/css/tokens.css", "/static/js/main.js", "/static/none.css"])

    assert "/static/fonts/atkinson-hyperlegible-next.woff2" in found
    assert "/static/js/core/mount.js" in found
    assert "/static/none.css" not in found


def test_pack_is_answered_once_for_each_content(client: Client, db: None) -> None:
    first = client.get("/offline/pack.json")
    again = client.get("/offline/pack.json", headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert first["Content-Type"] == "application/json"


def test_packed_bytes_are_those_served_to_a_stranger(site: Server) -> None:
    differ = []
    for url, revision in revisions(read_pack(site)).items():
        answer = site.get(url)
        if answer.status != 200 or hashlib.sha256(answer.body).hexdigest()[:20] != revision:
            differ.append((url, answer.status))

    assert differ == []


def test_packed_address_sets_no_cookie_and_does_not_vary_by_it(site: Server) -> None:
    wrong = []
    for entry in read_pack(site)["pages"]:
        headers = site.get(entry["url"], Cookie="session=somebody; csrf=something").headers
        if headers["Set-Cookie"] or "Cookie" in (headers["Vary"] or ""):
            wrong.append(entry["url"])

    assert wrong == []


def test_two_servers_make_the_same_pack(site: Server, make_site: Callable[..., Server]) -> None:
    secret = "another secret key, long enough for Django"
    other = make_site(settings={"HIPCARE_SECRET_KEY": secret, "HIPCARE_PUBLIC_URL": site.url})

    assert read_pack(other) == read_pack(site)


def test_pack_names_no_private_page(site: Server) -> None:
    assert [url for url in revisions(read_pack(site)) if url.startswith(PRIVATE)] == []


def test_every_document_and_list_is_packed(site: Server) -> None:
    packed = {entry["url"] for entry in read_pack(site)["pages"]}

    assert len([url for url in packed if url.startswith("/stretches/") and url.count("/") == 3]) >= 50
    assert len([url for url in packed if url.startswith("/routines/") and url.count("/") == 3]) >= 28
    assert packed >= {"/", "/offline/", "/safety/", "/stretches/", "/routines/", "/plans/", "/manifest.json"}


def test_publishing_changes_the_page_and_its_lists_only(own_site: Server) -> None:
    before = revisions(read_pack(own_site))

    publish_stretch(own_site, SLUG, "Sit, cross one ankle over the other knee, and lean in a little.")

    after = revisions(read_pack(own_site))
    changed = {url for url in after if after[url] != before.get(url)}
    # its page, the lists, the search, and every page that shows its card
    assert sorted(changed) == [
        "/changes/", "/guides/how-sitting-hurts/", "/guides/piriformis/", "/guides/rest-ice-and-moving/",
        "/guides/sciatica-or-back-pain/", "/guides/understanding-sciatica/", "/guides/ways-to-sit/",
        "/muscles/deep-hip-rotators/", "/muscles/glutes/", "/muscles/piriformis/", "/offline/data/search.json",
        "/routines/buttock-release/", "/routines/cycling-cool-down/", "/routines/sciatica-pair/",
        "/sitting/cross-legged/", "/sitting/leg-over-knee/", "/sitting/seat-cushion/", "/stretches/",
        f"/stretches/{SLUG}/",
    ]  # fmt: skip


def test_withdrawn_page_leaves_the_pack_and_is_named(own_site: Server) -> None:
    withdraw_stretch(own_site, SLUG)

    pack = read_pack(own_site)

    assert pack["withdrawn"] == [f"/stretches/{SLUG}/"]
    assert f"/stretches/{SLUG}/" not in revisions(pack)


def test_version_tells_every_change(own_site: Server) -> None:
    before: dict[str, Any] = read_pack(own_site)

    publish_stretch(own_site, SLUG, "Sit, cross one ankle over the other knee, and lean in a little.")

    after = read_pack(own_site)
    assert (after["version"] != before["version"], after["release"]) == (True, before["release"])
