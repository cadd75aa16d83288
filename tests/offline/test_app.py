"""Worker script and manifest as browsers ask for them."""

from __future__ import annotations

import json

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image
from pytest_django import Settings

from tests.server import Server


def test_worker_is_javascript_that_no_cache_keeps(client: Client, db: None) -> None:
    response = client.get("/serviceworker.js")

    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in response


def test_worker_is_not_sent_twice(client: Client, db: None) -> None:
    etag = client.get("/serviceworker.js")["ETag"]

    response = client.get("/serviceworker.js", headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")


def test_worker_takes_no_post(client: Client, db: None) -> None:
    assert client.post("/serviceworker.js").status_code == 405


def test_worker_is_the_same_at_every_start(site: Server) -> None:
    assert {site.get("/serviceworker.js").body for _time in range(6)} == {site.get("/serviceworker.js").body}


def test_worker_may_connect_to_its_own_site_only(client: Client, db: None) -> None:
    policy = client.get("/serviceworker.js")["Content-Security-Policy"]

    assert "connect-src 'self'" in policy.split("; ")


@pytest.mark.parametrize("word", ["http://", "https://", "importScripts", "{% "])
def test_worker_text_stands_alone(client: Client, db: None, word: str) -> None:
    assert word not in client.get("/serviceworker.js").content.decode()


def test_kill_switch_is_served_when_set(client: Client, db: None, settings: Settings) -> None:
    usual = client.get("/serviceworker.js")

    settings.HIPCARE_KILL_WORKER = True
    killing = client.get("/serviceworker.js", headers={"If-None-Match": usual["ETag"]})

    assert (killing.status_code, killing["Cache-Control"]) == (200, "no-cache")
    assert b"registration.unregister()" in killing.content
    assert b"registration.unregister()" not in usual.content


def test_manifest_says_what_an_app_needs(client: Client, db: None) -> None:
    response = client.get("/manifest.json")
    manifest = json.loads(response.content)

    assert response["Content-Type"] == "application/manifest+json"
    expected = {
        "id": "/", "name": "hipcare", "lang": "en", "dir": "ltr", "scope": "/",
        "start_url": "/?source=pwa", "display": "standalone",
    }  # fmt: skip
    assert {key: manifest[key] for key in expected} == expected
    assert "orientation" not in manifest


def test_manifest_parts_plain_and_maskable_icons(client: Client, db: None) -> None:
    icons = json.loads(client.get("/manifest.json").content)["icons"]

    assert sorted((icon["purpose"], icon["sizes"]) for icon in icons) == [
        ("any", "192x192"), ("any", "512x512"), ("maskable", "192x192"), ("maskable", "512x512"),
    ]  # fmt: skip
    assert all(finders.find(icon["src"].removeprefix("/static/")) for icon in icons)


def test_manifest_stays_on_this_site(client: Client, db: None) -> None:
    manifest = json.loads(client.get("/manifest.json").content)
    addresses = [manifest["start_url"], *(shortcut["url"] for shortcut in manifest["shortcuts"])]

    assert [address for address in addresses if not address.startswith("/") or address.startswith("//")] == []


def test_manifest_offers_rest_stop_timer_journal_and_danger_signs(client: Client, db: None) -> None:
    shortcuts = json.loads(client.get("/manifest.json").content)["shortcuts"]

    assert [(shortcut["name"], shortcut["url"]) for shortcut in shortcuts] == [
        ("Rest stop, standing", "/stretches/?place=rest-stop&position=standing&equipment=none"),
        ("Break timer", "/sitting/timer/"),
        ("Journal", "/journal/"),
        ("Danger signs", "/safety/"),
    ]


def test_manifest_shows_the_app_on_phone_and_laptop_in_true_sizes(client: Client, db: None) -> None:
    screenshots = json.loads(client.get("/manifest.json").content)["screenshots"]

    assert [shot["form_factor"] for shot in screenshots] == ["narrow", "narrow", "wide"]
    for shot in screenshots:
        with Image.open(str(finders.find(shot["src"].removeprefix("/static/")))) as picture:
            assert (f"{picture.width}x{picture.height}", picture.format) == (shot["sizes"], "PNG")


def test_shortcuts_lead_to_pages(site: Server) -> None:
    manifest = json.loads(site.get("/manifest.json").body)

    answers = {shortcut["url"]: site.get(shortcut["url"]).status for shortcut in manifest["shortcuts"]}

    assert set(answers.values()) == {200}
    assert "/stretches/?place=rest-stop&position=standing&equipment=none" in answers


def test_manifest_icons_are_served_by_hashed_names(site: Server) -> None:
    for icon in json.loads(site.get("/manifest.json").body)["icons"]:
        answer = site.get(icon["src"])
        assert (answer.status, answer.headers["Content-Type"]) == (200, "image/png")
        assert "immutable" in answer.headers["Cache-Control"]
