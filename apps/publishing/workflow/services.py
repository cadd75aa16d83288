"""Acts on the way from draft to published. Each locks the standing, checks, writes, and is logged with its doer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError as FormError
from django.db import models, transaction
from django.utils.translation import gettext as _

from apps.core.models import User
from apps.publishing import services
from apps.publishing.content_files import document_id_for
from apps.publishing.documents import Document
from apps.publishing.exchange.files import version_of
from apps.publishing.lost import lost_of
from apps.publishing.models import LoggedAct, Publication, Stage, Standing, WorkingCopy
from apps.publishing.workflow import mail
from apps.publishing.workflow.appraisal import appraise
from apps.publishing.workflow.queries import is_own_work

Act = LoggedAct.Act


def log(working_copy: WorkingCopy, act: LoggedAct.Act, by: User | str, words: str = "", digest: str = "") -> None:
    """Add a line to the log; `by` is a person, or the name of a command."""
    LoggedAct.objects.create(
        act=act,
        kind=working_copy.kind,
        document_id=working_copy.document_id,
        language=working_copy.language,
        title=working_copy.title,
        **doer(by),
        words=words,
        digest=digest,
    )


def log_row(row: models.Model, act: LoggedAct.Act, by: User, words: str = "") -> None:
    """Add a line about what all pages share: a phrase, a redirect, a source, a picture."""
    kind = str(row._meta.model_name)
    LoggedAct.objects.create(
        act=act,
        kind=kind,
        document_id=document_id_for(kind, str(row.pk)),
        language=getattr(row, "language", ""),
        title=str(row)[:120],
        **doer(by),
        words=words,
    )


def doer(by: User | str) -> dict[str, Any]:
    """Return who did something, for a line of the log."""
    return {"by": None, "doer": by} if isinstance(by, str) else {"by": by}


@transaction.atomic
def submit(*, working_copy: WorkingCopy, digest: str, by: User, words: str = "") -> None:
    """Ask for a review of the document that `by` has seen.

    Raises `FormError` where it has changed since, and where nothing has changed since it was approved or published.
    """
    standing = _lock(working_copy)
    _same_document(working_copy, digest)
    if standing.stage in {Stage.APPROVED, Stage.PUBLISHED}:
        raise FormError(_("Nothing has changed here since it was approved or published."))
    standing.stage, standing.digest, standing.reason = Stage.SUBMITTED, digest, ""
    standing.submitted_by, standing.decided_by = by, None
    standing.save()
    log(working_copy, Act.SUBMITTED, by, words, digest)
    mail.tell_reviewers(working_copy, by, words)


@transaction.atomic
def comment(*, working_copy: WorkingCopy, by: User, words: str) -> None:
    """Say something about a working copy."""
    log(working_copy, Act.COMMENTED, by, words)


@transaction.atomic
def approve(*, working_copy: WorkingCopy, digest: str, by: User, words: str = "") -> None:
    """Approve what was submitted and read; raises `FormError` for other words, another stage and own work."""
    standing = _submitted(working_copy, by)
    _same_document(working_copy, digest)
    if standing.digest != digest:
        raise FormError(_changed())
    standing.stage, standing.decided_by = Stage.APPROVED, by
    standing.save()
    log(working_copy, Act.APPROVED, by, words, digest)
    mail.tell_author(working_copy, standing, by, words)


@transaction.atomic
def send_back(*, working_copy: WorkingCopy, by: User, reason: str) -> None:
    """Give a submitted working copy back to its author with a reason."""
    standing = _submitted(working_copy, by)
    digest = standing.digest
    standing.stage, standing.decided_by, standing.digest, standing.reason = Stage.SENT_BACK, by, "", reason
    standing.save()
    log(working_copy, Act.SENT_BACK, by, reason, digest)
    mail.tell_author(working_copy, standing, by, reason)


@transaction.atomic
def publish_page(
    *, working_copy: WorkingCopy, digest: str, note: str, by: User, live_from: datetime | None = None
) -> Publication:
    """Publish the document that `by` has seen, with the name of the one who has approved it.

    Without an approval of this very document it takes the right to publish what nobody has reviewed. Of two who
    publish the same at once the second gets `NothingChanged`.
    """
    services.take_turn()
    standing = _lock(working_copy)
    document = _same_document(working_copy, digest)
    services.refuse_repetition(document, live_from)
    reviewer = approver(standing, digest)
    if reviewer is None and not by.has_perm("publishing.publish_unreviewed"):
        raise FormError(_("Nobody has approved this version yet. Have it reviewed first."))
    publication = services.publish(
        document=document,
        note=note,
        author=by,
        editorial_reviewer=name_for_readers(reviewer),
        live_from=live_from,
    )
    standing.stage, standing.digest = Stage.PUBLISHED, digest
    standing.save()
    log(working_copy, Act.SCHEDULED if live_from else Act.PUBLISHED, by, note, digest)
    return publication


@transaction.atomic
def cancel_schedule(*, working_copy: WorkingCopy, publication: Publication, by: User, reason: str) -> None:
    """Call off what is to come; the approval of those words, where there was one, still counts."""
    services.cancel(publication=publication, reason=reason, author=by)
    standing = _lock(working_copy)
    if standing.stage == Stage.PUBLISHED and standing.digest == publication.digest:
        standing.stage = Stage.APPROVED if standing.decided_by else Stage.DRAFT
        standing.save()
    log(working_copy, Act.UNSCHEDULED, by, reason, publication.digest)


@transaction.atomic
def withdraw_page(*, working_copy: WorkingCopy, publication: Publication, by: User, reason: str) -> None:
    """Take a page from the readers."""
    services.withdraw(publication=publication, reason=reason, author=by)
    log(working_copy, Act.WITHDRAWN, by, reason, publication.digest)


@transaction.atomic
def restore_to_readers(*, working_copy: WorkingCopy, publication: Publication, by: User, note: str) -> Publication:
    """Put an old version straight back to readers; the working copy stays as it is."""
    new = services.restore(publication=publication, note=note, author=by)
    log(working_copy, Act.RESTORED, by, note, new.digest)
    return new


@transaction.atomic
def take_back(*, working_copy: WorkingCopy, publication: Publication, by: User, version: str | None) -> None:
    """Take an old version into the working copy, whose `version` the editor has seen (None: whatever it is).

    Raises `FormError` where somebody has saved it since, and by field where it cannot take over all that the old
    version names; raises `IntegrityError` where the address of that is taken.
    """
    stored = type(working_copy)._default_manager.select_for_update().get(pk=working_copy.pk)
    if version not in {None, version_of(stored)}:
        raise FormError(_changed())
    document = services.read_document(publication)
    stored.save_document(document)
    message = _("There is no working copy in %(language)s of %(names)s any more, under that address.")
    if lost := lost_of(document, stored, message):
        raise FormError(lost)
    appraise(stored)
    words = _("Version %(version)s") % {"version": publication.version}
    log(stored, Act.TAKEN_BACK, by, words, publication.digest)


def approver(standing: Standing | None, digest: str) -> User | None:
    """Return who has approved this very document; None where nobody has."""
    if standing is None or standing.digest != digest or standing.stage not in {Stage.APPROVED, Stage.PUBLISHED}:
        return None
    return standing.decided_by


def name_for_readers(reviewer: User | None) -> str:
    """Return how the page names a reviewer: never by an e-mail address."""
    return "" if reviewer is None else reviewer.name or _("A second editor")


def _lock(working_copy: WorkingCopy) -> Standing:
    """Return the standing, which nobody else changes until the transaction ends."""
    rows = Standing.objects.select_for_update().filter(kind=working_copy.kind, page_id=working_copy.pk)
    standing = rows.first()
    if standing is None:
        appraise(working_copy)
        standing = rows.get()
    return standing


def _submitted(working_copy: WorkingCopy, by: User) -> Standing:
    standing = _lock(working_copy)
    if standing.stage != Stage.SUBMITTED:
        raise FormError(_("This does not wait for a review any more. Look at its state."))
    if is_own_work(working_copy, by):
        raise FormError(_("You have written part of this. Somebody else has to review it."))
    return standing


def _same_document(working_copy: WorkingCopy, digest: str) -> Document:
    """Return the document as it is stored now; raises `FormError` where it is not the one that was seen."""
    stored = type(working_copy)._default_manager.get(pk=working_copy.pk)
    document = services.document_of(stored)
    if document.digest != digest:
        raise FormError(_changed())
    return document


def _changed() -> str:
    return _("This was changed since you opened this page. Read it again, then go on.")
