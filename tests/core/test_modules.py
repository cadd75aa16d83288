"""What a page's script brings with it is asked for at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.test import Client

from apps.core.modules import imported_by

SCRIPTS = Path(settings.BASE_DIR) / "static"
ENTRIES = sorted(
    {
        name
        for template in (Path(settings.BASE_DIR) / "templates").rglob("*.html")
        for name in re.findall(r"{% module '([^']+)' %}", template.read_text(encoding="utf-8"))
    }
)


def test_modules_of_modules_come_too_each_once() -> None:
    found = imported_by("js/journal-pages/trends-page.js")

    assert {"js/core/mount.js", "js/journal/db.js", "vendor/idb/idb.js"} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", ENTRIES)
def test_every_import_of_a_page_is_a_file_beside_it(name: str) -> None:
    assert [other for other in imported_by(name) if not (SCRIPTS / other).is_file()] == []


def test_what_is_imported_when_it_is_wanted_is_not_fetched_before() -> None:
    assert 'import("./journal/sync-status.js")' in (SCRIPTS / "js/main.js").read_text(encoding="utf-8")

    assert "js/journal/sync-status.js" not in imported_by("js/main.js")


def test_name_without_a_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        imported_by("js/no-such-thing.js")


def test_tag_names_every_module_before_the_script() -> None:
    html = engines["django"].from_string("{% load modules %}{% module 'js/home.js' %}").render()

    links = re.findall(r'<link rel="modulepreload" fetchpriority="low" href="([^"]+)">', html)
    assert len(links) == len(imported_by("js/home.js"))
    assert re.search(r'<script type="module" fetchpriority="low" src="[^"]+home[^"]*\.js"></script>$', html)


@pytest.mark.django_db
def test_pages_have_no_script_that_does_not_name_its_modules(client: Client, content: None) -> None:
    html = client.get("/journal/trends/").content.decode()

    scripts = re.findall(r'<script type="module"', html)
    assert len(scripts) == 2
    assert html.count('rel="modulepreload"') == sum(
        len(imported_by(name)) for name in ("js/main.js", "js/journal-pages/trends-page.js")
    )
