"""What can be done while a session runs: by buttons, by keyboard, and by "Stop, it hurts"."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import open_before, part, press, records, run, screen, seconds_shown, start

REST_STOP = "/routines/rest-stop-break/play/?minutes=3"
WAKE_LOCK = """navigator.wakeLock.request = async () => {
  window.asked = true;
  return { released: false, release() { window.let = true; } };
}"""
_HEARD = """() => {
  window.heard = [];
  new MutationObserver(() => {
    const text = document.getElementById("announce").textContent;
    if (text) window.heard.push([Date.now() / 1000, text]);
  }).observe(document.getElementById("announce"), { childList: true, characterData: true, subtree: true });
}"""


def test_pause_stops_the_time_and_go_on_starts_it(page: Page) -> None:
    start(page, REST_STOP)
    run(page, 12)
    press(page, "Pause")
    shown = seconds_shown(page)
    run(page, 60)
    assert seconds_shown(page) == shown

    press(page, "Go on")
    run(page, 5)
    assert seconds_shown(page) == shown - 5


def test_skip_and_back_go_by_moves(page: Page) -> None:
    start(page, REST_STOP)
    press(page, "Skip")
    expect(part(page, "move")).to_have_text("Standing quad stretch")
    press(page, "Back")
    expect(part(page, "move")).to_have_text("Standing hip-flexor stretch")


def test_sides_change_with_equal_time_words_and_picture(page: Page) -> None:
    start(page, REST_STOP)
    run(page, 9)
    expect(part(page, "side")).to_have_text("Left side.")
    left = seconds_shown(page)
    mirrored = "player__figure--mirrored" in (part(page, "figure").get_attribute("class") or "")
    run(page, 36)

    expect(part(page, "side")).to_have_text("Right side.")
    assert seconds_shown(page) == left
    assert ("player__figure--mirrored" in (part(page, "figure").get_attribute("class") or "")) is not mirrored


def test_side_to_begin_with_is_chosen_and_remembered(page: Page) -> None:
    page.clock.install()
    open_before(page, REST_STOP)
    page.get_by_label("Right", exact=True).check()
    page.reload()
    page.locator("[data-do=start]").click()

    expect(part(page, "side")).to_have_text("Right side.")


def test_deeper_takes_the_place_at_once_and_is_remembered(page: Page) -> None:
    start(page, "/stretches/half-kneeling-hip-flexor-stretch/play/")
    press(page, "Deeper")
    expect(part(page, "move")).to_have_text("Couch stretch")
    page.get_by_role("button", name="Finish here").click()
    page.get_by_role("button", name="Do not keep it").click()
    page.get_by_role("button", name="Play it again").click()

    expect(part(page, "lines")).to_contain_text("As last time, in place of Half-kneeling hip-flexor stretch.")


def test_easier_than_a_deeper_move_is_the_move_itself(page: Page) -> None:
    start(page, "/stretches/half-kneeling-hip-flexor-stretch/play/")
    press(page, "Deeper")
    expect(part(page, "move")).to_have_text("Couch stretch")
    press(page, "Easier")

    expect(part(page, "move")).to_have_text("Standing quad stretch")


def test_move_without_an_easier_one_gets_a_hint(page: Page) -> None:
    start(page, "/stretches/back-body-breathing/play/")
    press(page, "Easier")

    expect(part(page, "notice")).to_contain_text("No other move for that.")
    expect(part(page, "move")).to_have_text(re.compile("reathing"))


def test_stop_halts_everything_and_nothing_goes_on_by_itself(page: Page) -> None:
    start(page, REST_STOP)
    run(page, 15)
    press(page, "Stop, it hurts")
    expect(screen(page, "hurt")).to_be_visible()
    page.keyboard.press("Space")
    run(page, 600)

    expect(page.get_by_role("heading", name="Everything has stopped. What do you notice?")).to_be_visible()
    expect(screen(page, "running")).to_be_hidden()


@pytest.mark.parametrize(
    ("answer", "link"),
    [
        ("Pain, tingling or numbness in a leg", "Look at the danger signs"),
        ("A weak leg", "Danger signs and whom to call"),
    ],
)
def test_answer_that_calls_for_it_leads_to_the_danger_signs(page: Page, answer: str, link: str) -> None:
    start(page, REST_STOP)
    press(page, "Stop, it hurts")
    page.get_by_role("button", name=answer).click()
    screen(page, "hurt").get_by_role("link", name=link).click()

    expect(page).to_have_url(re.compile(r"/safety/$"))


def test_danger_sign_offers_no_way_to_go_on(page: Page) -> None:
    start(page, REST_STOP)
    press(page, "Stop, it hurts")
    page.get_by_role("button", name="A weak leg").click()

    assert part(page, "ways-on").get_by_role("button").all_inner_texts() == ["Finish for today"]


def test_session_that_hurt_is_kept_as_stopped(page: Page) -> None:
    start(page, REST_STOP)
    run(page, 15)
    press(page, "Stop, it hurts")
    page.get_by_role("button", name="It pulls or aches").click()
    page.get_by_role("button", name="Finish for today").click()
    page.get_by_role("button", name="Keep it in my journal").click()
    expect(screen(page, "end")).to_be_visible()
    (session,) = records(page, "session")

    assert (session["outcome"], session["moves"][0]["outcome"]) == ("stopped", "stopped")


def test_going_on_is_a_choice(page: Page) -> None:
    start(page, REST_STOP)
    run(page, 15)
    press(page, "Stop, it hurts")
    page.get_by_role("button", name="It pulls or aches").click()
    page.get_by_role("button", name="Skip this one and go on").click()

    expect(part(page, "move")).to_have_text("Standing quad stretch")
    run(page, 2)
    assert seconds_shown(page) == 6


def test_easier_move_after_it_hurt_takes_the_place_and_runs(page: Page) -> None:
    start(page, "/stretches/couch-stretch/play/")
    run(page, 15)
    press(page, "Stop, it hurts")
    page.get_by_role("button", name="It pulls or aches").click()
    page.get_by_role("button", name="Do the easier move").click()

    expect(screen(page, "running")).to_be_visible()
    expect(part(page, "move")).not_to_have_text("Couch stretch")
    shown = seconds_shown(page)
    run(page, 2)
    assert seconds_shown(page) == shown - 2


def test_where_there_is_no_easier_move_that_is_said_and_nothing_goes_on(page: Page) -> None:
    start(page, "/stretches/back-body-breathing/play/")
    run(page, 15)
    press(page, "Stop, it hurts")
    page.get_by_role("button", name="It pulls or aches").click()
    page.get_by_role("button", name="Do the easier move").click()

    expect(part(page, "no-easier")).to_have_text("There is no easier move for this one. Skip it, or finish.")
    expect(screen(page, "running")).to_be_hidden()


def test_whole_session_by_keyboard_alone(page: Page) -> None:
    page.clock.install()
    open_before(page, REST_STOP)
    page.locator("[data-do=start]").focus()
    page.keyboard.press("Enter")
    expect(part(page, "move")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Go on", exact=True)).to_be_visible()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(part(page, "move")).to_have_text("Standing quad stretch")
    page.keyboard.press("ArrowLeft")
    expect(part(page, "move")).to_have_text("Standing hip-flexor stretch")


def test_single_letters_do_nothing_unless_switched_on(page: Page) -> None:
    start(page, REST_STOP)
    page.keyboard.press("l")
    expect(part(page, "move")).to_have_text("Standing hip-flexor stretch")

    page.evaluate("localStorage.setItem('hipcare:cue-keys', 'on')")
    page.reload()
    expect(screen(page, "running")).to_be_visible()
    page.keyboard.press("l")
    expect(part(page, "move")).to_have_text("Standing quad stretch")


def test_screen_reader_hears_the_marks_without_chatter(page: Page) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    page.evaluate(_HEARD)
    run(page, 90)
    heard = page.evaluate("window.heard")

    assert [text for _at, text in heard] == [
        "Next: Standing quad stretch. Left side. Get ready.",
        "Start. Hold for 30 seconds.", "Half way.", "Five seconds more.", "Change sides. Right side.",
        "Start. Hold for 30 seconds.", "Half way.", "Five seconds more.", "That was all. Well done.",
    ]  # fmt: skip
    moments = [at for at, _text in heard]
    assert max(sum(at <= other <= at + 5 for other in moments) for at in moments) <= 3


def test_release_asks_after_half_a_minute_whether_it_eases(page: Page) -> None:
    start(page, "/stretches/ball-release-piriformis/play/")
    run(page, 40)
    expect(part(page, "stage")).to_have_text("Is the sore spot easing?")

    page.get_by_role("button", name="Yes, stay").click()
    run(page, 1)
    assert seconds_shown(page) == 29


def test_long_rest_is_dim(page: Page) -> None:
    start(page, "/stretches/legs-up-rest/play/")
    run(page, 20)

    expect(page.locator("html[data-dim]")).to_be_attached()


def test_timer_does_not_announce_itself(page: Page) -> None:
    start(page, REST_STOP)

    expect(page.get_by_role("timer")).not_to_have_attribute("aria-live", re.compile("."))


def test_screen_is_kept_on_while_it_runs(page: Page) -> None:
    page.add_init_script(WAKE_LOCK)
    start(page, REST_STOP)
    assert page.evaluate("window.asked")

    page.get_by_role("button", name="Finish here").click()
    assert page.evaluate("window.let")


def test_refused_wake_lock_is_told(page: Page) -> None:
    page.add_init_script(
        "navigator.wakeLock.request = async () => { throw new DOMException('no', 'NotAllowedError'); }"
    )
    start(page, REST_STOP)

    expect(part(page, "notice")).to_have_text("The screen may switch off by itself. The time goes on all the same.")
