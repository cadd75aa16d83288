"""What editors do reaches the phone: only what changed is fetched, and what was withdrawn goes at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.offline import ask_worker, heading, stored, wait_for_record
from tests.browser.watch import Faults, wait_for_pack
from tests.link import PASS, REFUSE, Link
from tests.offline.helpers import publish_stretch, read_pack, revisions, withdraw_stretch
from tests.server import wait_until

pytestmark = pytest.mark.worker

SLUG = "figure-4-stretch"
PATH = f"/stretches/{SLUG}/"
SUMMARY = "Sit, cross one ankle over the other knee, and lean in a little."


@pytest.fixture
def old_pack(page: Page, own_link: Link) -> dict[str, str]:
    """Bring the whole pack to the phone; return its revisions by address."""
    page.goto(own_link.url)
    wait_for_pack(page)
    return revisions(read_pack(own_link.server))


def test_publishing_one_stretch_fetches_what_changed_and_nothing_else(
    page: Page, own_link: Link, old_pack: dict[str, str]
) -> None:
    publish_stretch(own_link.server, SLUG, SUMMARY)
    new = read_pack(own_link.server)
    begun = len(own_link.asked)

    ask_worker(page, "check", asked=True)
    wait_for_record(page, "active", version=new["version"], complete=True)

    changed = {url for url, revision in revisions(new).items() if old_pack.get(url) != revision}
    fetched = own_link.addresses(begun)
    assert sorted(fetched) == sorted({*changed, "/offline/pack.json"})
    page.goto(own_link.url + PATH)
    assert page.get_by_text(SUMMARY).count() > 0


def test_old_pack_serves_whole_until_the_new_one_is_complete(
    page: Page, own_link: Link, old_pack: dict[str, str], faults: Faults
) -> None:
    faults.allow_dead_network()
    publish_stretch(own_link.server, SLUG, SUMMARY)
    own_link.rule = lambda asked: REFUSE if asked.address == "/stretches/" else PASS
    ask_worker(page, "check", asked=True)
    wait_for_record(page, "last", state="interrupted", reason="network")
    own_link.down()

    page.goto(own_link.url + PATH)
    assert page.get_by_text(SUMMARY).count() == 0

    own_link.up()
    ask_worker(page, "check", asked=True)
    wait_for_record(page, "active", version=read_pack(own_link.server)["version"], complete=True)
    own_link.down()
    page.goto(own_link.url + PATH)
    assert page.get_by_text(SUMMARY).count() > 0
    wait_until(lambda: len(stored(page)) == 2, 10)


def test_page_published_during_the_download_arrives_in_its_newer_form(
    page: Page, own_link: Link, old_pack: dict[str, str]
) -> None:
    publish_stretch(own_link.server, SLUG, SUMMARY)
    stale = own_link.server.get("/offline/pack.json").body
    publish_stretch(own_link.server, SLUG, "Sit tall and cross one ankle over the other knee.")
    answers = iter([stale])
    own_link.rewrite["/offline/pack.json"] = lambda body: next(answers, body)

    ask_worker(page, "check", asked=True)

    wait_for_record(page, "active", version=read_pack(own_link.server)["version"], complete=True)


def test_withdrawn_page_goes_at_once_though_no_download_works(
    page: Page, own_link: Link, old_pack: dict[str, str], faults: Faults
) -> None:
    faults.allow_dead_network()
    withdraw_stretch(own_link.server, SLUG)
    own_link.rule = lambda asked: PASS if asked.address == "/offline/pack.json" else REFUSE

    ask_worker(page, "check", asked=True)
    wait_for_record(page, "last", state="interrupted")

    assert PATH not in [url for urls in stored(page).values() for url in urls]
    assert heading(page, own_link.url + PATH) == "This page is not on this phone"
    assert heading(page, f"{own_link.url}/stretches/") == "Stretches and exercises"


def test_withdrawn_page_explains_itself_with_a_network(
    page: Page, own_link: Link, old_pack: dict[str, str], faults: Faults
) -> None:
    faults.allow(r"status of 410")
    withdraw_stretch(own_link.server, SLUG)
    ask_worker(page, "check", asked=True)
    wait_for_record(page, "active", version=read_pack(own_link.server)["version"], complete=True)

    answer = page.goto(own_link.url + PATH)

    assert answer
    assert answer.status == 410


def test_nothing_new_costs_one_question(page: Page, own_link: Link, old_pack: dict[str, str]) -> None:
    begun = len(own_link.asked)

    ask_worker(page, "check", asked=True)

    wait_until(lambda: own_link.addresses(begun) == ["/offline/pack.json"], 10)
    assert own_link.asked[-1].status == 304
