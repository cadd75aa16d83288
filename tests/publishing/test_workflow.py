"""From draft to published: stages, reviews by somebody else, and what a later change takes away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.core.models import User
from apps.library.models import Muscle
from apps.publishing.models import LoggedAct, Publication, Stage, Standing
from apps.publishing.services import document_of
from apps.publishing.workflow.queries import is_own_work
from apps.publishing.workflow.services import (
    approve,
    cancel_schedule,
    publish_page,
    restore_to_readers,
    send_back,
    submit,
)
from tests.publishing.editors import HOME, form_values, make_editor, make_muscle, publish_muscle, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return make_editor("author@example.org", name="Ada Author")


@pytest.fixture
def reviewer() -> User:
    return make_editor("reviewer@example.org", name="Rob Reviewer")


def digest_of(muscle: Muscle) -> str:
    return document_of(muscle).digest


def submitted(author: User, **changes: str) -> Muscle:
    muscle = make_muscle(**changes)
    submit(working_copy=muscle, digest=digest_of(muscle), by=author, words="Please look.")
    return muscle


def approved(author: User, reviewer: User) -> Muscle:
    muscle = submitted(author)
    approve(working_copy=muscle, digest=digest_of(muscle), by=reviewer)
    return muscle


def stage() -> str:
    return Standing.objects.get().stage


def acts() -> list[str]:
    return list(LoggedAct.objects.order_by("pk").values_list("act", flat=True))


def test_stages_from_draft_to_published(author, reviewer):
    muscle, stages = make_muscle(), [stage()]
    digest = digest_of(muscle)

    submit(working_copy=muscle, digest=digest, by=author)
    stages.append(stage())
    approve(working_copy=muscle, digest=digest, by=reviewer)
    stages.append(stage())
    publish_page(working_copy=muscle, digest=digest, note="N.", by=author)
    stages.append(stage())

    assert stages == [Stage.DRAFT, Stage.SUBMITTED, Stage.APPROVED, Stage.PUBLISHED]
    assert acts() == ["submitted", "approved", "published"]


def test_published_page_names_the_second_editor(author, reviewer, client):
    muscle = approved(author, reviewer)

    publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=author)

    assert "<dt>Read by a second editor</dt><dd>Rob Reviewer</dd>" in client.get("/muscles/psoas/").text


def test_reviewer_without_a_name_is_not_named_by_address(author, client):
    muscle = approved(author, make_editor("private@example.org"))

    publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=author)

    assert Publication.objects.get().editorial_reviewer == "A second editor"


def test_approval_by_a_second_editor_is_no_clinical_review(author, reviewer):
    muscle = approved(author, reviewer)

    publication = publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=author)

    assert (publication.editorial_reviewer, publication.clinical_reviewer) == ("Rob Reviewer", "")


@pytest.mark.parametrize("how", ["submitted", "approved"])
def test_saving_takes_submission_and_approval_away(author, reviewer, how):
    muscle = approved(author, reviewer) if how == "approved" else submitted(author)

    muscle.save()

    assert (stage(), Standing.objects.get().digest) == (Stage.DRAFT, "")


def test_approval_does_not_count_for_words_that_came_past_the_form(author, reviewer):
    muscle = approved(author, reviewer)
    Muscle.objects.update(body="Slipped in.")
    muscle.refresh_from_db()

    publication = publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=author)

    assert publication.editorial_reviewer == ""


def test_save_without_a_change_keeps_the_approval(author, reviewer):
    muscle = approved(author, reviewer)

    signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle))

    assert stage() == Stage.APPROVED


def test_author_does_not_approve_own_submission(author):
    muscle = submitted(author)

    with pytest.raises(ValidationError, match="Somebody else has to review it"):
        approve(working_copy=muscle, digest=digest_of(muscle), by=author)

    assert stage() == Stage.SUBMITTED


def test_who_has_written_part_of_it_does_not_approve_what_another_submits(author, reviewer):
    muscle = make_muscle()
    signed_in(reviewer).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="Mine."))
    muscle.refresh_from_db()
    submit(working_copy=muscle, digest=digest_of(muscle), by=author)

    answer = signed_in(reviewer).post(
        f"{HOME}{muscle.pk}/review/", {"digest": digest_of(muscle), "decision": "approve"}
    )

    assert (answer.status_code, stage()) == (403, Stage.SUBMITTED)


def test_who_wrote_the_last_version_may_review_the_next(author, reviewer):
    muscle = make_muscle()
    signed_in(reviewer).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="Mine."))
    muscle.refresh_from_db()
    publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=author)
    signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="Hers."))
    muscle.refresh_from_db()
    submit(working_copy=muscle, digest=digest_of(muscle), by=author)

    approve(working_copy=muscle, digest=digest_of(muscle), by=reviewer)

    assert stage() == Stage.APPROVED


def test_approval_is_of_what_the_reviewer_has_seen(author, reviewer):
    muscle = submitted(author)
    seen = digest_of(muscle)
    muscle.body = "Changed."
    muscle.save()
    submit(working_copy=muscle, digest=digest_of(muscle), by=author)

    with pytest.raises(ValidationError, match="changed since you opened"):
        approve(working_copy=muscle, digest=seen, by=reviewer)


def test_reviewer_reads_what_would_change_for_readers(author, reviewer):
    muscle = make_muscle(body="It bends the hip.")
    publish_muscle(muscle)
    muscle.body = "It bends the hip well."
    muscle.save()
    submit(working_copy=muscle, digest=digest_of(muscle), by=author)

    page = signed_in(reviewer).get(f"{HOME}{muscle.pk}/review/")

    assert [field.label for field in page.context["fields"]] == ["Text"]
    assert "<h3>Text</h3>" in page.text


def test_sending_back_needs_a_reason(author, reviewer):
    muscle = submitted(author)

    response = signed_in(reviewer).post(f"{HOME}{muscle.pk}/review/", {"decision": "send-back", "words": " "})

    assert response.context["form"].errors == {"words": ["Say what has to change."]}
    assert stage() == Stage.SUBMITTED


def test_reason_stays_to_be_read_while_the_author_works_on_it(author, reviewer):
    muscle = submitted(author)
    send_back(working_copy=muscle, by=reviewer, reason="Name the side.")
    muscle.body = "Better."
    muscle.save()

    page = signed_in(author).get(f"{HOME}{muscle.pk}/change/").text

    assert stage() == Stage.SENT_BACK
    assert "by Rob Reviewer: “Name the side.”" in page


def test_sent_back_is_submitted_again(author, reviewer):
    muscle = submitted(author)
    send_back(working_copy=muscle, by=reviewer, reason="Name the side.")

    submit(working_copy=muscle, digest=digest_of(muscle), by=author)

    assert (stage(), Standing.objects.get().reason) == (Stage.SUBMITTED, "")


def test_decision_is_taken_once(author, reviewer):
    muscle = approved(author, reviewer)

    with pytest.raises(ValidationError, match="does not wait for a review"):
        send_back(working_copy=muscle, by=make_editor("third@example.org"), reason="No.")


def test_what_lacks_sources_is_not_submitted_and_the_message_names_the_field(author):
    muscle = make_muscle()
    muscle.sources.clear()

    response = signed_in(author).post(f"{HOME}{muscle.pk}/submit/", {"digest": digest_of(muscle)})

    assert response.context["checked"].problems[0].anchor == "id_sources"
    assert stage() == Stage.DRAFT


def test_review_date_more_than_24_months_ahead_is_refused_by_field(author):
    far = timezone.localdate() + timedelta(days=800)
    muscle = make_muscle(review_due=far)

    page = signed_in(author).get(f"{HOME}{muscle.pk}/publish/")

    problem = page.context["checked"].problems[0]
    assert (problem.anchor, problem.messages) == ("id_review_due", ("Set a date at most 24 months ahead.",))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("See ![](/media/a.png).", True),
        ("See ![][1].\n\n[1]: /media/a.png", True),
        ("See ![A hip](/media/a.png).", False),
    ],
)
def test_image_without_words_is_refused_by_field(author, text, refused):
    muscle = make_muscle(body=text)

    problems = signed_in(author).get(f"{HOME}{muscle.pk}/publish/").context["checked"].problems

    assert [problem.anchor for problem in problems] == (["id_body"] if refused else [])


def test_comment_is_shown_on_the_form(author, reviewer):
    muscle = make_muscle()

    signed_in(reviewer).post(f"{HOME}{muscle.pk}/comment/", {"words": "<b>Shorter</b>, please."})

    assert "&lt;b&gt;Shorter&lt;/b&gt;, please." in signed_in(author).get(f"{HOME}{muscle.pk}/change/").text


def test_saving_and_submitting_leads_to_the_submission(author):
    muscle = make_muscle()

    response = signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="New.", _submit="1"))

    assert response.headers["Location"] == f"{HOME}{muscle.pk}/submit/"


def test_clinician_is_named_only_when_that_is_confirmed(author):
    from apps.library.models import Stretch  # noqa: PLC0415
    from tests.documents import stretch_document  # noqa: PLC0415

    publish_muscle(make_muscle())
    stretch = Stretch()
    stretch.save_document(stretch_document(clinical_reviewer="Dr Sam Smith"))
    here, values = (
        f"/admin/library/stretch/{stretch.pk}/publish/",
        {"note": "N.", "digest": document_of(stretch).digest},
    )

    refused = signed_in(author).post(here, values)
    count = Publication.objects.filter(kind="stretch").count()
    signed_in(author).post(here, {**values, "clinician": "on"})

    assert (list(refused.context["form"].errors), count) == (["clinician"], 0)
    assert Publication.objects.get(kind="stretch").clinical_reviewer == "Dr Sam Smith"


def test_old_version_keeps_its_second_editor_when_it_goes_back_to_readers(author, reviewer):
    muscle = approved(author, reviewer)
    old = publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=author)
    muscle.body = "Second."
    muscle.save()
    publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=author)

    signed_in(author).post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "readers", "note": "Back."})

    newest = Publication.objects.order_by("-version")[0]
    assert (newest.body["body"], newest.editorial_reviewer) == ("It bends the hip.", "Rob Reviewer")


def test_deleted_working_copy_leaves_the_lists_and_stays_in_the_log(author):
    muscle = make_muscle()

    signed_in(author).post(f"{HOME}{muscle.pk}/delete/", {"post": "yes"})

    assert (Standing.objects.count(), acts()) == (0, ["deleted"])


def test_old_version_put_back_to_readers_makes_nobodys_words_reviewable_by_their_writer(author, reviewer):
    muscle = make_muscle()
    old = publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=reviewer)
    signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="Ada's words."))
    muscle.refresh_from_db()
    publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=reviewer)
    signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="More of Ada's words."))
    muscle.refresh_from_db()
    restore_to_readers(working_copy=muscle, publication=old, by=reviewer, note="Back.")
    submit(working_copy=muscle, digest=digest_of(muscle), by=reviewer)

    with pytest.raises(ValidationError, match="You have written part of this"):
        approve(working_copy=muscle, digest=digest_of(muscle), by=author)


def test_schedule_that_was_cancelled_makes_nobodys_words_reviewable_by_their_writer(author, reviewer):
    muscle = make_muscle()
    signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="Ada's words."))
    muscle.refresh_from_db()
    tomorrow = timezone.now() + timedelta(days=1)
    values = {"working_copy": muscle, "note": "N.", "by": reviewer, "live_from": tomorrow}
    coming = publish_page(digest=digest_of(muscle), **values)
    cancel_schedule(working_copy=muscle, publication=coming, by=reviewer, reason="R.")
    muscle.save()
    submit(working_copy=muscle, digest=digest_of(muscle), by=reviewer)

    assert is_own_work(muscle, author)


def test_words_that_were_published_are_own_work_no_more(author, reviewer):
    muscle = make_muscle()
    signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="Ada's words."))
    muscle.refresh_from_db()
    publish_page(working_copy=muscle, digest=digest_of(muscle), note="N.", by=reviewer)

    assert not is_own_work(muscle, author)


def test_page_that_i_wrote_part_of_does_not_wait_for_my_review(author, reviewer):
    muscle = make_muscle()
    signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="Ada's words."))
    muscle.refresh_from_db()
    submit(working_copy=muscle, digest=digest_of(muscle), by=reviewer)

    parts = {part.name: part.lines for part in signed_in(author).get("/admin/").context["parts"]}
    listed = signed_in(author).get("/admin/publishing/standing/?stage=submitted&by=others").context["cl"].result_list

    assert (parts["waiting"], list(listed)) == ((), [])


def test_review_that_is_to_come_is_refused_by_field(author):
    muscle = make_muscle(reviewed_on=timezone.localdate() + timedelta(days=3))

    [problem] = signed_in(author).get(f"{HOME}{muscle.pk}/publish/").context["checked"].problems

    message = "Give the day on which it was last read, today at the latest."
    assert (problem.anchor, problem.messages) == ("id_reviewed_on", (message,))


def test_page_whose_review_is_overdue_is_refused_by_field(author):
    yesterday = timezone.localdate() - timedelta(days=1)
    muscle = make_muscle(reviewed_on=yesterday - timedelta(days=300), review_due=yesterday)

    [problem] = signed_in(author).get(f"{HOME}{muscle.pk}/publish/").context["checked"].problems

    assert problem.anchor == "id_review_due"
    assert problem.messages[0].startswith("This day is over when the page goes live.")


def test_gone_picture_is_named_at_its_field(author):
    muscle = make_muscle(body="See ![A towel](media:towel).")

    [problem] = signed_in(author).get(f"{HOME}{muscle.pk}/publish/").context["checked"].problems

    assert (problem.anchor, problem.messages) == ("id_body", ("These pictures are gone: towel.",))


def test_log_is_only_added_to(author):
    submitted(author)
    line = LoggedAct.objects.get()

    for change in (line.save, line.delete, LoggedAct.objects.all().delete, lambda: LoggedAct.objects.update(words="")):
        with pytest.raises(TypeError, match="only added to"):
            change()

    assert LoggedAct.objects.get().words == "Please look."


def test_log_is_not_changed_in_the_admin_by_anybody(author):
    submitted(author)
    here, client = f"/admin/publishing/loggedact/{LoggedAct.objects.get().pk}", signed_in(author)

    answers = [
        client.get(f"{here}/change/").status_code,
        client.post(f"{here}/change/", {"words": "Other"}).status_code,
        client.post(f"{here}/delete/", {"post": "yes"}).status_code,
        client.get("/admin/publishing/loggedact/add/").status_code,
    ]

    assert answers == [200, 403, 403, 403]


def test_log_outlives_the_account(author):
    submitted(author)

    author.delete()

    assert (LoggedAct.objects.get().by, LoggedAct.objects.get().words) == (None, "Please look.")


def test_history_tells_who_did_what(author, reviewer):
    muscle = submitted(author)
    send_back(working_copy=muscle, by=reviewer, reason="Name the side.")
    signed_in(author).post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="Left."))

    log = signed_in(reviewer).get(f"{HOME}{muscle.pk}/history/").context["log"]

    assert [(str(one.by), one.act, one.words) for one in log] == [
        ("Ada Author", "edited", "Changed Text."),
        ("Rob Reviewer", "sent-back", "Name the side."),
        ("Ada Author", "submitted", "Please look."),
    ]


def test_stage_and_what_is_missing_are_told_in_the_list(author):
    submitted(author)
    bare = make_muscle("iliacus", review_due=date(2027, 1, 1))
    signed_in(author).post(f"{HOME}{bare.pk}/change/", form_values(bare, sources=[]))

    changelist = signed_in(author).get(HOME).context["cl"]
    told = {
        row.slug: (changelist.model_admin.stage(row), changelist.model_admin.missing(row))
        for row in changelist.result_list
    }

    assert told == {
        "psoas": ("Submitted for review", ""),
        "iliacus": ("Draft", "sources"),
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("stage=submitted", ["psoas"]),
        ("stage=draft", ["iliacus"]),
        ("stage=nonsense", ["iliacus", "psoas"]),
        ("missing=sources", ["iliacus"]),
        ("missing=review", []),
        ("missing=references", []),
        ("missing=nonsense", ["iliacus", "psoas"]),
    ],
)
def test_lists_are_filtered_by_stage_and_by_what_is_missing(author, query, found):
    submitted(author)
    bare = make_muscle("iliacus")
    signed_in(author).post(f"{HOME}{bare.pk}/change/", form_values(bare, sources=[]))

    rows = signed_in(author).get(f"{HOME}?{query}").context["cl"].result_list

    assert [row.slug for row in rows] == found
