"""The first page of the editors' room: what it lists for whom, and that it stays quick in a crowd."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from apps.core.models import User
from apps.library.models import Muscle, Stretch
from apps.publishing.models import Publication, Standing
from apps.publishing.services import document_of, withdraw
from apps.publishing.workflow.appraisal import appraise
from apps.publishing.workflow.services import approve, send_back, submit
from tests.documents import stretch_document
from tests.publishing.crowd import insert_crowd
from tests.publishing.editors import HOME, live_muscle, make_editor, make_muscle, publish_muscle, signed_in

pytestmark = pytest.mark.django_db

PAGES = "/admin/publishing/standing/"
QUERIES_OF_THE_FIRST_PAGE = 20
QUERIES_OF_A_LIST = 12


def desk(user: User) -> dict[str, list[str]]:
    """Return the titles in each list of somebody's first page."""
    parts = signed_in(user).get("/admin/").context["parts"]
    return {part.name: [line.title for line in part.lines] for part in parts}


def ask_review(muscle: Muscle, by: User) -> None:
    submit(working_copy=muscle, digest=document_of(muscle).digest, by=by)


def listed(user: User, query: str) -> list[str]:
    return [row.slug for row in signed_in(user).get(f"{PAGES}?{query}").context["cl"].result_list]


def test_what_others_submitted_waits_for_my_review():
    me = make_editor()
    ask_review(make_muscle("mine"), me)
    ask_review(make_muscle("theirs"), make_editor("other@example.org"))

    assert (desk(me)["waiting"], listed(me, "stage=submitted&by=others")) == (["Theirs"], ["theirs"])


def test_what_was_sent_back_to_me_is_mine_alone():
    me, other = make_editor(), make_editor("other@example.org")
    for slug, author, reviewer in (("mine", me, other), ("theirs", other, me)):
        muscle = make_muscle(slug)
        ask_review(muscle, author)
        send_back(working_copy=muscle, by=reviewer, reason="Shorter.")

    assert (desk(me)["sent-back"], listed(me, "stage=sent-back&by=me")) == (["Mine"], ["mine"])


def test_what_is_approved_is_there_to_be_published():
    me, other = make_editor(), make_editor("other@example.org")
    muscle = make_muscle()
    ask_review(muscle, me)
    approve(working_copy=muscle, digest=document_of(muscle).digest, by=other)

    assert desk(me)["approved"] == ["Psoas"]


def test_scheduled_and_changed_pages_are_listed():
    publish_muscle(make_muscle("coming"), live_from=timezone.now() + timedelta(days=1))
    live_muscle("changed").save()
    live_muscle("live")

    found = desk(make_editor())

    assert (found["scheduled"], found["changed"]) == (["Coming"], ["Changed"])


def test_reviews_that_are_overdue_or_due_in_60_days_are_listed():
    today = timezone.localdate()
    for slug, days in (("late", -1), ("today", 0), ("soon", 60), ("far", 61)):
        make_muscle(slug, reviewed_on=today - timedelta(days=300), review_due=today + timedelta(days=days))

    found = desk(make_editor())

    assert (found["overdue"], found["soon"]) == (["Late"], ["Today", "Soon"])


def test_page_whose_reference_breaks_is_listed_as_soon_as_it_breaks():
    me = make_editor()
    live_muscle()
    stretch = Stretch()
    stretch.save_document(stretch_document())
    appraise(stretch)
    before = desk(me)["broken"]

    withdraw(publication=Publication.objects.get(kind="muscle"), reason="Wrong.")

    assert (before, desk(me)["broken"], listed(me, "missing=references")) == ([], ["Hip stretch"], ["hip-stretch"])


def test_page_without_a_figure_is_listed_where_its_kind_has_one():
    make_muscle()
    stretch = Stretch()
    stretch.save_document(stretch_document())
    appraise(stretch)

    assert (desk(make_editor())["figures"], listed(make_editor("b@example.org"), "figure=none")) == (
        ["Hip stretch"],
        ["hip-stretch"],
    )


def test_text_above_the_line_of_readability_is_listed():
    hard = make_muscle("hard", body="Contraindications necessitate individualised biomechanical considerations. " * 9)
    for muscle in (hard, make_muscle("easy", body="It bends the hip. " * 20)):
        appraise(muscle)

    assert desk(make_editor())["hard"] == ["Hard"]


@pytest.mark.parametrize(
    ("role", "own"), [("Author", {"sent-back"}), ("Reviewer", {"waiting"}), ("Publisher", {"approved"})]
)
def test_each_role_has_its_own_lists(role, own):
    user = make_editor(is_superuser=False)
    user.groups.set([Group.objects.get(name=role)])

    parts = set(desk(user))

    assert parts & {"sent-back", "waiting", "approved"} == own


def test_editor_without_rights_to_pages_has_no_lists():
    user = make_editor("n@example.org", "library.view_stretch")

    assert signed_in(user).get("/admin/").context["parts"] == []
    assert signed_in(user).get(PAGES).status_code == 403


def test_size_of_the_pack_is_worked_out_on_demand():
    editor = signed_in(make_editor())

    before, after = editor.get("/admin/").text, editor.get("/admin/?pack=size").text

    assert ("Work out its size" in before, "are enough to be of use" in after) == (True, True)


@pytest.fixture
def crowd(db: None) -> Client:
    """A browser of an editor in a room with 5,000 working copies and 50,000 publications."""
    insert_crowd()
    return signed_in(make_editor())


def queries_of(client: Client, address: str, capture: Any) -> int:
    client.get("/admin/")  # the session and rights are read
    with capture() as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_lists_stay_short_and_queries_few_in_a_crowd(crowd, django_assert_max_num_queries):
    addresses = {
        "/admin/": QUERIES_OF_THE_FIRST_PAGE,
        PAGES: QUERIES_OF_A_LIST,
        f"{PAGES}?missing=references": QUERIES_OF_A_LIST,
        f"{PAGES}?state=changed&stage=draft": QUERIES_OF_A_LIST,
        HOME: QUERIES_OF_A_LIST,
        f"{HOME}?stage=submitted&missing=sources&state=live&q=muscle": QUERIES_OF_A_LIST,
        "/admin/publishing/publication/": QUERIES_OF_A_LIST,
    }
    for address, most in addresses.items():
        with django_assert_max_num_queries(most):
            response = crowd.get(address)
        assert response.status_code == 200

    parts = {part.name: part for part in crowd.get("/admin/").context["parts"]}
    assert {name: len(part.lines) for name, part in parts.items()} == dict.fromkeys(parts, 5) | {"sent-back": 0}
    sees_all = {name: part.see_all for name, part in parts.items() if part.see_all}
    totals = {name: crowd.get(address).context["cl"].result_count for name, address in sees_all.items()}
    assert totals == {
        "waiting": 500, "approved": 500, "scheduled": 500, "changed": 500, "overdue": 260, "soon": 793, "broken": 500,
        "figures": 500, "hard": 832,
    }  # fmt: skip
    assert Standing.objects.count() == 5_000
