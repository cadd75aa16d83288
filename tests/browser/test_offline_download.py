"""A download that is cut, forged, stalled or has no room: it goes on later, and nothing half is ever served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.offline import ask_worker, heading, stored, wait_for, wait_for_record
from tests.browser.watch import Faults, wait_for_pack
from tests.link import CAPTIVE, CUT, PASS, REFUSE, STALL, Link
from tests.offline.helpers import read_pack
from tests.server import Asked

pytestmark = pytest.mark.worker

MISSING = "This page is not on this phone"
LAST_PAGE = "/stretches/warrior-2-short-stance/"


def fetched_for_pack(link: Link) -> Counter[str]:
    """Count how often the link was asked for each packed stretch; no page of the test links there."""
    return Counter(path for path in link.addresses() if path.startswith("/stretches/") and path.count("/") == 3)


def bundles_asked(link: Link) -> Counter[str]:
    """Count how often the link was asked for each bundle."""
    return Counter(path for path in link.addresses() if path.startswith("/offline/bundles/"))


def bundle_with(link: Link, url: str) -> str:
    """Return the address of the bundle that brings an address."""
    [number] = [number for number, urls in enumerate(read_pack(link.server)["bundles"]) if url in urls]
    return f"/offline/bundles/{number}.json"


def after_bundles(link: Link, count: int, fate: str) -> Callable[[Asked], str]:
    """Return a rule: so many bundles arrive, then everything meets this fate."""
    return lambda asked: fate if sum(bundles_asked(link).values()) >= count else PASS


def spoil(body: bytes) -> bytes:
    return body.replace(b"</body>", b"<p>Buy this pillow.</p></body>")


def test_pack_comes_in_bundles(page: Page, link: Link) -> None:
    page.goto(link.url)
    wait_for_pack(page)

    bundles = read_pack(link.server)["bundles"]
    assert bundles_asked(link) == {f"/offline/bundles/{number}.json": 1 for number in range(len(bundles))}
    assert fetched_for_pack(link) == {}
    assert len(link.asked) < 100


def test_page_from_a_bundle_carries_the_headers_of_its_own_answer(page: Page, link: Link) -> None:
    page.goto(link.url)
    wait_for_pack(page)
    online = page.request.get(link.url + LAST_PAGE).headers

    answer = page.goto(link.url + LAST_PAGE)

    assert answer
    assert answer.from_service_worker
    names = (
        "content-type",
        "content-security-policy",
        "permissions-policy",
        "referrer-policy",
        "x-content-type-options",
    )
    assert {name: answer.headers[name] for name in names} == {name: online[name] for name in names}


@pytest.mark.parametrize("fate", [REFUSE, CUT])
def test_cut_download_goes_on_where_it_stopped(page: Page, link: Link, faults: Faults, fate: str) -> None:
    faults.allow_dead_network()
    link.rule = after_bundles(link, 2, fate)
    page.goto(link.url)
    wait_for_record(page, "last", state="interrupted", reason="network")
    there = bundles_asked(link)

    link.up()
    ask_worker(page, "check", back=True)
    wait_for_pack(page)

    twice = [address for address, count in bundles_asked(link).items() if count > 1]
    assert twice == [list(there)[-1]]  # the one that was cut
    assert len(bundles_asked(link)) == len(read_pack(link.server)["bundles"])


def test_half_a_pack_is_never_served(page: Page, link: Link, faults: Faults) -> None:
    faults.allow_dead_network()
    pack = read_pack(link.server)
    link.rule = after_bundles(link, len(pack["bundles"]) - 1, REFUSE)
    page.goto(link.url)
    wait_for_record(page, "last", state="interrupted")
    link.down()
    [half] = [urls for name, urls in stored(page).items() if name.startswith("hipcare-pack-")]
    must = {entry["url"] for entry in pack["pages"] if entry["must"]}
    downloaded = next(url for url in half if url.startswith("/guides/") and url not in must)

    assert heading(page, link.url + downloaded) == MISSING


def test_what_must_be_there_opens_first(page: Page, link: Link, faults: Faults) -> None:
    faults.allow_dead_network()
    pages = read_pack(link.server)["pages"]
    late = bundle_with(link, next(entry["url"] for entry in pages if not entry["must"]))
    link.rule = lambda asked: REFUSE if asked.address == late else PASS
    page.goto(link.url)
    wait_for_record(page, "active", complete=False)
    link.down()

    must = [entry["url"] for entry in pages if entry["must"]]
    shown = {path: heading(page, link.url + path) for path in must}

    assert MISSING not in shown.values()
    assert {"/", "/safety/", "/stretches/", "/offline/"} <= set(shown)


def test_first_visit_with_the_link_gone_after_one_file(page: Page, link: Link, faults: Faults) -> None:
    faults.allow_dead_network()
    link.rule = lambda asked: PASS if asked.address in {"/", "/serviceworker.js"} else REFUSE
    page.goto(link.url)
    expect(page.locator("h1")).not_to_be_empty()

    link.up()
    page.reload()

    wait_for_pack(page)


def test_one_asset_that_is_cut_keeps_no_worker_from_installing(page: Page, link: Link, faults: Faults) -> None:
    faults.allow_dead_network()
    bad = next(entry["url"] for entry in read_pack(link.server)["assets"] if "/fonts/" in entry["url"])
    link.rule = lambda asked: CUT if asked.address == bad else PASS
    page.goto(link.url)
    wait_for_record(page, "last", state="interrupted")

    assert page.evaluate("async () => Boolean((await navigator.serviceWorker.ready).active)")
    link.up()
    ask_worker(page, "check", asked=True)
    wait_for_pack(page)


def test_worker_killed_in_the_middle_of_its_install(
    page: Page, context: BrowserContext, link: Link, faults: Faults
) -> None:
    faults.allow_dead_network()
    link.rule = lambda asked: STALL if asked.address == "/offline/pack.json" else PASS
    page.goto(link.url, wait_until="commit")
    wait_for(page, "(await navigator.serviceWorker.getRegistration())?.installing")

    cdp = context.new_cdp_session(page)
    cdp.send("ServiceWorker.enable")
    cdp.send("ServiceWorker.stopAllWorkers")
    link.release()
    page.goto(link.url)

    wait_for_pack(page)
    assert len([name for name in stored(page) if name.startswith("hipcare-pack-")]) == 1


def test_forged_answers_change_nothing(page: Page, link: Link, faults: Faults) -> None:
    page.goto(link.url)
    wait_for_pack(page)
    before = stored(page)

    link.rule = lambda asked: CAPTIVE
    ask_worker(page, "check", asked=True)

    wait_for_record(page, "last", state="interrupted", reason="network")
    assert stored(page) == before
    assert heading(page, link.url + LAST_PAGE) != "Sign in to go on."


def test_bytes_that_were_changed_on_the_way_are_not_kept(page: Page, link: Link, faults: Faults) -> None:
    link.rewrite[bundle_with(link, LAST_PAGE)] = spoil
    link.rewrite[LAST_PAGE] = spoil
    page.goto(link.url)

    wait_for_record(page, "last", state="interrupted", reason="changed")

    assert LAST_PAGE not in [url for urls in stored(page).values() for url in urls]
    assert wait_for_record(page, "active", complete=False)


@pytest.mark.parametrize(
    "bad",
    [spoil, lambda body: b"<p>Welcome to our network", lambda body: b"null", lambda body: b"[1]"],
)
def test_what_a_bad_bundle_does_not_bring_is_fetched_by_itself(
    page: Page, link: Link, bad: Callable[[bytes], bytes]
) -> None:
    link.rewrite[bundle_with(link, LAST_PAGE)] = bad
    page.goto(link.url)

    wait_for_pack(page)

    assert fetched_for_pack(link)[LAST_PAGE] == 1


def test_full_phone_keeps_the_old_pack_and_says_so(
    page: Page, context: BrowserContext, link: Link, faults: Faults
) -> None:
    page.goto(link.url)
    wait_for_pack(page)
    link.rewrite["/offline/pack.json"] = lambda body: body.replace(b'"version": "', b'"version": "newer-')
    cdp = context.new_cdp_session(page)
    cdp.send("Storage.overrideQuotaForOrigin", {"origin": link.url, "quotaSize": 1000})

    page.goto(f"{link.url}/offline/")
    page.get_by_role("button", name="Look for changes now").click()

    expect(page.get_by_text("This phone has no room left")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("you have the pages from before")).to_be_visible()
    link.down()
    faults.allow_dead_network()
    assert heading(page, link.url + LAST_PAGE) != MISSING


def test_many_pages_in_many_tabs_ask_once(page: Page, context: BrowserContext, link: Link) -> None:
    page.goto(link.url)
    second = context.new_page()
    second.goto(f"{link.url}/stretches/")
    wait_for_pack(page)
    wait_for_pack(second)

    for _time in range(5):
        page.reload()
        second.goto(f"{link.url}/routines/")

    wait_for_record(page, "last", state="complete")
    assert Counter(link.addresses())["/offline/pack.json"] <= 2
    assert [path for path, count in bundles_asked(link).items() if count > 1] == []


def test_network_that_hangs_holds_no_packed_page_up(page: Page, link: Link, faults: Faults) -> None:
    page.goto(link.url)
    wait_for_pack(page)
    link.rule = lambda asked: STALL
    faults.allow_dead_network()

    begun = page.evaluate("Date.now()")
    page.goto(link.url + LAST_PAGE)

    assert page.evaluate("Date.now()") - begun < 3000
    assert heading(page, f"{link.url}/no/such/page/") == MISSING
    assert Asked("GET", LAST_PAGE, 0) not in link.asked
