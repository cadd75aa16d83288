"""The player's pages on the server: addresses, what they tell the script, and the pack."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from apps.core.registries import pages
from apps.library.documents import RoutineDocument, StretchDocument
from apps.library.player import move_data, plan_data
from apps.offline.pack import make_pack
from apps.publishing.catalogue import catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

STATIC = Path(settings.BASE_DIR) / "static"


def told(html: str, name: str) -> list[dict[str, Any]]:
    return [json.loads(unescape(value)) for value in re.findall(rf'data-{name}="([^"]*)"', html)]


def test_every_routine_and_move_has_the_player(client: Client) -> None:
    shelf = catalogue("en")
    addresses = [f"/routines/{one.slug}/play/" for one in shelf.all(RoutineDocument)]
    addresses += [f"/stretches/{one.slug}/play/" for one in shelf.all(StretchDocument)]

    assert {client.get(address).status_code for address in addresses} == {200}


@pytest.mark.parametrize("address", ["/routines/nope/play/", "/stretches/nope/play/", "/stretches/A/play/"])
def test_player_of_nothing_is_404(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/routines/rest-stop-break/play/", "/my/routines/", "/about-me/"])
def test_pages_are_the_same_for_everybody(client: Client, address: str) -> None:
    answer = client.get(address)

    assert not answer.cookies
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_page_of_a_move_tells_the_player_about_it(client: Client) -> None:
    move = catalogue("en").find(StretchDocument, "pigeon-pose")
    assert move

    (values,) = told(client.get("/stretches/pigeon-pose/").content.decode(), "move")

    assert values == json.loads(json.dumps(move_data(move)))


def test_page_of_a_routine_tells_the_player_its_plan_and_steps(client: Client) -> None:
    routine = catalogue("en").find(RoutineDocument, "starter-three")
    assert routine
    html = client.get("/routines/starter-three/").content.decode()

    assert told(html, "plan") == [json.loads(json.dumps(plan_data(routine)))]
    assert [step["type"] for step in told(html, "step")] == ["move", "choice", "move"]
    assert [step["stretch"] for step in told(html, "option")] == ["reclined-pigeon", "pigeon-pose"]


def test_phone_keeps_one_page_for_all_that_plays() -> None:
    (entry,) = [entry for entry in make_pack().pages if entry["url"] == "/my/routines/play/"]

    assert entry["also"] == ["/routines/*/play/", "/stretches/*/play/"]
    assert entry["queries"] == ["id", "minutes"]
    assert [page.url for page in pages if page.url.endswith("/play/")] == ["/my/routines/play/"]


@pytest.mark.parametrize("script", sorted((STATIC / "js/player").glob("*.js")), ids=lambda path: path.name)
def test_script_stays_small(script: Path) -> None:
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 150
