"""Voice, tones, vibration, large words and media keys: each on or off, none from the network, none unasked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import PATIENCE, SPOKEN, open_before, part, press, run, screen, start

QUAD = "/stretches/standing-quad-stretch/play/"
REST_STOP = "/routines/rest-stop-break/play/?minutes=3"
NEXT = "Next: Standing quad stretch. Left side. Get ready."
STEPS = """async () => {
  const { findMove } = await import("/static/js/player/pages.js");
  const { toRead } = await import("/static/js/player/reading.js");
  return toRead({ move: await findMove("standing-quad-stretch"), note: "" });
}"""
TONES = """
window.rung = [];
window.AudioContext = class {
  state = "running";
  currentTime = 0;
  destination = {};
  async resume() {}
  async close() {}
};
window.GainNode = class {
  gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
  connect(to) { return to; }
};
window.OscillatorNode = class {
  constructor(_context, { frequency }) { window.rung.push(frequency); }
  connect(to) { return to; }
  start() {}
  stop() {}
};
"""
SHAKEN = "window.shaken = []; navigator.vibrate = (pattern) => { window.shaken.push(pattern); return true; };"
KEYS = """
window.keys = {};
navigator.mediaSession.setActionHandler = (name, act) => { window.keys[name] = act; };
window.played = 0;
HTMLMediaElement.prototype.play = async () => { window.played += 1; };
"""


def off(page: Page, *names: str) -> None:
    """Switch ways of guiding off on this device, before the page is opened."""
    for name in names:
        page.add_init_script(f"localStorage.setItem('hipcare:cue-{name}', 'off');")


def voices(*found: str) -> str:
    return f"{SPOKEN}window.voices = [{', '.join(found)}];"


def own(language: str) -> str:
    return f'{{ localService: true, lang: "{language}", name: "own" }}'


def from_the_network(language: str) -> str:
    return f'{{ localService: false, lang: "{language}", name: "network", default: true }}'


def spoken(page: Page) -> list[str]:
    """Return what the voice has said."""
    return [text for text in page.evaluate("window.spoken") if text != "(quiet)"]


def test_voice_says_what_is_on_from_start_to_end(page: Page) -> None:
    page.add_init_script(SPOKEN)
    off(page, "read")
    start(page, QUAD)
    run(page, 90)

    assert spoken(page) == [
        NEXT, "Start. Hold for 30 seconds.", "Half way.", "Five seconds more.", "Change sides. Right side.",
        "Start. Hold for 30 seconds.", "Half way.", "Five seconds more.", "That was all. Well done.",
    ]  # fmt: skip


def test_voice_of_the_device_is_taken_and_not_that_of_the_network(page: Page) -> None:
    page.add_init_script(voices(from_the_network("en-GB"), own("en-US")))
    start(page, QUAD)

    assert page.evaluate("window.spoke") == "own"


@pytest.mark.parametrize("found", [from_the_network("en-GB"), own("es-ES"), ""], ids=["network", "Spanish", "none"])
def test_device_without_a_voice_of_its_own_says_so_and_stays_silent(page: Page, found: str) -> None:
    page.add_init_script(voices(found))
    open_before(page, QUAD)
    expect(part(page, "no-voice")).to_contain_text("This device has no voice of its own in your language")
    expect(page.get_by_label("A voice")).to_be_hidden()
    expect(page.get_by_label("The voice reads the steps")).to_be_hidden()

    page.locator("[data-do=start]").click()
    expect(screen(page, "running")).to_be_visible(timeout=PATIENCE)
    assert spoken(page) == []


def test_switched_off_voice_is_silent(page: Page) -> None:
    page.add_init_script(SPOKEN)
    off(page, "voice")
    start(page, QUAD)
    run(page, 60)

    assert spoken(page) == []


def test_voice_reads_the_side_and_the_steps_while_the_person_gets_into_place(page: Page) -> None:
    page.add_init_script(SPOKEN)
    start(page, QUAD)
    steps = page.evaluate(STEPS)

    assert steps[0].startswith("The side that works is")
    assert len(steps) > 3
    assert spoken(page) == [NEXT, *steps]


def test_getting_into_place_lasts_as_long_as_the_reading(page: Page) -> None:
    page.add_init_script(SPOKEN)
    start(page, QUAD)
    letters = len(" ".join(page.evaluate(STEPS)))
    run(page, letters / 15)
    expect(part(page, "stage")).to_have_text("Get ready.")
    run(page, letters / 13 - letters / 15 + 6)

    expect(part(page, "stage")).to_have_text("Hold.")


def test_who_is_in_place_need_not_hear_the_rest(page: Page) -> None:
    page.add_init_script(SPOKEN)
    start(page, QUAD)
    page.get_by_role("button", name="I am in place").click()

    expect(part(page, "stage")).to_have_text("Hold.")
    assert page.evaluate("window.spoken").index("(quiet)") < page.evaluate("window.spoken.length") - 1
    assert spoken(page)[-1] == "Start. Hold for 30 seconds."


def test_steps_are_not_read_where_that_is_switched_off(page: Page) -> None:
    page.add_init_script(SPOKEN)
    open_before(page, QUAD)
    page.get_by_label("The voice reads the steps").uncheck()
    page.clock.install()
    page.reload()
    page.locator("[data-do=start]").click()
    expect(screen(page, "running")).to_be_visible(timeout=PATIENCE)

    assert spoken(page) == [NEXT]
    expect(part(page, "in-place")).to_be_hidden()


def test_screen_reader_is_spared_the_steps(page: Page) -> None:
    page.add_init_script(SPOKEN)
    start(page, QUAD)
    run(page, 5)

    expect(page.locator("#announce")).to_have_text(NEXT)


def test_pause_ends_the_reading_and_going_on_begins_it_anew(page: Page) -> None:
    page.add_init_script(SPOKEN)
    start(page, QUAD)
    steps = page.evaluate(STEPS)
    run(page, 5)
    press(page, "Pause")
    assert page.evaluate("window.spoken.slice(-2)") == ["(quiet)", "Paused."]

    press(page, "Go on")
    assert spoken(page)[-len(steps) - 1 :] == [NEXT, *steps]


@pytest.mark.parametrize("name", ["Skip", "Stop, it hurts"])
def test_reading_ends_where_the_move_is_left(page: Page, name: str) -> None:
    page.add_init_script(SPOKEN)
    start(page, REST_STOP)
    said = page.evaluate("window.spoken.length")
    press(page, name)

    assert page.evaluate(f"window.spoken[{said}]") == "(quiet)"


def test_tones_mark_the_start_and_the_end_of_a_hold(page: Page) -> None:
    page.add_init_script(TONES)
    start(page, QUAD)
    run(page, 20)
    assert page.evaluate("window.rung") == [520, 660, 660]
    run(page, 70)

    assert page.evaluate("window.rung.slice(-3)") == [660, 520, 440]


def test_switched_off_tones_are_silent(page: Page) -> None:
    page.add_init_script(TONES)
    off(page, "tones")
    start(page, QUAD)
    run(page, 90)

    assert page.evaluate("window.rung") == []


def test_phone_shakes_at_each_mark(page: Page) -> None:
    page.add_init_script(SHAKEN)
    start(page, QUAD)
    run(page, 40)

    assert [one for one in page.evaluate("window.shaken") if one != 0] == [
        [80, 80, 80], [120], [60], [60, 60, 60], [80, 80, 80],
    ]  # fmt: skip


def test_switched_off_vibration_is_still(page: Page) -> None:
    page.add_init_script(SHAKEN)
    off(page, "vibration")
    start(page, QUAD)
    run(page, 40)

    assert [one for one in page.evaluate("window.shaken") if one != 0] == []


def test_large_words_are_larger(page: Page) -> None:
    size = "(element) => parseFloat(getComputedStyle(element.parentElement).fontSize)"
    start(page, QUAD)
    large = part(page, "stage").evaluate(size)
    page.evaluate("localStorage.setItem('hipcare:cue-large', 'off')")
    page.reload()
    expect(screen(page, "running")).to_be_visible(timeout=PATIENCE)

    assert large >= 1.5 * part(page, "stage").evaluate(size)


def test_media_keys_are_left_to_the_music_unless_asked_for(page: Page) -> None:
    page.add_init_script(KEYS)
    start(page, QUAD)

    assert page.evaluate("[Object.keys(window.keys), window.played]") == [[], 0]


def test_media_keys_steer_where_asked_for_and_are_given_back_at_the_end(page: Page) -> None:
    page.add_init_script(KEYS)
    page.add_init_script("localStorage.setItem('hipcare:cue-media', 'on');")
    start(page, REST_STOP)
    assert page.evaluate("window.played") == 1

    page.evaluate("window.keys.pause()")
    expect(page.get_by_role("button", name="Go on", exact=True)).to_be_visible()
    page.evaluate("window.keys.play()")
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    page.evaluate("window.keys.nexttrack()")
    expect(part(page, "move")).to_have_text("Standing quad stretch")
    page.evaluate("window.keys.previoustrack()")
    expect(part(page, "move")).to_have_text(re.compile("hip-flexor"))
    page.get_by_role("button", name="Finish here").click()
    assert page.evaluate("Object.values(window.keys).every((act) => act === null)")
