"""The rights of the three groups, held against a list that is written out here, and each kind of page by request."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from apps.publishing.kinds import kinds
from apps.publishing.models import WorkingCopy
from apps.publishing.services import document_of, publish
from tests.publishing.editors import signed_in
from tests.publishing.samples import make_copy
from tests.publishing.test_roles import member

pytestmark = pytest.mark.django_db

ROLES = ("Author", "Reviewer", "Publisher")
MODELS = """
    guides.check           vac-   v---   v---
    guides.checkitem       vacd   v---   v---
    guides.claim           vac-   v---   v---
    guides.condition       vac-   v---   v---
    guides.faq             vac-   v---   v---
    guides.guide           vac-   v---   v---
    guides.guidesection    vacd   v---   v---
    guides.region          vac-   v---   v---
    guides.safety          vac-   v---   v---
    guides.safetysign      vacd   v---   v---
    guides.safetystep      vacd   v---   v---
    guides.term            vac-   v---   v---
    library.equipment      vac-   v---   v---
    library.muscle         vac-   v---   v---
    library.plan           vac-   v---   v---
    library.planentry      vacd   v---   v---
    library.routine        vac-   v---   v---
    library.routinestep    vacd   v---   v---
    library.stretch        vac-   v---   v---
    library.stretchswap    vacd   v---   v---
    publishing.loggedact   v---   v---   v---
    publishing.phrase      v---   v---   vacd
    publishing.picture     vac-   v---   v--d
    publishing.publication v---   v---   v---
    publishing.redirect    v---   v---   vacd
    publishing.source      vac-   v---   v---
    publishing.standing    v---   v---   v---
    sitting.position       vac-   v---   v---
"""
"""View, add, change, delete: of the author, the reviewer and the publisher."""
ACTS = {
    "Author": {"submit_document", "comment_document"},
    "Reviewer": {"review_document", "comment_document"},
    "Publisher": {
        "publish_document", "schedule_document", "withdraw_document", "restore_document", "comment_document",
    },
}  # fmt: skip
LETTERS = {"v": "view", "a": "add", "c": "change", "d": "delete"}

PAGES_OF_ACTS = {
    "change": "{pk}/change/",
    "add": "add/",
    "submit": "{pk}/submit/",
    "comment": "{pk}/comment/",
    "review": "{pk}/review/",
    "publish": "{pk}/publish/",
    "withdraw": "{pk}/withdraw/",
    "restore": "{pk}/restore/{publication}/",
    "cancel": "{pk}/cancel/{publication}/",
    "delete": "{pk}/delete/",
    "import": "import/",
    "figure": "{pk}/figure/",
    "draw": "{pk}/figure/draw/",
}
ANSWERED = {
    "Author": {"change", "add", "submit", "comment", "restore", "import", "figure", "draw"},
    "Reviewer": {"comment", "review"},
    "Publisher": {"comment", "publish", "withdraw", "restore", "cancel"},
}
FIGURES = {"figure", "draw"}
KINDS = [kind.name for kind in kinds]


def written(role: str) -> set[str]:
    """Return the rights of a role as they are written out above."""
    rights = {f"publishing.{act}" for act in ACTS[role]}
    for line in MODELS.split("\n")[1:-1]:
        label, *columns = line.split()
        app, name = label.split(".")
        letters = columns[ROLES.index(role)].replace("-", "")
        rights |= {f"{app}.{LETTERS[letter]}_{name}" for letter in letters}
    return rights


@pytest.mark.parametrize("role", ROLES)
def test_group_has_the_rights_that_are_written_and_no_more(role):
    rights = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")

    assert sorted(f"{app}.{codename}" for app, codename in rights) == sorted(written(role))


def answered(client: Client, working_copy: WorkingCopy) -> set[str]:
    """Send each act an empty form; return those that are not refused to this editor."""
    publication = publish(document=document_of(working_copy), note="N.", check_references=False)
    meta = working_copy._meta
    home, found = f"/admin/{meta.app_label}/{meta.model_name}/", set()
    for act, path in PAGES_OF_ACTS.items():
        address = home + path.format(pk=working_copy.pk, publication=publication.pk)
        status = client.post(address).status_code
        assert status in {200, 302, 403, 404}, (act, status)
        if status in {200, 302} and (act not in FIGURES or working_copy.kind in {"stretch", "position"}):
            found.add(act)
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", ROLES)
def test_each_kind_of_page_answers_the_acts_of_the_role_alone(role, kind):
    working_copy, client = make_copy(kind), signed_in(member(role))

    own = ANSWERED[role] if kind in {"stretch", "position"} else ANSWERED[role] - FIGURES

    assert answered(client, working_copy) == own
