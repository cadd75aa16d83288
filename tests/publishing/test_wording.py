"""Banned phrases."""

import pytest

from apps.publishing.wording import find_banned, texts_in


@pytest.mark.parametrize(
    "text",
    [
        "Unlock your hips.",
        "This cures sciatica.",
        "Your pelvis is misaligned.",
        "You must hold for a minute.",
        "A pain-free life.",
        "It breaks down scar tissue.",
    ],
)
def test_banned_phrase_is_found(text: str) -> None:
    assert len(find_banned([text])) == 1


@pytest.mark.parametrize("text", ["Mustard is yellow.", "An accurate note.", "Procure a mat."])
def test_part_of_another_word_is_no_finding(text: str) -> None:
    assert find_banned([text]) == []


def test_phrase_in_curly_quotes_is_quoted_not_said() -> None:
    assert find_banned(["Some pages promise to “unlock” your hips."]) == []


def test_texts_leave_codes_and_addresses_out() -> None:
    document = {"slug": "a b", "title": "Sit tall", "sources": [{"text": "Not for readers"}], "kind": "x y"}

    assert list(texts_in(document)) == ["Sit tall"]
