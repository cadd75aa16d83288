"""Several editors at once, against the database and the settings of production."""

from __future__ import annotations

import json
from typing import Any

from tests.server import Server

SCENE = """
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
from apps.publishing.models import LoggedAct, Publication, Standing
from apps.publishing.services import NothingChanged, document_of
from apps.publishing.workflow.services import (
    approve, cancel_schedule, publish_page, restore_to_readers, send_back, submit, withdraw_page
)

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
def restore(by):
    restore_to_readers(working_copy=stretch, publication=rows.get(version=1), by=by, note="N.")
def at_once(act):
    barrier = Barrier(len(people))
    def one(by):
        barrier.wait()
        try:
            act(by)
            return "done"
        except NothingChanged:
            return "nothing changed"
        except ValidationError as error:
            return error.messages[0]
        finally:
            connection.close()
    with ThreadPoolExecutor(len(people)) as pool:
        return Counter(pool.map(one, people))

"""
PUBLISHING = f"""{SCENE}
told = {{act.__name__: at_once(act) for act in (publish, schedule, cancel, restore, withdraw)}}
logged = LoggedAct.objects.filter(by__in=people).count()
print(json.dumps({{"told": told, "added": rows.count() - begun, "logged": logged}}))
"""
REVIEWING = f"""{SCENE}
def ask_review(by):
    submit(working_copy=stretch, digest=digest, by=by)
def approve_it(by):
    approve(working_copy=stretch, digest=digest, by=by)
def decide(by):
    if people.index(by) % 2:
        approve_it(by)
    else:
        send_back(working_copy=stretch, by=by, reason="R.")
def came_of(act):
    told = at_once(act)
    standing = Standing.objects.get(kind="stretch", page_id=stretch.pk)
    logged = [one.act for one in LoggedAct.objects.filter(by__in=people)]
    return {{"told": told, "stage": standing.stage, "right": standing.digest in ("", digest), "logged": logged}}

writer = User.objects.create_superuser("writer@example.org", "a long passphrase")
if ACT == "ask_review":
    print(json.dumps(came_of(ask_review)))
else:
    submit(working_copy=stretch, digest=digest, by=writer)
    print(json.dumps(came_of({{"approve_it": approve_it, "decide": decide}}[ACT])))
"""
LATE = "This does not wait for a review any more. Look at its state."


def answer_of(site: Server, code: str) -> Any:
    """Run code on the site's data; return what it printed last."""
    return json.loads(site.run_python(code).splitlines()[-1])


def test_of_those_who_do_the_same_at_once_one_does_it(own_site: Server) -> None:
    """Four people do the same at once, act after act."""
    once = {"done": 1, "nothing changed": 3}
    acts = dict.fromkeys(("publish", "schedule", "cancel", "restore", "withdraw"), once)

    assert answer_of(own_site, PUBLISHING) == {"told": acts, "added": 5, "logged": 5}


def test_of_those_who_approve_at_once_one_approves(own_site: Server) -> None:
    told = answer_of(own_site, f"ACT = 'approve_it'\n{REVIEWING}")

    assert told == {"told": {"done": 1, LATE: 3}, "stage": "approved", "right": True, "logged": ["approved"]}


def test_of_those_who_approve_and_send_back_at_once_one_decides(own_site: Server) -> None:
    told = answer_of(own_site, f"ACT = 'decide'\n{REVIEWING}")

    assert told["told"] == {"done": 1, LATE: 3}
    assert (told["logged"], told["right"]) == ([told["stage"]], True)


def test_those_who_submit_at_once_leave_one_submission_of_these_words(own_site: Server) -> None:
    told = answer_of(own_site, f"ACT = 'ask_review'\n{REVIEWING}")

    assert told == {"told": {"done": 4}, "stage": "submitted", "right": True, "logged": ["submitted"] * 4}
