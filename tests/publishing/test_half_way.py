"""A publication that fails half-way leaves nothing behind."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from apps.core.models import User
from apps.library.models import Muscle
from apps.publishing.models import ContentCounter, LivePeriod, LoggedAct, Publication, Standing
from apps.publishing.services import document_of
from apps.publishing.workflow.services import publish_page, withdraw_page
from tests.publishing.editors import live_muscle, make_editor

pytestmark = pytest.mark.django_db

TABLES = ("publishing_liveperiod", "publishing_loggedact", "publishing_publication")
REFUSE = {
    "sqlite": "CREATE TRIGGER refuse BEFORE INSERT ON {} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
    "postgresql": "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE {} ADD CONSTRAINT refuse CHECK (id < 0) NOT VALID",
}


def refuse_rows(table: str) -> None:
    """Let the database refuse every new row of a table, as a full disk would."""
    with connection.cursor() as cursor:
        cursor.execute(REFUSE[connection.vendor].format(table))


def everything() -> dict[str, list[dict[str, object]]]:
    """Return all rows that a publication touches."""
    models: tuple[type[Model], ...] = (Publication, LivePeriod, LoggedAct, Standing, ContentCounter)
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in models}


def publish_it(muscle: Muscle, editor: User) -> None:
    publish_page(working_copy=muscle, digest=document_of(muscle).digest, note="N.", by=editor)


def withdraw_it(muscle: Muscle, editor: User) -> None:
    withdraw_page(working_copy=muscle, publication=Publication.objects.get(), by=editor, reason="R.")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("act", [publish_it, withdraw_it])
def test_failure_leaves_nothing_behind(act, table):
    muscle, editor = live_muscle(body="First."), make_editor()
    muscle.body = "Second."
    muscle.save()
    before = everything()
    refuse_rows(table)

    with pytest.raises(DatabaseError), transaction.atomic():
        act(muscle, editor)

    assert everything() == before
