"""The shared scripts of static/js/core, in a real page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.watch import Faults

ASKING = """async ([address, options]) => {
  const { requestJson } = await import("/static/js/core/http.js");
  try {
    return { answer: await requestJson(address, options) };
  } catch (error) {
    const { status = null, problem = null, retryAfter = null } = error;
    return { name: error.constructor.name, status, problem, retryAfter };
  }
}"""


@pytest.fixture
def site_page(page: Page, faults: Faults) -> Page:
    """A page of the site; what the tests bring about on purpose is no fault."""
    faults.allow("Failed to load resource", "net::ERR_")
    page.goto("/about/")
    return page


def ask(page: Page, answer: dict[str, Any] | None, **options: Any) -> Any:
    """Ask for something that the network answers like this; None: the connection breaks."""

    def give(route: Route) -> None:
        if answer is None:
            route.abort()
        else:
            route.fulfill(**answer)

    page.route("**/api/test", give)
    return page.evaluate(ASKING, ["/api/test", options])


def test_json_is_returned_parsed(site_page: Page) -> None:
    assert ask(site_page, {"json": {"pain": 3}}) == {"answer": {"pain": 3}}


def test_empty_answer_is_null(site_page: Page) -> None:
    assert ask(site_page, {"status": 204}) == {"answer": None}


def test_problem_document_comes_with_the_error(site_page: Page) -> None:
    problem = {"title": "Too many", "status": 429}

    failed = ask(
        site_page,
        {"status": 429, "json": problem, "headers": {"Retry-After": "30", "Content-Type": "application/problem+json"}},
    )
    assert failed == {"name": "HttpError", "status": 429, "problem": problem, "retryAfter": 30}


def test_error_page_in_html_is_an_error_without_a_problem(site_page: Page) -> None:
    failed = ask(site_page, {"status": 500, "body": "<h1>Oh</h1>", "content_type": "text/html"})

    assert (failed["name"], failed["status"], failed["problem"]) == ("HttpError", 500, None)


@pytest.mark.parametrize(
    "answer",
    [
        {"body": "<h1>Welcome to our hotel</h1>", "content_type": "text/html"},
        {"body": '{"pain": ', "content_type": "application/json"},
    ],
    ids=["captive portal", "cut off"],
)
def test_success_that_is_no_answer_is_an_error(site_page: Page, answer: dict[str, Any]) -> None:
    assert ask(site_page, answer)["name"] == "AnswerError"


def test_broken_connection_is_a_network_error(site_page: Page) -> None:
    assert ask(site_page, None)["name"] == "NetworkError"


def test_silence_is_a_network_error_after_the_time_limit(site_page: Page) -> None:
    site_page.route("**/api/silent", lambda route: None)

    assert site_page.evaluate(ASKING, ["/api/silent", {"timeLimit": 50}])["name"] == "NetworkError"


def test_token_is_read_when_the_request_is_sent(site_page: Page) -> None:
    site_page.evaluate("document.cookie = 'csrf=fresh-token; path=/'")

    with site_page.expect_request("**/api/test") as sent:
        ask(site_page, {"json": {}}, method="POST", json={"pain": 3})
    assert sent.value.headers["x-csrftoken"] == "fresh-token"
    assert sent.value.post_data_json == {"pain": 3}


def test_reading_sends_no_token(site_page: Page) -> None:
    site_page.evaluate("document.cookie = 'csrf=fresh-token; path=/'")

    with site_page.expect_request("**/api/test") as sent:
        ask(site_page, {"json": {}})
    assert "x-csrftoken" not in sent.value.headers


def test_broken_behaviour_stops_no_other(site_page: Page, faults: Faults) -> None:
    faults.allow("this one is broken")

    mounted = site_page.evaluate(
        """async () => {
          const { mountAll } = await import("/static/js/core/mount.js");
          const scope = document.createElement("div");
          for (const names of ["bad", "good other", "unknown"]) {
            scope.append(document.createElement("p"));
            scope.lastChild.dataset.behaviour = names;
          }
          const mounted = [];
          mountAll(scope, {
            bad() { throw new Error("this one is broken"); },
            good(root) { mounted.push("good " + root.localName); },
            other(root) { mounted.push("other " + root.localName); },
          });
          return mounted;
        }"""
    )
    assert mounted == ["good p", "other p"]


@pytest.mark.parametrize(("urgent", "region"), [(False, "announce"), (True, "announce-now")])
def test_last_words_of_a_moment_are_put_where_screen_readers_listen(site_page: Page, urgent: bool, region: str) -> None:
    heard = site_page.evaluate(
        """async ([urgent, region]) => {
          const place = document.getElementById(region);
          const { announce } = await import("/static/js/core/announce.js");
          announce("First", { urgent });
          announce("12 moves fit", { urgent });
          const heard = [];
          return new Promise((resolve) => {
            new MutationObserver(() => {
              heard.push(place.textContent);
              if (place.textContent === "12 moves fit") resolve(heard);
            }).observe(place, { childList: true });
          });
        }""",
        [urgent, region],
    )

    assert "First" not in heard


def test_heading_that_took_focus_is_no_tab_stop_afterwards(site_page: Page) -> None:
    site_page.evaluate(
        "import('/static/js/core/focus.js').then(({ focusOn }) => focusOn(document.querySelector('h1')))"
    )
    heading = site_page.get_by_role("heading", level=1)

    expect(heading).to_be_focused()
    site_page.keyboard.press("Tab")
    expect(heading).not_to_have_attribute("tabindex", "-1")


def test_unknown_stored_colours_are_ignored(site_page: Page) -> None:
    site_page.evaluate("localStorage.setItem('hipcare:theme', 'sepia')")

    site_page.reload()
    assert site_page.evaluate("document.documentElement.dataset.theme === undefined")
