"""The weekly plans: each says who has read it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from apps.library.documents import PlanDocument
from apps.publishing.services import publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("reviewer", "said"), [("", "Not reviewed by a second person"), ("Rob Reviewer", "Rob Reviewer")]
)
def test_plan_says_whether_a_second_editor_has_read_it(client: Client, reviewer: str, said: str) -> None:
    plan = PlanDocument(
        document_id=UUID(int=1),
        language="en",
        slug="easy-week",
        title="An easy week",
        summary="A short sentence.",
        reviewed_on=date(2026, 11, 21),
        review_due=date(2027, 11, 21),
        for_whom="For you.",
        entries=[{"routines": ["short-break"], "how_often": "Daily"}],
        sources=[{"type": "practice", "text": "General practice"}],
    )
    publish(document=plan, note="First.", editorial_reviewer=reviewer, check_references=False)

    assert f"Read by a second editor: {said}</p>" in client.get("/plans/").text
