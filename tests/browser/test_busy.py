"""When a page may not be reloaded: while something runs, and while a form holds what was not sent."""

from __future__ import annotations

from playwright.sync_api import Page

FORM = """(attributes) => {
  const form = document.createElement("form");
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  form.innerHTML = '<input name="note"><input type="checkbox" name="agree"><select><option>a<option>b</select>';
  document.querySelector("main").replaceChildren(form);
}"""
IS_BUSY = "async () => (await import('/static/js/core/busy.js')).isBusy()"


def test_busy_until_the_last_reason_is_gone(page: Page) -> None:
    page.goto("/")

    told = page.evaluate(
        """async () => {
          const { isBusy, markBusy } = await import("/static/js/core/busy.js");
          const told = [isBusy()];
          const [timer, recording] = [markBusy("timer"), markBusy("recording")];
          told.push(document.documentElement.dataset.busy);
          timer();
          told.push(document.documentElement.dataset.busy);
          recording();
          return [...told, isBusy()];
        }"""
    )

    assert told == [False, "timer recording", "recording", False]


def test_form_that_is_sent_is_busy_when_it_differs(page: Page) -> None:
    page.goto("/")
    page.evaluate(FORM, {"method": "post"})
    fresh = page.evaluate(IS_BUSY)

    page.get_by_role("textbox").fill("Stairs were easier.")

    assert (fresh, page.evaluate(IS_BUSY)) == (False, True)
    page.get_by_role("textbox").fill("")
    page.get_by_role("checkbox").check()
    assert page.evaluate(IS_BUSY) is True


def test_search_form_is_not_busy_unless_it_keeps(page: Page) -> None:
    page.goto("/")
    page.evaluate(FORM, {"method": "get"})
    page.get_by_role("textbox").fill("piriformis")
    search = page.evaluate(IS_BUSY)

    page.evaluate("document.querySelector('main form').dataset.keeps = ''")

    assert (search, page.evaluate(IS_BUSY)) == (False, True)
