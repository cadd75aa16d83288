"""The note after the front-of-hip softness check: words for the journal, and only when somebody asks for it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.sitting.held_clock import records
from tests.browser.walk import axe_findings
from tests.browser.watch import Faults

CHECK = "/stretches/softness-check/"
KEEP = "Keep it in my journal"


def form_of(page: Page) -> Locator:
    return page.locator("[data-behaviour=softness-note]")


def choose(page: Page, legend: str, word: str) -> None:
    form_of(page).get_by_role("group", name=legend).get_by_role("radio", name=word, exact=True).check()


def keep(page: Page, button: str = KEEP) -> None:
    form_of(page).get_by_role("button", name=button).click()


def without_time(kept: list[Any]) -> list[Any]:
    return [{name: value for name, value in data.items() if name != "at"} for data in kept]


def test_words_of_both_sides_are_kept_and_stand_in_the_journal(page: Page) -> None:
    note = "Softness check at the front of the hip. Left side: Soft. Right side: In between."
    page.goto(CHECK)
    choose(page, "How did your left side feel?", "Soft")
    choose(page, "How did your right side feel?", "In between")
    keep(page)

    expect(form_of(page).get_by_role("status")).to_have_text(f"Kept on this phone. {note} See my journal")
    assert without_time(records(page, "check-in")) == [{"note": note}]
    form_of(page).get_by_role("link", name="See my journal").click()
    expect(page.locator("[data-record]")).to_have_count(1)
    expect(page.locator("[data-record]")).to_contain_text(note)


def test_one_side_is_enough_by_keyboard(page: Page) -> None:
    page.goto(CHECK)
    form_of(page).get_by_role("group", name="right side").get_by_role("radio", name="Soft").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(form_of(page).get_by_text("Kept on this phone.")).to_be_visible()
    assert without_time(records(page, "check-in")) == [
        {"note": "Softness check at the front of the hip. Right side: Firm."}
    ]


def test_nothing_chosen_is_said_beside_the_field_and_nothing_is_kept(page: Page) -> None:
    page.goto(CHECK)
    keep(page)

    left = form_of(page).get_by_role("group", name="How did your left side feel?")
    expect(left).to_have_accessible_description("Choose a word for one side at least.")
    expect(left.get_by_role("radio", name="Soft")).to_be_focused()
    expect(form_of(page).get_by_role("status")).to_be_empty()
    assert axe_findings(page) == []
    assert records(page, "check-in") == []

    choose(page, "How did your right side feel?", "I could not tell")
    expect(left.get_by_text("Choose a word")).to_be_hidden()


def test_second_press_keeps_no_second_note(page: Page) -> None:
    page.goto(CHECK)
    choose(page, "How did your left side feel?", "Firm")
    form_of(page).get_by_role("button", name=KEEP).dblclick()

    expect(form_of(page).locator("input:checked")).to_have_count(0)
    assert len(records(page, "check-in")) == 1


def test_nothing_is_kept_unless_asked(page: Page) -> None:
    page.goto(CHECK)
    choose(page, "How did your left side feel?", "Firm")
    page.reload()

    expect(form_of(page).locator("input:checked")).to_have_count(0)
    assert records(page, "check-in") == []


def test_spanish_page_keeps_spanish_words(page: Page) -> None:
    page.goto(f"/es{CHECK}")
    choose(page, "¿Cómo sentiste el lado izquierdo?", "Blando")
    choose(page, "¿Cómo sentiste el lado derecho?", "No supe decirlo")
    keep(page, "Guardarlo en mi diario")

    expect(form_of(page).get_by_role("link", name="Ver mi diario")).to_have_attribute("href", "/es/journal/")
    [kept] = records(page, "check-in")
    assert kept["note"] == (
        "Comprobación de blandura en la parte delantera de la cadera. "
        "Lado izquierdo: Blando. Lado derecho: No supe decirlo."
    )


def test_browser_that_keeps_nothing_says_so_and_leaves_the_answers(page: Page, faults: Faults) -> None:
    faults.allow("unavailable")
    page.context.add_init_script("Object.defineProperty(globalThis, 'indexedDB', {value: undefined})")
    page.goto(CHECK)
    choose(page, "How did your left side feel?", "Soft")
    keep(page)

    expect(form_of(page).get_by_role("status")).to_contain_text("This could not be noted.")
    expect(form_of(page).locator("input:checked")).to_have_count(1)


def test_safety_stands_before_the_questions(page: Page) -> None:
    page.goto(CHECK)

    expect(form_of(page)).to_contain_text("it is no test of your health")
    expect(form_of(page)).to_contain_text("Leave it alone and see a doctor.")
    expect(form_of(page).get_by_role("link", name="Danger signs")).to_have_attribute("href", "/safety/")


@pytest.mark.parametrize("slug", ["bridge-pose", "fingertip-iliacus-release", "legs-up-rest"])
def test_other_moves_have_no_such_form(page: Page, slug: str) -> None:
    page.goto(f"/stretches/{slug}/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(form_of(page)).to_have_count(0)
    expect(page.locator("script[src*=softness-note]")).to_have_count(0)


def test_form_is_hidden_without_scripts(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(CHECK)

    expect(form_of(page)).to_be_hidden()
    context.close()
