"""The page about this phone tells the truth and obeys; messages come when they are useful and not again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.offline import ask_worker, heading, stored, wait_for_record
from tests.browser.watch import Faults, wait_for_pack
from tests.link import PASS, REFUSE, STALL, Link
from tests.offline.helpers import read_pack
from tests.server import Asked

pytestmark = pytest.mark.worker

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
MUST = {"/offline/bundles/0.json", "/offline/bundles/1.json"}
OFFER = "Put hipcare on your home screen: one tap opens it"
CAN_INSTALL = """() => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  event.prompt = async () => { window.prompted = true; };
  window.dispatchEvent(event);
}"""


def fact(page: Page, name: str) -> str:
    return page.locator(f'[data-fact="{name}"]').inner_text()


def is_late(asked: Asked) -> bool:
    """Whether a request is for a bundle after those of what must be there."""
    return asked.address.startswith("/offline/bundles/") and asked.address not in MUST


def test_page_counts_what_is_in_the_cache(page: Page, link: Link) -> None:
    page.goto(f"{link.url}/offline/")
    wait_for_pack(page)
    expect(page.get_by_text("Everything is here.")).to_be_visible()
    pack = read_pack(link.server)
    assert (fact(page, "pages"), fact(page, "version")) == (str(len(pack["pages"])), pack["version"])

    page.evaluate("async (name) => (await caches.open(name)).delete('/plans/')", f"hipcare-pack-{pack['version']}")
    page.reload()

    expect(page.locator('[data-fact="pages"]')).to_have_text(str(len(pack["pages"]) - 1))


def test_what_the_browser_lost_is_fetched_again(page: Page, link: Link) -> None:
    page.goto(f"{link.url}/offline/")
    version = wait_for_pack(page)
    page.evaluate("async (name) => (await caches.open(name)).delete('/plans/')", f"hipcare-pack-{version}")

    page.get_by_role("button", name="Look for changes now").click()

    pages = str(len(read_pack(link.server)["pages"]))
    expect(page.locator('[data-fact="pages"]')).to_have_text(pages)


def test_download_shows_how_far_it_is(page: Page, link: Link) -> None:
    link.rule = lambda asked: STALL if is_late(asked) else PASS
    page.goto(f"{link.url}/offline/")

    bar = page.get_by_role("progressbar", name="Downloading")
    expect(bar).to_be_visible(timeout=30_000)
    assert 0 < int(bar.get_attribute("value") or 0) < int(bar.get_attribute("max") or 0)

    link.release()
    expect(page.get_by_text("Everything is here.")).to_be_visible(timeout=60_000)
    expect(bar).to_be_hidden()


def test_cut_download_is_told_and_the_button_goes_on(page: Page, link: Link, faults: Faults) -> None:
    faults.allow_dead_network()
    link.rule = lambda asked: REFUSE if is_late(asked) else PASS
    page.goto(f"{link.url}/offline/")
    expect(page.get_by_text("The last download was cut off")).to_be_visible(timeout=30_000)

    link.up()
    page.get_by_role("button", name="Look for changes now").click()

    expect(page.get_by_text("Everything is here.")).to_be_visible(timeout=60_000)


def test_removed_pages_stay_off_until_asked_for(page: Page, link: Link) -> None:
    page.goto(f"{link.url}/offline/")
    wait_for_pack(page)

    page.get_by_role("button", name="Take the pages off this phone").click()
    expect(page.get_by_text("You took the pages off this phone.")).to_be_visible()
    page.goto(link.url)
    ask_worker(page, "check")
    page.goto(f"{link.url}/offline/")
    expect(page.get_by_text("You took the pages off this phone.")).to_be_visible()
    assert list(stored(page)) == ["hipcare-meta"]

    page.get_by_role("button", name="Download now").click()
    expect(page.get_by_text("Everything is here.")).to_be_visible(timeout=60_000)


def test_browser_that_cannot_keep_pages_says_so(page: Page, link: Link) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker")

    page.goto(f"{link.url}/offline/")

    expect(page.get_by_text("This browser cannot keep pages.")).to_be_visible()
    expect(page.get_by_role("button", name="Download now")).to_be_hidden()


def test_page_reads_without_script(browser: Browser, link: Link) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    assert heading(page, f"{link.url}/offline/") == "On this phone"

    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_role("heading", name="iPhone and iPad")).to_be_visible()
    context.close()


def test_missing_page_has_one_way_on_and_tries_again(page: Page, dead_site: str, link: Link) -> None:
    page.goto(f"{dead_site}/healthy/?try=1")
    expect(page.get_by_text("How it is now")).to_be_hidden()
    link.rewrite["/healthy/"] = lambda body: b"<title>Found</title>"
    link.up()

    page.get_by_role("link", name="Try again").click()

    expect(page).to_have_title("Found")


def test_lost_network_is_told_and_its_return_too(
    page: Page, context: BrowserContext, link: Link, faults: Faults
) -> None:
    faults.allow_dead_network()
    page.goto(link.url)
    wait_for_pack(page)

    context.set_offline(True)
    expect(page.get_by_text("No network.")).to_be_visible()

    context.set_offline(False)
    expect(page.get_by_text("No network.")).to_be_hidden()


def test_return_of_the_network_finishes_the_download(
    page: Page, context: BrowserContext, link: Link, faults: Faults
) -> None:
    faults.allow_dead_network()
    link.rule = lambda asked: REFUSE if is_late(asked) else PASS
    page.goto(link.url)
    wait_for_record(page, "last", state="interrupted")
    link.up()

    context.set_offline(True)
    context.set_offline(False)

    wait_for_pack(page)


def test_ready_is_spoken_at_once_and_shown_on_the_next_page_only(page: Page, link: Link) -> None:
    words = "hipcare is on this phone now."
    page.goto(link.url)
    wait_for_pack(page)
    expect(page.locator("#announce")).to_contain_text(words)

    page.goto(f"{link.url}/routines/")
    expect(page.locator(".toasts").get_by_text(words)).to_be_visible()

    page.goto(f"{link.url}/stretches/")
    wait_for_record(page, "last", state="complete")
    expect(page.locator(".toasts").get_by_text(words)).to_be_hidden()


def visit(context: BrowserContext, link: Link) -> Page:
    """Open a new tab and let the browser offer to install."""
    page = context.new_page()
    page.goto(link.url)
    page.evaluate(CAN_INSTALL)
    return page


def test_home_screen_is_offered_on_the_second_visit(context: BrowserContext, link: Link) -> None:
    expect(visit(context, link).get_by_text(OFFER)).to_be_hidden()

    page = visit(context, link)
    expect(page.get_by_text(OFFER)).to_be_visible()
    page.get_by_role("button", name="Add to home screen").click()

    assert page.evaluate("window.prompted") is True
    expect(page.get_by_text(OFFER)).to_be_hidden()


def test_home_screen_is_offered_when_something_was_finished(context: BrowserContext, link: Link) -> None:
    page = visit(context, link)

    page.evaluate("document.dispatchEvent(new CustomEvent('hipcare:finished'))")

    expect(page.get_by_text(OFFER)).to_be_visible()


def test_no_to_the_home_screen_holds_for_good(context: BrowserContext, link: Link) -> None:
    visit(context, link)
    visit(context, link).get_by_role("button", name="No, and do not ask again").click()

    for _visit in range(2):
        page = visit(context, link)
        page.evaluate("document.dispatchEvent(new CustomEvent('hipcare:finished'))")
        expect(page.get_by_text(OFFER)).to_be_hidden()


@pytest.mark.browser_context_args(user_agent=IPHONE)
def test_iphone_is_shown_how_by_hand(context: BrowserContext, link: Link) -> None:
    context.new_page().goto(link.url)
    page = context.new_page()
    page.goto(link.url)

    page.get_by_role("link", name="Show me how").click()

    expect(page).to_have_url(f"{link.url}/offline/#install")
    expect(page.get_by_role("heading", name="iPhone and iPad")).to_be_in_viewport()
