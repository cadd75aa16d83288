"""Notices by e-mail about reviews: who gets them, and that each can switch them off."""

from __future__ import annotations

import pytest
from django.core import mail

from apps.core.models import User
from apps.publishing.services import document_of
from apps.publishing.workflow.services import approve, send_back, submit
from tests.publishing.editors import HOME, make_editor, make_muscle, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def author() -> User:
    return make_editor("author@example.org", "library.view_muscle", name="Ada Author")


@pytest.fixture
def reviewer() -> User:
    return make_editor("rob@example.org", "publishing.review_document", name="Rob Reviewer")


def submitted(author: User):
    muscle = make_muscle()
    submit(working_copy=muscle, digest=document_of(muscle).digest, by=author, words="Steps < 3 & more.")
    return muscle


def test_reviewers_hear_of_a_submission_and_nobody_else(author, reviewer, django_capture_on_commit_callbacks):
    make_editor("pat@example.org", "publishing.publish_document")

    with django_capture_on_commit_callbacks(execute=True):
        muscle = submitted(author)

    (notice,) = mail.outbox
    assert (notice.to, notice.subject) == (["rob@example.org"], "hipcare: “Psoas” waits for a review")
    assert "Ada Author asks for a review of “Psoas”." in notice.body
    assert "Steps < 3 & more." in notice.body
    assert f"{HOME}{muscle.pk}/change/" in notice.body


def test_who_submits_gets_no_notice_of_it(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        submitted(make_editor())

    assert mail.outbox == []


def test_author_hears_of_the_approval(author, reviewer, django_capture_on_commit_callbacks):
    muscle = submitted(author)

    with django_capture_on_commit_callbacks(execute=True):
        approve(working_copy=muscle, digest=document_of(muscle).digest, by=reviewer)

    assert [(one.to, one.subject) for one in mail.outbox] == [(["author@example.org"], "hipcare: “Psoas” is approved")]


def test_author_hears_the_reason_of_sending_back(author, reviewer, django_capture_on_commit_callbacks):
    muscle = submitted(author)

    with django_capture_on_commit_callbacks(execute=True):
        send_back(working_copy=muscle, by=reviewer, reason="Name the side.")

    (notice,) = mail.outbox
    assert notice.subject == "hipcare: “Psoas” was sent back"
    assert "Name the side." in notice.body


def test_notices_are_switched_off_by_oneself(author, reviewer, django_capture_on_commit_callbacks):
    answer = signed_in(reviewer).post("/admin/notices/", {})

    with django_capture_on_commit_callbacks(execute=True):
        submitted(author)

    assert (answer.status_code, mail.outbox) == (302, [])


def test_notices_are_nobody_elses_matter(client, author):
    assert client.get("/admin/notices/").status_code == 302
    assert signed_in(author).get("/admin/notices/").context["form"].instance == author


def test_title_with_a_line_break_makes_no_header(author, reviewer, django_capture_on_commit_callbacks):
    muscle = make_muscle(title="One\nBcc: x@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        submit(working_copy=muscle, digest=document_of(muscle).digest, by=author)

    assert mail.outbox[0].subject == "hipcare: “One Bcc: x@example.org” waits for a review"


def test_submission_stands_though_no_mail_goes(
    author, reviewer, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with django_capture_on_commit_callbacks(execute=True):
        muscle = submitted(author)

    assert signed_in(reviewer).get(f"{HOME}{muscle.pk}/change/").status_code == 403
    assert mail.outbox == []
