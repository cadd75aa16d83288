"""The Spanish translation is whole, agrees with the code, and is the one that is compiled."""

from __future__ import annotations

import gettext
import re

import polib
import pytest

from tests.languages.extraction import ROOT, Message, messages

FILE = ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|</?\w+[^>]*>")
REFRESH = "run “make messages”, translate what is new, and run it again"


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(FILE))


def key(entry: polib.POEntry) -> Message:
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_message_is_listed_and_no_other(catalogue: polib.POFile) -> None:
    listed, shown = {key(entry) for entry in catalogue}, messages()

    assert (shown - listed, listed - shown) == (set(), set()), REFRESH


def test_every_message_is_translated(catalogue: polib.POFile) -> None:
    open_ones = [entry.msgid for entry in catalogue if entry.fuzzy or not all(map(str.strip, texts(entry)))]

    assert open_ones == [], REFRESH


def test_placeholders_and_marks_are_those_of_the_message(catalogue: polib.POFile) -> None:
    wrong = {}
    for entry in catalogue:
        wanted = sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        if any(sorted(PLACEHOLDER.findall(text)) != wanted for text in texts(entry)):
            wrong[entry.msgid] = texts(entry)

    assert wrong == {}


def test_translations_begin_and_end_as_their_message(catalogue: polib.POFile) -> None:
    """A colon, an ellipsis or a line break at the end joins the text to what follows."""
    ends = re.compile(r"([:…\n]|)$")
    wrong = [
        entry.msgid
        for entry in catalogue
        for text in texts(entry)
        if ends.findall(text)[0] != ends.findall(entry.msgid)[0] or text != text.strip(" ")
    ]

    assert wrong == []


def test_compiled_file_is_that_of_the_translation(catalogue: polib.POFile) -> None:
    with FILE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog

    assert {text for text in compiled.values() if text} == {
        *(text for entry in catalogue for text in texts(entry)),
        compiled[""],
    }, REFRESH


def test_addressed_as_a_friend(catalogue: polib.POFile) -> None:
    """The reader is “tú” throughout."""
    formal = re.compile(r"\b(usted|ustedes|haga clic|pulse|introduzca|inténtelo|su contraseña)\b", re.IGNORECASE)

    assert [entry.msgid for entry in catalogue if any(formal.search(text) for text in texts(entry))] == []
