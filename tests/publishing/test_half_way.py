"""An act that fails half-way leaves nothing behind, and its answer says so: with real transactions, none around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db import DatabaseError, connection
from django.db.models import Model
from django.utils import timezone

from apps.library.models import Muscle
from apps.publishing import services
from apps.publishing.models import ContentCounter, LivePeriod, LoggedAct, Publication, Standing
from apps.publishing.services import document_of
from apps.publishing.workflow.services import submit
from tests.publishing.editors import HOME, live_muscle, make_editor, make_muscle, publish_muscle, signed_in
from tests.publishing.exchange import IMPORT, exported, file_of, send

pytestmark = pytest.mark.django_db(transaction=True)

PERIODS, LOG, PUBLICATIONS = "publishing_liveperiod", "publishing_loggedact", "publishing_publication"
REFUSE = {
    "sqlite": "CREATE TRIGGER refuse BEFORE INSERT ON {} BEGIN INSERT INTO nowhere VALUES (1); END",
    "postgresql": "ALTER TABLE {} ADD CONSTRAINT refuse CHECK (1 / (id - id) > 0) NOT VALID",
}
"""No broken constraint, which the forms would take for a doubled address."""
ALLOW = {"sqlite": "DROP TRIGGER refuse", "postgresql": "ALTER TABLE {} DROP CONSTRAINT refuse"}


@contextmanager
def full(table: str) -> Iterator[None]:
    """Let the database refuse every new row of a table, as a full disk would."""
    _run(REFUSE[connection.vendor].format(table))
    try:
        yield
    finally:
        _run(ALLOW[connection.vendor].format(table))


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def everything() -> dict[str, list[dict[str, object]]]:
    """Return all rows that an act touches."""
    models: tuple[type[Model], ...] = (
        Publication, LivePeriod, LoggedAct, Standing, ContentCounter, LogEntry, Muscle,
    )  # fmt: skip
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in models}


class Scene:
    """A muscle with an old version, a live one and one to come, changed since and submitted; and an editor at it."""

    def __init__(self) -> None:
        self.editor = make_editor()
        self.client = signed_in(self.editor)
        self.client.raise_request_exception = False
        self.muscle = live_muscle(body="First.")
        self.old = Publication.objects.get()
        self.change("Second.")
        self.live = publish_muscle(self.muscle)
        self.change("To come.")
        self.coming = publish_muscle(self.muscle, live_from=timezone.now() + timedelta(days=3))
        self.change("Third.")
        submit(working_copy=self.muscle, digest=self.digest, by=make_editor("writer@example.org"))

    def change(self, body: str) -> None:
        self.muscle.body = body
        self.muscle.save()

    @property
    def digest(self) -> str:
        return document_of(self.muscle).digest

    def post(self, act: str, **values: Any) -> Any:
        return self.client.post(f"{HOME}{self.muscle.pk}/{act}/", {"digest": self.digest, **values})


def publish(scene: Scene) -> Any:
    return scene.post("publish", note="N.")


def schedule(scene: Scene) -> Any:
    return scene.post("publish", note="N.", live_from=f"{timezone.now() + timedelta(days=9):%Y-%m-%dT%H:%M}")


def cancel(scene: Scene) -> Any:
    return scene.post(f"cancel/{scene.coming.pk}", reason="R.")


def withdraw(scene: Scene) -> Any:
    return scene.post("withdraw", note="R.")


def restore(scene: Scene) -> Any:
    return scene.post(f"restore/{scene.old.pk}", where="readers", note="N.")


def take_back(scene: Scene) -> Any:
    return scene.post(f"restore/{scene.old.pk}", where="working-copy")


def ask_again(scene: Scene) -> Any:
    return scene.post("submit", words="W.")


def approve(scene: Scene) -> Any:
    return scene.post("review", decision="approve")


def send_back(scene: Scene) -> Any:
    return scene.post("review", decision="send-back", words="W.")


ACTS: dict[Callable[[Scene], Any], tuple[str, ...]] = {
    publish: (PUBLICATIONS, PERIODS, LOG),
    schedule: (PUBLICATIONS, PERIODS, LOG),
    cancel: (PUBLICATIONS, PERIODS, LOG),
    withdraw: (PUBLICATIONS, PERIODS, LOG),
    restore: (PUBLICATIONS, PERIODS, LOG),
    take_back: (LOG,),
    ask_again: (LOG,),
    approve: (LOG,),
    send_back: (LOG,),
}


@pytest.mark.parametrize("act", ACTS)
def test_failure_leaves_nothing_behind_and_is_no_half_success(act):
    scene = Scene()
    before = everything()

    for table in ACTS[act]:
        with full(table):
            assert act(scene).status_code >= 500
        assert everything() == before

    assert act(scene).status_code == 302  # it was the table that was in the way
    assert everything() != before


@pytest.mark.parametrize("table", [LOG, "django_admin_log"])
def test_failed_import_leaves_none_of_its_rows_behind(table):
    client = signed_in(make_editor())
    client.raise_request_exception = False
    rows = exported(make_muscle("psoas"), make_muscle("iliacus"))
    for row in rows:
        row["values"]["body"] = "Imported."
    token = send(client, file_of(rows)).context["token"]
    before = everything()

    with full(table):
        assert client.post(IMPORT, {"token": token}).status_code >= 500
    assert everything() == before

    assert client.post(IMPORT, {"token": token}).status_code == 302  # the file is still there, to be tried again
    assert [muscle.body for muscle in Muscle.objects.all()] == ["Imported.", "Imported."]


def publish_alone(scene: Scene) -> None:
    services.publish(document=document_of(scene.muscle), note="N.")


def cancel_alone(scene: Scene) -> None:
    services.cancel(publication=scene.coming, reason="R.")


def withdraw_alone(scene: Scene) -> None:
    services.withdraw(publication=scene.live, reason="R.")


def restore_alone(scene: Scene) -> None:
    services.restore(publication=scene.old, note="N.")


@pytest.mark.parametrize("act", [publish_alone, cancel_alone, withdraw_alone, restore_alone])
def test_failure_of_what_commands_do_leaves_nothing_behind(act):
    scene = Scene()
    before = everything()

    with full(PERIODS), pytest.raises(DatabaseError):
        act(scene)

    assert everything() == before
