"""What a person may tell about the body, and what each answer means for what is offered.

`static/js/library/about-me-rules.js` follows the same rules on the phone; `tests/vectors/about-me.json` holds
cases that both are tested with. `docs/about-me.md` shows the table for review.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from apps.library.documents import Cautions
from apps.library.enums import Caution
from apps.publishing.content_files import CONTENT_ROOT
from apps.publishing.documents import Part, Slug

Answer = Literal["yes", "no", "not-sure"]
Group = Literal["operations", "back", "joints", "health"]
Set = Literal["", "surgery", "gentle", "flexible"]

ROUTINE_OF_SET: dict[Set, str] = {
    "surgery": "post-surgery-relax",
    "gentle": "flare-day",
    "flexible": "hypermobile-safe",
}
"""The routine that each set stands for; where several apply, the first of these is offered."""


class Meaning(Part):
    """What an answer leads to."""

    cautions: Cautions = ()
    ask_first: bool = False
    """Check with a clinician before starting."""
    set: Set = ""
    """The routine that is offered first."""


class Question(Part):
    """A question and the meaning of its answers; "no" means nothing."""

    id: Slug
    group: Group
    yes: Meaning
    not_sure: Meaning | None = None
    """None: the same as "yes"."""

    def meaning(self, answer: str) -> Meaning:
        """Return what an answer means; an unknown answer, like "no", means nothing."""
        if answer == "not-sure":
            return self.not_sure or self.yes
        return self.yes if answer == "yes" else Meaning()


class Outcome(Part):
    """What all answers together mean."""

    cautions: Cautions = ()
    ask_first: Annotated[tuple[Slug, ...], Field()] = ()
    """The questions because of which to ask a clinician."""
    set: Set = ""


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions in the order in which they are asked."""
    table = tomllib.loads((CONTENT_ROOT / "about-me.toml").read_text(encoding="utf-8"))
    return tuple(Question.model_validate(row) for row in table["questions"])


def outcome(answers: Mapping[str, str]) -> Outcome:
    """Return what answers, by question, mean together; questions that do not exist are ignored."""
    given = [(one, one.meaning(answers.get(one.id, ""))) for one in questions()]
    cautions: tuple[Caution, ...] = tuple(caution for _one, meaning in given for caution in meaning.cautions)
    sets = {meaning.set for _one, meaning in given}
    return Outcome(
        cautions=cautions,
        ask_first=tuple(one.id for one, meaning in given if meaning.ask_first),
        set=next((name for name in ROUTINE_OF_SET if name in sets), ""),
    )
