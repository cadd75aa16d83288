"""How forms are drawn: label, hint and error of each field tied to its control."""

from __future__ import annotations

from typing import Any

import html5lib
from django import forms


class Sample(forms.Form):
    """A field of each sort."""

    email = forms.EmailField(label="E-mail address", help_text="We send a code to it.")
    side = forms.ChoiceField(label="Side", choices=[("l", "Left"), ("r", "Right")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False)
    agree = forms.BooleanField(label="Keep this on my phone")
    step = forms.IntegerField(widget=forms.HiddenInput, required=False)


def draw(form: forms.Form) -> Any:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(form.as_div())


def by_id(page: Any, name: str) -> Any:
    return next(element for element in page.iter() if element.get("id") == name)


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def test_hint_and_error_are_tied_to_the_control() -> None:
    page = draw(Sample({"email": "me@"}))

    described = by_id(page, "id_email").get("aria-describedby").split()
    assert [text_of(by_id(page, name)) for name in described] == [
        "We send a code to it.",
        "Enter a valid email address.",
    ]
    assert by_id(page, "id_email").get("aria-invalid") == "true"


def test_radio_group_is_a_fieldset_with_its_error() -> None:
    fieldset = draw(Sample({})).find(".//fieldset")

    assert text_of(fieldset.find("legend")) == "Side"
    assert fieldset.get("aria-describedby") == "id_side_error"
    assert fieldset.find("ul").get("id") == "id_side_error"


def test_only_optional_fields_say_so() -> None:
    labels = [text_of(label) for label in draw(Sample()).iter("label")]

    assert labels == ["E-mail address", "Left", "Right", "Note (optional)", "Keep this on my phone"]


def test_tick_box_comes_before_its_words() -> None:
    label = next(label for label in draw(Sample()).iter("label") if label.get("for") == "id_agree")

    assert [child.tag for child in label] == ["input", "span"]


def test_summary_links_each_error_to_its_control() -> None:
    page = draw(Sample({"email": "me@", "side": ""}))

    links = [link.get("href") for link in page.iter("a")]
    assert links == ["#id_email", "#id_side_0", "#id_agree"]
    assert all(by_id(page, link.removeprefix("#")).tag == "input" for link in links)


def test_summary_takes_focus_when_the_page_opens() -> None:
    summary = next(element for element in draw(Sample({})).iter() if "error-summary" in element.get("class", ""))

    assert (summary.get("tabindex"), "autofocus" in summary.attrib) == ("-1", True)


def test_form_without_errors_has_no_summary() -> None:
    assert "error-summary" not in Sample().as_div()


def test_hidden_fields_are_kept() -> None:
    assert by_id(draw(Sample(initial={"step": 3})), "id_step").get("value") == "3"


def test_error_of_a_hidden_field_is_shown() -> None:
    form = Sample({"email": "me@example.org", "side": "l", "agree": "on", "step": "x"})

    assert "Enter a whole number." in text_of(draw(form))


def test_what_was_typed_is_kept_and_escaped() -> None:
    html = Sample({"note": '"><script>'}).as_div()

    assert "<script>" not in html
    assert by_id(draw(Sample({"note": '"><script>'})), "id_note").get("value") == '"><script>'
