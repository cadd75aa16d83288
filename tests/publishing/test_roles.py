"""The three roles: what each group may, each act by direct request, and the buttons that each sees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from apps.accounts.roles import PAGES, ROWS
from apps.core.models import User
from apps.library.models import Muscle
from apps.publishing.kinds import kinds
from apps.publishing.models import Publication, Stage, Standing
from apps.publishing.services import document_of
from apps.publishing.words import _rows_of
from apps.publishing.workflow.services import submit
from tests.publishing.editors import HOME, form_values, live_muscle, make_editor, publish_muscle, signed_in

pytestmark = pytest.mark.django_db

ACTS = (
    "look", "compare", "history", "comment", "change", "add", "submit", "take back", "approve", "send back",
    "publish", "schedule", "cancel", "withdraw", "restore",
)  # fmt: skip
MAY = {
    "Author": {"look", "compare", "history", "comment", "change", "add", "submit", "take back"},
    "Reviewer": {"look", "compare", "history", "comment", "approve", "send back"},
    "Publisher": {"look", "compare", "history", "comment", "publish", "schedule", "cancel", "withdraw", "restore"},
}
BUTTONS = {
    "Author": {"Preview", "Compare", "History and restore", "Comment", "Submit for review"},
    "Reviewer": {"Preview", "Compare", "History and restore", "Comment"},
    "Publisher": {"Preview", "Compare", "History and restore", "Comment", "Publish", "Withdraw"},
}


def member(role: str) -> User:
    """Return somebody who is in one group and has no other right."""
    user = make_editor(f"{role.lower()}@example.org", is_superuser=False, name=f"{role} Somebody")
    user.groups.set([Group.objects.get(name=role)])
    return user


class Scene:
    """A muscle with an old version, a live one and a scheduled one; changed since, and submitted if asked."""

    def __init__(self, *, stage: str = "") -> None:
        self.muscle = live_muscle(body="First.")
        self.old = Publication.objects.get()
        self.change("Second.")
        publish_muscle(self.muscle)
        self.change("To come.")
        self.coming = publish_muscle(self.muscle, live_from=timezone.now() + timedelta(days=3))
        self.change("Third.")
        if stage:
            submit(working_copy=self.muscle, digest=self.digest, by=make_editor("writer@example.org"))
            Standing.objects.update(stage=stage, decided_by=User.objects.get(email="writer@example.org"))

    def change(self, body: str) -> None:
        self.muscle.body = body
        self.muscle.save()

    @property
    def digest(self) -> str:
        return document_of(self.muscle).digest

    def ask(self, client: Client, act: str) -> int:
        """Do an act by direct request; return the status of the answer."""
        here, digest = f"{HOME}{self.muscle.pk}", self.digest
        moment = f"{timezone.now() + timedelta(days=9):%Y-%m-%dT%H:%M}"
        posts = {
            "comment": (f"{here}/comment/", {"words": "W"}),
            "change": (f"{here}/change/", form_values(self.muscle, body="New.")),
            "add": (f"{HOME}add/", form_values(self.muscle, slug="new", title="New", version="")),
            "submit": (f"{here}/submit/", {"digest": digest}),
            "take back": (f"{here}/restore/{self.old.pk}/", {"where": "working-copy"}),
            "approve": (f"{here}/review/", {"digest": digest, "decision": "approve"}),
            "send back": (f"{here}/review/", {"digest": digest, "decision": "send-back", "words": "W"}),
            "publish": (f"{here}/publish/", {"digest": digest, "note": "N"}),
            "schedule": (f"{here}/publish/", {"digest": digest, "note": "N", "live_from": moment}),
            "cancel": (f"{here}/cancel/{self.coming.pk}/", {"reason": "R"}),
            "withdraw": (f"{here}/withdraw/", {"note": "N"}),
            "restore": (f"{here}/restore/{self.old.pk}/", {"where": "readers", "note": "N"}),
        }
        answer = client.post(*posts[act]) if act in posts else client.get(f"{here}/{act}/")
        return answer.status_code


def stage_for(act: str) -> str:
    """Return the stage in which an act is due."""
    if act in {"approve", "send back"}:
        return Stage.SUBMITTED
    return Stage.APPROVED if act in {"publish", "schedule"} else ""


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", MAY)
def test_each_role_does_its_acts_and_no_other(role, act):
    scene, client = Scene(stage=stage_for(act)), signed_in(member(role))
    before = Publication.objects.count(), Muscle.objects.get(slug="psoas").body, Standing.objects.first().stage

    status = scene.ask(client, act)

    after = Publication.objects.count(), Muscle.objects.get(slug="psoas").body, Standing.objects.first().stage
    assert status == (403 if act not in MAY[role] else 200 if act in {"look", "compare", "history"} else 302)
    if act not in MAY[role]:
        assert after == before


@pytest.mark.parametrize("role", MAY)
def test_each_role_sees_the_buttons_of_its_acts_and_no_other(role):
    scene = Scene()

    page = signed_in(member(role)).get(f"{HOME}{scene.muscle.pk}/change/").text

    tools = page.partition('class="object-tools"')[2].partition("</ul>")[0]
    named = {name for name in {"Review", *(one for some in BUTTONS.values() for one in some)} if f">{name}<" in tools}
    assert named == BUTTONS[role]
    assert ("Save and publish…" in page) is False
    assert ("Save and submit for review…" in page) is (role == "Author")
    assert ("Cancel the schedule" in page) is (role == "Publisher")


@pytest.mark.parametrize(("role", "sees"), [("Author", False), ("Reviewer", True), ("Publisher", False)])
def test_review_is_offered_to_reviewers_when_something_waits(role, sees):
    scene = Scene(stage=Stage.SUBMITTED)

    page = signed_in(member(role)).get(f"{HOME}{scene.muscle.pk}/change/").text

    assert (f'href="{HOME}{scene.muscle.pk}/review/"' in page) is sees


def test_roles_know_every_kind_of_page_and_its_rows():
    models = [kind.working_copy for kind in kinds]

    assert sorted(PAGES) == sorted(model._meta.label_lower for model in models)
    assert sorted(ROWS) == sorted(row._meta.label_lower for model in models for row in _rows_of(model))


@pytest.mark.parametrize("role", MAY)
def test_no_role_deletes_pages_makes_editors_or_publishes_unreviewed(role):
    user, scene = member(role), Scene()
    client = signed_in(user)

    answers = [
        client.post(f"{HOME}{scene.muscle.pk}/delete/", {"post": "yes"}).status_code,
        client.get("/admin/core/user/").status_code,
        client.get("/admin/auth/group/").status_code,
    ]

    assert answers == [403, 403, 403]
    assert not user.has_perm("publishing.publish_unreviewed")


def test_publisher_does_not_publish_what_nobody_has_approved():
    scene = Scene()
    count = Publication.objects.count()

    response = signed_in(member("Publisher")).post(
        f"{HOME}{scene.muscle.pk}/publish/", {"digest": scene.digest, "note": "N"}
    )

    assert response.context["form"].non_field_errors() == [
        "Nobody has approved this version yet. Have it reviewed first."
    ]
    assert Publication.objects.count() == count
