"""About me and my routines: what is told is kept, changes what is played, and every change is said."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.player import open_before, part, play_to_the_end, records, screen, tell

ANGLES = "/routines/all-angle-standing/play/"
OUTER_HIP = "Standing outer-hip (TFL) stretch"


def keep_answers(page: Page, *ids: str) -> None:
    page.goto("/about-me/")
    for one in ids:
        page.locator(f"#{one}").check()
    page.get_by_role("button", name="Keep my answers").click()
    expect(part(page, "said")).to_have_text("Kept on this phone.")


def test_answers_are_kept_and_shown_again(page: Page) -> None:
    keep_answers(page, "outer-hip-yes", "bones-not-sure", "knee-no")
    page.reload()

    for one in ("outer-hip-yes", "bones-not-sure", "knee-no"):
        expect(page.locator(f"#{one}")).to_be_checked()
    (profile,) = records(page, "profile")
    assert profile["cautions"] == ["lateral-hip-pain", "osteoporosis"]


def test_page_says_what_the_answers_mean(page: Page) -> None:
    page.goto("/about-me/")
    page.locator("#bones-yes").check()

    expect(part(page, "ask-list")).to_contain_text("Are your bones fragile")
    expect(part(page, "caution-list")).to_have_text("Fragile bones")


def test_forgotten_answers_are_gone(page: Page) -> None:
    keep_answers(page, "outer-hip-yes")
    page.get_by_role("button", name="Forget all answers").click()
    expect(part(page, "said")).to_have_text("All answers are forgotten.")

    assert records(page, "profile")[0]["cautions"] == []


def test_changed_move_says_which_and_why_and_can_be_played_anyway(page: Page) -> None:
    keep_answers(page, "outer-hip-yes")
    open_before(page, ANGLES)
    lines = part(page, "lines")
    expect(lines).to_contain_text("Left out. Because: pain on the outside of the hip.")

    page.get_by_role("button", name=f"Play {OUTER_HIP} anyway").click()

    expect(lines).not_to_contain_text("Left out.")
    expect(page.get_by_role("button", name="Back to what suits me")).to_be_visible()


def test_dropped_move_is_never_played(page: Page) -> None:
    tell(page, cautions=["lateral-hip-pain"])
    page.clock.install()
    open_before(page, ANGLES)
    page.locator("[data-do=start]").click()
    play_to_the_end(page, 900)
    page.get_by_role("button", name="Keep it in my journal").click()
    expect(screen(page, "end")).to_be_visible()

    assert "standing-tfl-stretch" not in {move["move"]["slug"] for move in records(page, "session")[0]["moves"]}


def test_recent_surgery_leads_to_the_surgery_set(page: Page) -> None:
    keep_answers(page, "surgery-yes")
    page.goto(ANGLES)

    expect(page.get_by_role("heading", name="This may not suit you")).to_be_visible()
    expect(page.get_by_role("link", name="Gentle rest after surgery")).to_be_visible()
    page.get_by_role("button", name="Show it anyway").click()
    expect(screen(page, "before")).to_be_visible()


def test_untold_body_changes_nothing_and_says_so(page: Page) -> None:
    open_before(page, ANGLES)

    expect(part(page, "body-notice")).to_contain_text("hipcare does not know your body yet")


def test_equipment_that_is_not_there_is_swapped_with_its_reason(page: Page) -> None:
    page.goto("/my/routines/")
    page.get_by_label("Mat", exact=False).locator("visible=true").first.check()
    expect(part(page, "said")).to_have_text("Kept on this phone.")
    open_before(page, "/routines/buttock-release/play/")

    expect(part(page, "lines")).to_contain_text("Because: you have no ball.")


def test_own_routine_is_built_reordered_and_played(page: Page) -> None:
    page.clock.install()
    page.goto("/my/routines/")
    page.get_by_label("Its name").fill("Morning")
    for title in ("Bridge", "Figure-4 stretch"):
        page.get_by_label("Add a move").select_option(title)
        page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Move Figure-4 stretch up", exact=True).click()
    page.get_by_label("How long?").first.select_option("10 seconds")
    page.get_by_role("button", name="Keep this routine").click()
    page.get_by_role("link", name="Play Morning").click()
    expect(screen(page, "before")).to_be_visible()

    assert part(page, "lines").locator("strong").all_inner_texts() == ["Figure-4 stretch", "Bridge"]
    page.locator("[data-do=start]").click()
    play_to_the_end(page, 600)


def test_own_routine_is_reordered_by_dragging(page: Page) -> None:
    page.goto("/my/routines/")
    for title in ("Bridge", "Figure-4 stretch"):
        page.get_by_label("Add a move").select_option(title)
        page.get_by_role("button", name="Add it").click()
    page.set_viewport_size({"width": 1000, "height": 1600})  # a mouse's window: nothing scrolls under the dragged item
    page.locator("[data-place='1'] strong").drag_to(page.locator("[data-place='0'] strong"))

    assert part(page, "steps").locator("strong").all_inner_texts() == ["Figure-4 stretch", "Bridge"]


def test_deleted_routine_can_be_brought_back(page: Page) -> None:
    tell(
        page,
        routines=[
            {"id": "a", "title": "Morning", "steps": [{"slug": "bridge-pose", "title": "Bridge", "seconds": None}]}
        ],
    )
    page.goto("/my/routines/")
    page.get_by_role("button", name="Delete Morning").click()
    expect(part(page, "routines").locator("li")).to_have_count(0)

    page.get_by_role("button", name="Bring it back").click()

    expect(part(page, "routines").locator("li")).to_have_count(1)


def test_unnamed_routine_gets_a_message_and_loses_nothing(page: Page) -> None:
    page.goto("/my/routines/")
    page.get_by_label("Add a move").select_option("Bridge")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Keep this routine").click()

    expect(page.get_by_label("Its name")).to_be_focused()
    expect(page.get_by_label("Its name")).to_have_accessible_description("Give it a name.")
    expect(part(page, "steps").locator("li")).to_have_count(1)
