"""New code asks first, never reloads under something that runs, and can be called off altogether."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.offline import ask_worker, stored, wait_for, wait_for_record
from tests.browser.watch import wait_for_pack
from tests.link import Link
from tests.offline.helpers import read_pack
from tests.server import Server

pytestmark = pytest.mark.worker

BUSY = "Finish or save what you are doing first."


def update_ready(page: Page) -> Locator:
    return page.locator(".toasts").get_by_text("Update ready.")


@pytest.fixture
def released(page: Page, link: Link) -> Callable[[], None]:
    """Bring the pack to the phone; return a function that makes a newer release and waits for its worker."""
    page.goto(link.url)
    wait_for_pack(page)

    def release() -> None:
        link.rewrite["/serviceworker.js"] = lambda body: body + b"\n// newer\n"
        link.rewrite["/offline/pack.json"] = lambda body: body.replace(b'"version": "', b'"version": "newer-').replace(
            b'"release": "', b'"release": "newer-'
        )
        page.evaluate("async () => { await (await navigator.serviceWorker.ready).update(); }")
        wait_for(page, "(await navigator.serviceWorker.ready).waiting")
        ask_worker(page, "check", asked=True)

    return release


def mark(page: Page) -> None:
    """Leave something on the page that a reload would lose."""
    page.evaluate("window.before = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.before === true"))


def test_update_waits_for_the_answer_and_then_takes_over(page: Page, released: Callable[[], None]) -> None:
    mark(page)
    released()
    expect(update_ready(page)).to_be_visible()
    assert is_marked(page)

    with page.expect_navigation():
        page.get_by_role("button", name="Update now").click()

    assert page.evaluate("async () => (await navigator.serviceWorker.ready).waiting") is None
    assert not is_marked(page)
    wait_for_record(page, "last", state="complete")
    expect(update_ready(page)).to_be_hidden()


def test_later_leaves_everything_as_it_is(page: Page, released: Callable[[], None]) -> None:
    mark(page)
    released()

    page.get_by_role("button", name="Later").click()

    expect(update_ready(page)).to_be_hidden()
    assert is_marked(page)


def test_no_reload_under_a_running_timer(page: Page, released: Callable[[], None]) -> None:
    mark(page)
    page.evaluate("document.documentElement.dataset.busy = 'timer'")
    released()

    page.get_by_role("button", name="Update now").click()
    expect(page.locator(".toasts").get_by_text(BUSY)).to_be_visible()
    assert is_marked(page)

    page.evaluate("delete document.documentElement.dataset.busy")
    with page.expect_navigation():
        page.get_by_role("button", name="Update now").click()


def test_no_reload_under_unsaved_text(page: Page, released: Callable[[], None]) -> None:
    mark(page)
    page.evaluate(
        """() => {
          const form = document.createElement("form");
          form.method = "post";
          form.append(document.createElement("textarea"));
          document.querySelector("main").append(form);
        }"""
    )
    page.locator("textarea").fill("It hurts less on stairs.")
    released()

    page.get_by_role("button", name="Update now").click()

    expect(page.locator(".toasts").get_by_text(BUSY)).to_be_visible()
    assert (is_marked(page), page.locator("textarea").input_value()) == (True, "It hurts less on stairs.")


def test_worker_replaced_by_another_tab_leaves_a_half_written_check_in(
    page: Page, context: BrowserContext, link: Link, released: Callable[[], None]
) -> None:
    other = context.new_page()
    other.goto(f"{link.url}/journal/new/")
    other.get_by_text("More, if you like").click()
    other.get_by_label("Note").fill("It hurts less on stairs.")
    released()

    with page.expect_navigation():
        page.get_by_role("button", name="Update now").click()
    wait_for(other, "!(await navigator.serviceWorker.ready).waiting")

    expect(other.get_by_label("Note")).to_have_value("It hurts less on stairs.")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_role("heading", name="Saved on this device.")).to_be_visible()


def test_update_waits_for_a_half_written_check_in(page: Page, link: Link, released: Callable[[], None]) -> None:
    page.goto(f"{link.url}/journal/new/")
    page.get_by_text("More, if you like").click()
    page.get_by_label("Note").fill("It hurts less on stairs.")
    released()

    page.get_by_role("button", name="Update now").click()

    expect(page.locator(".toasts").get_by_text(BUSY)).to_be_visible()
    expect(page.get_by_label("Note")).to_have_value("It hurts less on stairs.")


def test_other_tab_is_not_reloaded(
    page: Page, context: BrowserContext, link: Link, released: Callable[[], None]
) -> None:
    other = context.new_page()
    other.goto(f"{link.url}/routines/")
    mark(other)
    released()

    with page.expect_navigation():
        page.get_by_role("button", name="Update now").click()

    wait_for(other, "!(await navigator.serviceWorker.ready).waiting")
    assert is_marked(other)


def test_changed_content_alone_asks_nothing(page: Page, link: Link) -> None:
    page.goto(link.url)
    wait_for_pack(page)
    link.rewrite["/offline/pack.json"] = lambda body: body.replace(b'"version": "', b'"version": "newer-')

    ask_worker(page, "check", asked=True)
    newer = read_pack(link.server)["version"]
    wait_for_record(page, "active", version=f"newer-{newer}", complete=True)
    wait_for_record(page, "last", state="complete")

    expect(update_ready(page)).to_be_hidden()


def test_caches_of_other_names_are_left_alone_and_own_leftovers_go(page: Page, released: Callable[[], None]) -> None:
    page.evaluate(
        """async () => {
          for (const name of ["hipcare-pack-forgotten", "other-app"]) {
            await (await caches.open(name)).put("/x", new Response("x"));
          }
        }"""
    )
    released()

    with page.expect_navigation():
        page.get_by_role("button", name="Update now").click()
    wait_for_record(page, "last", state="complete")

    names = set(stored(page))
    assert ("hipcare-pack-forgotten" in names, "other-app" in names) == (False, True)


def test_kill_switch_takes_worker_and_caches_off_the_phone(page: Page, own_site: Server) -> None:
    page.goto(own_site.url)
    wait_for_pack(page)
    page.evaluate("async () => { await (await caches.open('other-app')).put('/x', new Response('x')); }")
    own_site.stop()
    own_site.settings["HIPCARE_KILL_WORKER"] = "1"
    own_site.start()

    page.evaluate("async () => { await (await navigator.serviceWorker.ready).update(); }")

    wait_for(page, "!(await navigator.serviceWorker.getRegistration())")
    assert list(stored(page)) == ["other-app"]
    answer = page.goto(f"{own_site.url}/stretches/")
    assert answer
    assert (answer.status, answer.from_service_worker) == (200, False)
