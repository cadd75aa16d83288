"""An ordinary month: one page on paper, and files that others can read."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from playwright.sync_api import Page, expect

from apps.journal.documents import errors_in
from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import Faults
from tests.server import Server

MONTH = """
  const at = (day, hour) => j.moment.moment(new Date(Date.now() - day * 86400000 - hour * 3600000));
  const save = (kind, data) => j.records.saveRecord(null, kind, data);
  const named = (slug, title) => ({ document: crypto.randomUUID(), slug, title });
  const reaches = ["buttock", "thigh", "knee", "calf"];
  for (let day = 27; day >= 0; day -= 1) {
    for (const hour of [0, 8]) {
      await save("check-in", { at: at(day, hour), back: (day + hour) % 8, leg: day % 5, reach: reaches[day % 4],
        side: "left", sleep_hours: 7, sitting_hours: 3 + (day % 6), driving_hours: day % 3,
        ...(day % 3 ? {} : { note: "Stairs were easier today, and the drive home was long. It eased later." }) });
    }
    await save("sit", { at: at(day, 4), seconds: 5400, comfort_before: 4, comfort: 6,
      position: named("upright", "Upright with support") });
    if (day % 2) await save("session", { at: at(day, 2), seconds: 600, outcome: "done",
      routine: named("morning", "Morning easing"), before: { back: 5 }, after: { back: 3 },
      moves: [{ move: named("cat-cow", "Cat and cow"), outcome: "done", feeling: "better" }] });
    if (day % 7 === 1) {
      const items = ["pain", "enjoyment", "activity"].map((code) => ({ code, text: `Question ${code}`, value: 4 }));
      await save("measure", { at: at(day, 1), instrument: "peg", version: "2009", items, score: 4 });
      const own = ["Walk to the shop", "Sit through a film", "Put on socks"];
      const three = own.map((text, n) => ({ code: `own-${n + 1}`, text, value: n + 4 }));
      await save("measure", { at: at(day, 1), instrument: "psfs", version: "1995", items: three, score: 5 });
      await save("measure", { at: at(day, 1), instrument: "global-change", version: "1976",
        items: [{ code: "change", text: "How is it?", value: 3, answer: "Minimally improved" }], score: 3 });
    }
  }
  for (const title of ["Walk to the shop", "Sit through a film", "Lift the child again"]) await save("goal", { title });
"""


@pytest.fixture
def keeper(phone_at: MakePhone, journal_site: Server, faults: Faults) -> JournalPhone:
    """Return the phone of somebody who has kept a journal for a month."""
    faults.allow("Service Worker registration blocked")
    phone = phone_at(journal_site, journal_site.url, base_url=journal_site.url, accept_downloads=True)
    phone.run(MONTH)
    return phone


@pytest.fixture
def journal(keeper: JournalPhone) -> Page:
    return keeper.page


def pages_in(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("width", [360, 1280])
def test_report_of_an_ordinary_month_is_one_page_with_every_section_on(journal: Page, width: int) -> None:
    journal.set_viewport_size({"width": width, "height": 740})
    journal.goto("/journal/report/")
    expect(journal.locator("[data-report-links] li").first).to_be_visible()
    for part in journal.locator("[name=part]").all():
        part.check()
    journal.get_by_label("Name on the page").fill("Kim Example")
    journal.get_by_label("What you want to ask").fill("Is it safe to run?\nWhat else could I try?")

    paper = journal.pdf(prefer_css_page_size=True)

    assert pages_in(paper) == 1


def saved(page: Page, name: str) -> str:
    """Press a button of the page of files, and return what it saves."""
    page.goto("/journal/backup/")
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes().decode("utf-8")


def test_table_has_a_line_for_each_record(keeper: JournalPhone, journal: Page) -> None:
    rows = keeper.rows()
    text = saved(journal, "Save as CSV")

    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert text.startswith("\ufeff")
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert {len(line) for line in lines} == {len(lines[0])}
    noted = [line["note"] for line in lines if line["note"]]
    assert noted == [row["data"]["note"] for row in rows if row["data"].get("note")]


def test_plain_data_holds_every_record_as_the_contract_says(keeper: JournalPhone, journal: Page) -> None:
    rows = keeper.rows()
    document = json.loads(saved(journal, "Save as JSON"))

    assert [(one["id"], one["kind"], one["data"]) for one in document["records"]] == [
        (row["id"], row["kind"], row["data"]) for row in rows
    ]
    assert [errors for one in document["records"] if (errors := errors_in(one["kind"], one["data"]))] == []


def test_health_record_of_a_month_is_valid_fhir(journal: Page) -> None:
    bundle: Any = Bundle.model_validate_json(saved(journal, "Save as FHIR"))

    kinds = [one.resource.get_resource_type() for one in bundle.entry]
    assert bundle.type == "collection"
    assert (kinds[0], set(kinds[1:])) == ("Patient", {"Goal", "Observation", "QuestionnaireResponse"})
    assert kinds.count("QuestionnaireResponse") == 4 * 3
    urls = [one.fullUrl for one in bundle.entry]
    subjects = {one.resource.subject.reference for one in bundle.entry[1:]}
    assert len(urls) == len(set(urls))
    assert subjects == {urls[0]}
