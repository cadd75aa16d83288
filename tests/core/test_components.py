"""The partials in templates/components: what they draw from what they are given."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import html5lib
import pytest
from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

COMPONENTS = Path(settings.BASE_DIR) / "templates" / "components"
HOSTILE = '<script>alert("x")</script>'


def draw(component: str, /, **context: Any) -> str:
    """Render a component and let whitespace between words count as one space."""
    return re.sub(r"\s+", " ", render_to_string(f"components/{component}.html", context)).strip()


def parse(html: str) -> Any:
    """Parse a fragment; raises where it is not valid HTML."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)


FULL: dict[str, dict[str, Any]] = {
    "card": {"title": HOSTILE, "href": "/x/", "summary": HOSTILE, "chips": [HOSTILE], "note": HOSTILE},
    "chips": {"items": [HOSTILE], "strong": HOSTILE, "label": HOSTILE},
    "chip_links": {"items": [{"label": HOSTILE, "href": HOSTILE, "current": True}], "label": HOSTILE},
    "links": {"items": [{"label": HOSTILE, "href": HOSTILE, "text": HOSTILE}]},
    "notice": {"title": HOSTILE, "text": HOSTILE, "items": [HOSTILE], "href": HOSTILE, "link": HOSTILE, "level": 2},
    "steps": {"items": [HOSTILE]},
    "feel": {"feel": [HOSTILE], "not_feel": [HOSTILE]},
    "dose": {"parts": [HOSTILE], "note": HOSTILE, "basis": HOSTILE},
    "disclosure": {"summary": HOSTILE, "text": HOSTILE, "items": [HOSTILE], "open": True},
    "definitions": {"rows": [{"term": HOSTILE, "text": HOSTILE}, {"term": "a", "items_list": [HOSTILE]}]},
    "family": {"members": [{"label": HOSTILE, "href": HOSTILE, "difference": HOSTILE, "current": True}]},
    "swaps": {"items": [{"title": HOSTILE, "href": HOSTILE, "relation": HOSTILE, "reasons": [HOSTILE]}]},
    "sources": {"items": [{"title": HOSTILE, "href": HOSTILE, "kind": HOSTILE, "year": 2024, "note": HOSTILE}]},
    "review": {"rows": [{"term": HOSTILE, "text": HOSTILE}], "title": HOSTILE, "note": HOSTILE},
    "button": {"label": HOSTILE, "name": HOSTILE, "value": HOSTILE, "icon": "play"},
    "count": {"text": HOSTILE},
    "state": {"title": HOSTILE, "text": HOSTILE, "items": [HOSTILE], "actions": [{"label": HOSTILE, "href": HOSTILE}]},
    "loading": {"text": HOSTILE},
    "progress": {"id": "p", "label": HOSTILE, "value": 1, "max": 2, "text": HOSTILE},
    "dialog": {"id": "d", "title": HOSTILE, "text": HOSTILE, "confirm": HOSTILE, "cancel": HOSTILE},
    "toast": {"text": HOSTILE, "href": HOSTILE, "link": HOSTILE},
    "table": {"id": "t", "caption": HOSTILE, "head": [HOSTILE], "rows": [[HOSTILE, HOSTILE]]},
    "tick_list": {"legend": HOSTILE, "items": [{"id": "i", "label": HOSTILE}], "name": HOSTILE},
    "breadcrumb": {"items": [{"label": HOSTILE, "href": HOSTILE}]},
    "page_head": {"title": HOSTILE, "eyebrow": HOSTILE, "lead": HOSTILE, "chips": [HOSTILE]},
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(FULL))
def test_text_is_escaped_and_html_is_valid(name: str) -> None:
    html = draw(name, **FULL[name])

    parse(html)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("path", sorted(COMPONENTS.rglob("*.html")), ids=lambda path: path.stem)
def test_no_inline_style_or_handler(path: Path) -> None:
    assert re.search(r"\sstyle=|\son[a-z]+=|<style|<script", path.read_text(encoding="utf-8")) is None


def test_every_component_is_in_the_list_for_readers() -> None:
    private = {"nav", "nav_item", "footer", "head_links", "announcements", "language_links", "language_switch"}
    listed = set(re.findall(r"^\| `([a-z_]+)`", (COMPONENTS / "README.md").read_text(encoding="utf-8"), re.MULTILINE))

    assert {path.stem for path in COMPONENTS.glob("*.html")} - private == listed


def test_card_link_is_its_title() -> None:
    card = parse(draw("card", title="Lunge", href="/stretches/lunge/", level=2))

    assert [(link.get("href"), link.text) for link in card.iter("a")] == [("/stretches/lunge/", "Lunge")]
    assert card.find(".//h2") is not None


def test_card_draws_its_figure_unescaped() -> None:
    assert "<svg></svg>" in draw("card", title="Lunge", href="/", figure=mark_safe("<svg></svg>"))


def test_card_without_chips_has_no_empty_list() -> None:
    assert "<ul" not in draw("card", title="Lunge", href="/")


def test_icons_are_hidden_from_screen_readers() -> None:
    for path in (COMPONENTS / "icons").glob("*.html"):
        assert path.read_text(encoding="utf-8").startswith('<svg aria-hidden="true" focusable="false"'), path.stem


def test_notice_title_is_a_heading_only_where_a_level_is_given() -> None:
    assert "<h3" in draw("notice", title="Ask first", level=3)
    assert "<h" not in draw("notice", title="Ask first")


def test_family_marks_the_page_itself_in_words_and_code() -> None:
    switch = parse(
        draw("family", members=[{"label": "Base", "href": "/a/", "current": True}, {"label": "B", "href": "/b/"}])
    )

    assert [link.get("aria-current") for link in switch.iter("a")] == ["page", None]
    assert "(this page)" in "".join(switch.itertext())


def test_button_with_an_address_is_a_link() -> None:
    assert draw("button", label="Start", href="/x/") == '<a class="button" href="/x/">Start</a>'


def test_button_that_opens_a_dialog_says_so() -> None:
    button = parse(draw("button", label="Delete", type="button", dialog="sure")).find("button")

    assert (button.get("data-behaviour"), button.get("data-dialog"), button.get("aria-haspopup")) == (
        "dialog", "sure", "dialog",
    )  # fmt: skip


def test_dangerous_dialog_starts_on_cancel() -> None:
    dialog = parse(draw("dialog", id="sure", title="Delete?", danger=True))

    assert [button.get("value") for button in dialog.iter("button") if "autofocus" in button.attrib] == ["cancel"]


def test_changes_carry_a_machine_readable_date() -> None:
    change = SimpleNamespace(live_from=datetime.date(2026, 11, 21), version=2, note="Shorter hold.")

    time = parse(draw("changes", items=[change])).find(".//time")
    assert (time.get("datetime"), time.text) == ("2026-11-21", "21 November 2026")


def test_table_heads_its_columns_and_rows() -> None:
    table = parse(draw("table", id="t", caption="Weeks", head=["Week", "Pain"], rows=[["1", "4"]]))

    assert [(cell.get("scope"), cell.text) for cell in table.iter("th")] == [
        ("col", "Week"),
        ("col", "Pain"),
        ("row", "1"),
    ]


class Regions(forms.Form):
    """A filter of one group."""

    regions = forms.MultipleChoiceField(
        label="Where", choices=[("back", "Low back"), ("hip", "Hip")], widget=forms.CheckboxSelectMultiple
    )


def test_filter_group_opens_where_something_is_ticked() -> None:
    field = Regions({"regions": ["hip"]})["regions"]

    group = parse(draw("filter_group", field=field, chosen=1))
    assert "open" in group.find("details").attrib
    assert [box.get("value") for box in group.iter("input") if "checked" in box.attrib] == ["hip"]


def test_filter_group_stays_folded_where_nothing_is_ticked() -> None:
    group = parse(draw("filter_group", field=Regions({})["regions"], chosen=0))

    assert "open" not in group.find("details").attrib
