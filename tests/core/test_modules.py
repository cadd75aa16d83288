"""What a page's script brings with it is asked for at once."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.conf import settings
from django.template import engines

from apps.core.served import imported_by, path_of
from tests.browser.walk import sitemap
from tests.server import Server

BUDGET = 20_000
"""Bytes of script, compressed, that a page to read brings before anybody asks for more."""
TOOLS = ("/journal/", "/settings/")
"""Pages that bring the journal with them."""
SCRIPTS = Path(settings.BASE_DIR) / "static"
ENTRIES = sorted(
    {
        name
        for template in (Path(settings.BASE_DIR) / "templates").rglob("*.html")
        for name in re.findall(r"{% module '([^']+)' %}", template.read_text(encoding="utf-8"))
    }
)


def test_modules_of_modules_come_too_each_once() -> None:
    found = imported_by("/static/js/journal-pages/trends-page.js")

    assert {"/static/js/core/mount.js", "/static/js/journal/db.js", "/static/vendor/idb/idb.js"} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", ENTRIES)
def test_every_import_of_a_page_is_a_file(name: str) -> None:
    assert [url for url in imported_by(f"/static/{name}") if path_of(url) is None] == []


def test_what_is_imported_when_it_is_wanted_is_not_fetched_before() -> None:
    assert 'import("./journal/sync-status.js")' in (SCRIPTS / "js/main.js").read_text(encoding="utf-8")

    assert "/static/js/journal/sync-status.js" not in imported_by("/static/js/main.js")


def test_address_without_a_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        imported_by("/static/js/no-such-thing.js")


def test_tag_names_every_module_before_the_script() -> None:
    html = engines["django"].from_string("{% load modules %}{% module 'js/home.js' %}").render()

    links = re.findall(r'<link rel="modulepreload" fetchpriority="low" href="([^"]+)">', html)
    assert links == list(imported_by("/static/js/home.js"))
    assert re.search(r'<script type="module" fetchpriority="low" src="[^"]+home[^"]*\.js"></script>$', html)


def test_scripts_of_a_page_to_read_fit_their_budget(site: Server) -> None:
    sizes: dict[str, int] = {}
    over = {}
    for path in [*sitemap(site), "/routines/rest-stop-break/play/"]:
        urls = set(
            re.findall(r'(?:src|rel="modulepreload"[^>]* href)="(/static/[^"]+\.js)"', site.get(path).body.decode())
        )
        for url in urls - sizes.keys():
            sizes[url] = len(site.get(url, Accept_Encoding="br").body)
        total = sum(sizes[url] for url in urls)
        if total > BUDGET and not path.removeprefix("/es").startswith(TOOLS):
            over[path] = total

    assert over == {}


def test_page_names_every_file_that_its_scripts_import(site: Server) -> None:
    html = site.get("/journal/trends/").body.decode()
    scripts = re.findall(r'<script type="module"[^>]* src="([^"]+)"', html)
    named = set(re.findall(r'<link rel="modulepreload"[^>]* href="([^"]+)"', html))

    imports = re.compile(r'^import \{[^}]*\} from "([^"]+)";', re.MULTILINE)
    imported = {
        urljoin(url, path) for url in [*scripts, *named] for path in imports.findall(site.get(url).body.decode())
    }
    assert len(scripts) == 2
    assert imported == named
    assert 0 < len(named) <= 7
