"""Five thousand working copies and fifty thousand publications, inserted in a moment."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import UUIDField
from django.utils import timezone

from apps.library.models import Muscle
from apps.publishing.models import NamedReference, Stage, Standing
from tests.documents import muscle_document

PAGES, VERSIONS = 5_000, 10
STAGES = {1: Stage.SUBMITTED, 2: Stage.SENT_BACK, 4: Stage.APPROVED}
_PUBLICATIONS = """
INSERT INTO publishing_publication (act, kind, document_id, language, version, slug, title, body, digest, note,
    editorial_reviewer, clinical_reviewer, live_from, created_at)
SELECT 'publish', 'muscle', document_id, 'en', %s, slug, title, '{{}}', '0', 'N.', '', '', %s, %s
FROM library_muscle WHERE slug {} '%%0'
"""
_BODIES = "UPDATE publishing_publication SET body = %s WHERE document_id = %s AND version >= %s"
_PERIODS = """
INSERT INTO publishing_liveperiod (publication_id, kind, document_id, language, slug, begins, ends)
SELECT id, kind, document_id, language, slug, live_from, %s
FROM publishing_publication WHERE version = %s AND slug {} '%%0'
"""


def insert_crowd() -> None:
    """Insert muscles with ten publications each; every tenth waits for a review, is sent back, scheduled and so on."""
    now = timezone.now()
    muscles = insert_muscles()
    made = timezone.now()
    changed = made + timedelta(minutes=1)
    Muscle.objects.filter(slug__endswith="3").update(updated_at=changed)
    with connection.cursor() as cursor:
        for like, last in (("LIKE", now + timedelta(days=1)), ("NOT LIKE", now)):
            for version in range(1, VERSIONS + 1):
                begins = last - timedelta(days=VERSIONS - version)
                ends = begins + timedelta(days=1) if version < VERSIONS else None
                cursor.execute(_PUBLICATIONS.format(like), [version, begins, made])
                cursor.execute(_PERIODS.format(like), [ends, version])
        cursor.executemany(_BODIES, [_body(one) for one in muscles])
    rows = Standing.objects.bulk_create(_standing(one, changed) for one in muscles)
    NamedReference.objects.bulk_create(
        NamedReference(standing=row, kind="muscle", slug="m-1" if at % 10 else "nowhere") for at, row in enumerate(rows)
    )


def insert_muscles() -> list[Muscle]:
    """Insert working copies alone, never published."""
    today = timezone.localdate()
    return Muscle.objects.bulk_create(_muscle(number, today) for number in range(PAGES))


def _body(muscle: Muscle) -> tuple[str, str, int]:
    """Return the document of the versions that readers see or will see, and which rows it belongs to."""
    document = muscle_document(muscle.slug, document_id=muscle.document_id, title=muscle.title)
    pk = UUIDField().get_db_prep_value(muscle.document_id, connection)
    return json.dumps(document.to_json()), str(pk), VERSIONS - 1


def _muscle(number: int, today: date) -> Muscle:
    return Muscle(
        document_id=UUID(int=number + 1),
        slug=f"m-{number}",
        title=f"Muscle {number:05}",
        summary="S.",
        region="front",
        where="W.",
        job="J.",
        body="B.",
        reviewed_on=today - timedelta(days=300),
        review_due=today + timedelta(days=number % 400 - 20),
    )


def _standing(muscle: Muscle, changed: datetime) -> Standing:
    number = int(muscle.slug.removeprefix("m-"))
    return Standing(
        kind="muscle",
        page_id=muscle.pk,
        document_id=muscle.document_id,
        language="en",
        title=muscle.title,
        slug=muscle.slug,
        review_due=muscle.review_due,
        updated_at=changed if number % 10 == 3 else muscle.created_at,
        stage=STAGES.get(number % 10, Stage.PUBLISHED),
        grade=float(number % 12),
        has_figure=number % 10 != 5,
        missing="sources" if number % 10 == 6 else "",
    )
