"""Two publishers at once, against the database and the settings of production."""

from __future__ import annotations

import json

import pytest

from tests.server import Server

AT_ONCE = """
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from apps.accounts.services import make_editor
from apps.core.models import User
from apps.library.models import Stretch
from apps.publishing.models import LoggedAct, Publication
from apps.publishing.services import NothingChanged, document_of
from apps.publishing.workflow.services import cancel_schedule, publish_page, submit, approve, withdraw_page

stretch = Stretch.objects.get(slug="couch-stretch")
stretch.summary = "Written for two at once."
stretch.save()
digest = document_of(stretch).digest
people = [User.objects.create_superuser(f"p{number}@example.org", "a long passphrase") for number in range(4)]
moment = timezone.now() + timedelta(days=1)
rows = Publication.objects.filter(document_id=stretch.document_id)
begun = rows.count()

def publish(by):
    publish_page(working_copy=stretch, digest=digest, note="N.", by=by)
def schedule(by):
    publish_page(working_copy=stretch, digest=digest, note="N.", by=by, live_from=moment)
def cancel(by):
    cancel_schedule(working_copy=stretch, publication=rows.get(live_from=moment, act="publish"), by=by, reason="R.")
def withdraw(by):
    withdraw_page(working_copy=stretch, publication=rows.filter(act="publish").latest("version"), by=by, reason="R.")

def at_once(act):
    barrier = Barrier(len(people))
    def one(by):
        barrier.wait()
        try:
            act(by)
            return "done"
        except NothingChanged:
            return "nothing changed"
        finally:
            connection.close()
    with ThreadPoolExecutor(len(people)) as pool:
        return Counter(pool.map(one, people))

told = {act.__name__: at_once(act) for act in (publish, schedule, cancel, withdraw)}
print(json.dumps({"told": told, "added": rows.count() - begun, "logged": LoggedAct.objects.count()}))
"""


@pytest.fixture
def told(own_site: Server) -> dict[str, object]:
    """Four people do the same at once, act after act; return what became of it."""
    answer: dict[str, object] = json.loads(own_site.run_python(AT_ONCE).splitlines()[-1])
    return answer


def test_of_those_who_do_the_same_at_once_one_does_it(told: dict[str, object]) -> None:
    once = {"done": 1, "nothing changed": 3}
    acts = dict.fromkeys(("publish", "schedule", "cancel", "withdraw"), once)

    assert told == {"told": acts, "added": 4, "logged": 4}
