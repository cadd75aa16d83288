"""The trends page with records: every plot, its words, its table, and that all of it can be reached and read."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.journal.phones import JournalPhone
from tests.browser.walk import axe_findings_in_every_mode

NO_FINDINGS: dict[str, list[Any]] = {}
PLOTS = ["back", "leg", "reach", "weeks", "sitting", "driving"]


def note_days_ago(phone: JournalPhone, kind: str, days: dict[int, dict[str, Any]]) -> None:
    """Save one record on each of these days, counted back from today."""
    phone.run(
        """for (const [ago, data] of Object.entries(value.days)) {
          const at = j.moment.moment(new Date(Date.now() - ago * 86400000));
          await j.records.saveRecord(null, value.kind, { at, ...data });
        }""",
        {"kind": kind, "days": {str(ago): data for ago, data in days.items()}},
    )


def trends(phone: JournalPhone) -> Page:
    """Open the page and wait until its goals stand too, which come last."""
    page = phone.page
    page.goto("/journal/trends/")
    expect(page.get_by_label("A goal in your own words")).to_be_enabled()
    return page


def summary(page: Page, plot: str) -> Locator:
    """Return the words of a plot."""
    return page.locator(f"[data-chart={plot}] [data-summary]")


def table(page: Page, plot: str) -> list[list[str]]:
    """Open the table of a plot and return its rows without the day."""
    page.locator(f"[data-chart={plot}] summary").click()
    rows = page.locator(f"[data-chart={plot}] tbody tr")
    expect(rows.first).to_be_visible()
    return [[cell.strip() for cell in row.locator("td").all_inner_texts()] for row in rows.all()]


def days_of_last_week() -> str:
    """Return code that says how many days ago last Monday but one was."""
    return "(new Date().getDay() + 6) % 7 + 7"


def test_period_decides_which_days_are_shown(keeper: JournalPhone) -> None:
    note_days_ago(keeper, "check-in", {60: {"back": 9}, 20: {"back": 8}, 0: {"back": 4}})
    page = trends(keeper)

    shown = {}
    for period in ("Today", "4 weeks", "3 months", "All"):
        page.get_by_label(period, exact=True).check()
        count = {"Today": 1, "4 weeks": 2}.get(period, 3)
        expect(summary(page, "back")).to_contain_text(f"Days noted: {count}.")
        shown[period] = (summary(page, "back").text_content() or "").split(". Days")[0]

    assert list(shown.values()) == [
        "Back or hips: middle value 4, from 4 to 4",
        "Back or hips: middle value 6, from 4 to 8",
        "Back or hips: middle value 8, from 4 to 9",
        "Back or hips: middle value 8, from 4 to 9",
    ]


def test_line_is_the_median_of_seven_days(keeper: JournalPhone) -> None:
    note_days_ago(keeper, "check-in", {9: {"back": 10}, 2: {"back": 2}, 1: {"back": 8}, 0: {"back": 4}})

    page = trends(keeper)

    assert table(page, "back") == [["4", "4"], ["8", "5"], ["2", "2"], ["10", "10"]]
    expect(page.locator("[data-chart=back] .chart__line")).to_be_attached()


@pytest.mark.parametrize(
    ("now", "words"),
    [(5, "That is within the usual measuring error."), (3, "Less by 3, which is more than the usual measuring error.")],
)
def test_change_within_the_measuring_error_is_called_so(keeper: JournalPhone, now: int, words: str) -> None:
    note_days_ago(keeper, "check-in", {8: {"back": 6}, 1: {"back": now}})

    page = trends(keeper)

    expect(summary(page, "back")).to_contain_text(f"Last 7 days: {now}; the 7 days before: 6. {words}")
    expect(page.locator("[data-chart=back] .chart__band")).to_be_attached()


def test_furthest_point_down_the_leg_is_shown_by_day(keeper: JournalPhone) -> None:
    note_days_ago(keeper, "check-in", {3: {"reach": "calf"}, 1: {"reach": "thigh"}})

    page = trends(keeper)

    words = "Furthest in this time: Calf. Last noted: Thigh. Days noted: 2."
    expect(summary(page, "reach")).to_have_text(words)
    assert table(page, "reach") == [["Thigh"], ["Calf"]]


@pytest.mark.parametrize(("wanted", "sessions", "needed", "full"), [(7, 3, 3, 1), (7, 2, 3, 0), (2, 2, 2, 1)])
def test_three_days_make_a_week_full_or_the_lower_number_of_ones_own(
    keeper: JournalPhone, wanted: int, sessions: int, needed: int, full: int
) -> None:
    keeper.save("goal", type="sessions-per-week", days_per_week=wanted)
    monday = keeper.run(f"return {days_of_last_week()}")
    note_days_ago(keeper, "session", {monday - day: {"moves": []} for day in range(sessions)})

    page = trends(keeper)

    expect(summary(page, "weeks")).to_contain_text(f"Full weeks (days needed: {needed}): {full} of ")
    expect(page.get_by_label("Days a week that you would like")).to_have_value(str(wanted))
    expect(page.locator("#days-hint")).to_contain_text("a week with three days is full, whatever you would like")


def test_hours_of_sitting_and_driving_are_shown(keeper: JournalPhone) -> None:
    note_days_ago(keeper, "check-in", {2: {"sitting_hours": 6}, 1: {"sitting_hours": 8, "driving_hours": 1.5}})

    page = trends(keeper)

    expect(summary(page, "sitting")).to_have_text("Sitting: middle value 7 hours a day, at most 8. Days noted: 2.")
    assert table(page, "driving") == [["1.5"]]


@pytest.fixture
def full_page(keeper: JournalPhone) -> Page:
    """Return the page with something in every plot."""
    told = {"back": 6, "leg": 3, "reach": "calf", "sitting_hours": 6, "driving_hours": 1}
    note_days_ago(keeper, "check-in", {ago: {**told, "back": ago % 7} for ago in range(20)})
    note_days_ago(keeper, "session", {ago: {"moves": []} for ago in (1, 3, 8)})
    return trends(keeper)


def test_every_plot_has_a_name_and_a_table_that_the_keyboard_opens(full_page: Page) -> None:
    for plot in PLOTS:
        figure = full_page.locator(f"[data-chart={plot}]")
        words = summary(full_page, plot).text_content() or ""
        expect(figure.get_by_role("img")).to_have_attribute("aria-label", words)
        figure.locator("summary").focus()
        full_page.keyboard.press("Enter")
        expect(figure.locator("tbody tr").first).to_be_visible()


def test_page_with_records_passes_axe_in_every_mode(full_page: Page) -> None:
    full_page.locator("[data-chart=back] summary").click()

    assert {mode: found for mode, found in axe_findings_in_every_mode(full_page).items() if found} == NO_FINDINGS


def test_plots_can_be_told_from_their_ground_in_forced_colours(full_page: Page) -> None:
    full_page.emulate_media(forced_colors="active")

    look = """(parts) => parts.map((part) => {
      const { fill, stroke } = getComputedStyle(part);
      const ground = getComputedStyle(document.body).backgroundColor;
      return [fill, stroke].some((colour) => colour !== "none" && colour !== ground);
    })"""
    marks = full_page.locator("[data-chart=back] .chart__marks, [data-chart=back] .chart__line, .chart__bar")
    seen = marks.evaluate_all(look)
    assert len(seen) > 4
    assert all(seen)
