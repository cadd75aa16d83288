"""The reading grade, against texts whose grade is known."""

import pytest

from apps.publishing.readability import count_syllables, reading_grade, split_sentences


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("hip", 1), ("knee", 1), ("muscle", 2), ("kneeling", 2), ("table", 2), ("breathe", 1), ("eases", 2),
        ("stretched", 1), ("bended", 2), ("comfortable", 4), ("the", 1), ("stretches", 2), ("hmm", 1),
    ],
)  # fmt: skip
def test_syllables_of_common_words(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_sentences_end_at_stops_and_lines() -> None:
    assert split_sentences("Sit tall. Breathe out!\nLet go") == ["Sit tall", "Breathe out", "Let go"]


def test_grade_follows_the_formula() -> None:
    # 10 words, 2 sentences, 10 syllables: 0.39 * 5 + 11.8 * 1 - 15.59
    assert reading_grade(["The cat sat down. The dog ran off fast now."]) == pytest.approx(-1.84)


def test_excepted_names_count_as_one_syllable() -> None:
    plain = reading_grade(["Rest your hip now."])

    assert reading_grade(["Rest your iliopsoas now."], excepted=["iliopsoas"]) == pytest.approx(plain)


def test_no_words_have_no_grade() -> None:
    assert reading_grade(["", "…"]) == 0.0
