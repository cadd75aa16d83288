"""Publishing, cancelling, withdrawing and restoring. Each takes the counter's lock first: acts come one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.core.exceptions import ValidationError as FormError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import ValidationError

from apps.core.models import User
from apps.publishing.documents import Document
from apps.publishing.kinds import kinds
from apps.publishing.links import dead_links
from apps.publishing.models import ContentCounter, LivePeriod, Publication, WorkingCopy, lay_out_periods
from apps.publishing.plain_messages import place_words, plain_message
from apps.publishing.queries import live_periods
from apps.publishing.references import fields_that_name, missing_references
from apps.publishing.rules import gone_pictures, images_without_words, wrong_dates

NOT_LIVE = "not-live"
"""The code of the one error that the page itself need not be changed for: what it names may go live before it."""
Messages = Mapping[str, Sequence[str | FormError]]


class NothingChanged(Exception):
    """What was to be published is what readers see already."""


@transaction.atomic
def publish(
    *,
    document: Document,
    note: str,
    author: User | None = None,
    editorial_reviewer: str = "",
    live_from: datetime | None = None,
    check_references: bool = True,
) -> Publication:
    """Freeze a document and let it go live, now or at a later moment.

    Raises `FormError` with messages by field when the address is taken, a reference leads nowhere or the
    sources are missing, and `NothingChanged` when readers see the same document already, or will from that moment.
    """
    take_turn()
    moment = live_from or timezone.now()
    check_publishable(document, moment, check_references=check_references)
    refuse_repetition(document, live_from)
    return _add(
        Publication.Act.PUBLISH,
        document,
        note=note,
        author=author,
        editorial_reviewer=editorial_reviewer,
        live_from=moment,
    )


@transaction.atomic
def withdraw(*, publication: Publication, reason: str, author: User | None = None) -> Publication:
    """Take a document from the readers at once; `reason` is shown on the page that is left.

    Raises `FormError` for a kind that readers may need at any moment, and `NothingChanged` when it is gone already.
    """
    if kinds[publication.kind].essential:
        raise FormError(_("This page stays: people may need it at any moment. Publish a better version instead."))
    take_turn()
    live = _live(publication.document_id, publication.language)
    if live and live.act == Publication.Act.WITHDRAW:
        raise NothingChanged
    document = read_document(publication)
    return _add(Publication.Act.WITHDRAW, document, note=reason, author=author, live_from=timezone.now())


def restore(*, publication: Publication, note: str, author: User | None = None) -> Publication:
    """Publish an old document again, as the newest version; who reviewed those words then has still reviewed them."""
    document = read_document(publication)
    reviewer = publication.editorial_reviewer if document.digest == publication.digest else ""
    return publish(document=document, note=note, author=author, editorial_reviewer=reviewer)


@transaction.atomic
def cancel(*, publication: Publication, reason: str, author: User | None = None) -> Publication:
    """Call off a publication that is still to come, with all that was to go live at the same moment.

    Raises `FormError` where its time has come, and `NothingChanged` where it was called off already.
    """
    take_turn()
    if publication.live_from <= timezone.now():
        raise FormError(_("This is live already. Publish something better, or withdraw the page."))
    if not LivePeriod.objects.filter(publication=publication).exists():
        raise NothingChanged
    document = read_document(publication)
    return _add(Publication.Act.CANCEL, document, note=reason, author=author, live_from=publication.live_from)


def read_document(publication: Publication) -> Document:
    """Return the document of a publication, upgraded to today's schema."""
    return kinds[publication.kind].document_class.from_json(publication.body)


def document_of(working_copy: WorkingCopy) -> Document:
    """Return a working copy as a document; raises `FormError` naming the fields that are not right."""
    try:
        return working_copy.to_document()
    except ValidationError as error:
        raise FormError(messages_by_field(error)) from error


def messages_by_field(error: ValidationError) -> dict[str, list[str]]:
    """Return pydantic's messages by the first part of their place, for a form."""
    messages: dict[str, list[str]] = {}
    for detail in error.errors(include_url=False):
        place = detail["loc"]
        message = ": ".join([*place_words(place[1:]), plain_message(dict(detail))])
        messages.setdefault(str(place[0]) if place else NON_FIELD_ERRORS, []).append(message)
    return messages


def take_turn() -> None:
    """Wait until every act that has begun is over, and tell all processes that content has changed."""
    counter, _made = ContentCounter.objects.select_for_update().get_or_create(pk=1)
    counter.number += 1
    counter.save()


def refuse_repetition(document: Document, live_from: datetime | None) -> None:
    """Raise `NothingChanged` when readers see the document already, or when it is due at that very moment."""
    if live_from:
        due = LivePeriod.objects.filter(document_id=document.document_id, language=document.language, begins=live_from)
        same: Publication | None = Publication.objects.filter(period__in=due).order_by("-version").first()
    else:
        same = _live(document.document_id, document.language)
    if same and same.act == Publication.Act.PUBLISH and same.digest == document.digest:
        raise NothingChanged


def _live(document_id: Any, language: str) -> Publication | None:
    period = live_periods(language=language).filter(document_id=document_id).select_related("publication").first()
    return period.publication if period else None


def _newest(document_id: Any, language: str) -> Publication | None:
    return Publication.objects.filter(document_id=document_id, language=language).order_by("-version").first()


def check_publishable(document: Document, moment: datetime, *, check_references: bool = True) -> None:
    """Raise `FormError` with messages by field for what keeps a document from being published at a moment."""
    errors: defaultdict[str, list[str | FormError]] = defaultdict(list)
    # In every language: where a document is not translated, it is shown under its own address in the others.
    taken = live_periods(at=moment).filter(
        kind=document.kind, slug=document.slug, publication__act=Publication.Act.PUBLISH
    )
    if taken.exclude(document_id=document.document_id).exists():
        errors["slug"] = [_("Another published page has this address already.")]
    if not document.sources:
        errors["sources"] = [_("Name at least one source before you publish.")]
    checks: list[Messages] = [images_without_words(document), gone_pictures(document)]
    if check_references:
        checks += [wrong_dates(document, moment), _dead_links(document), _not_live(document)]
    for found in checks:
        for name, messages in found.items():
            errors[name] += messages
    if errors:
        raise FormError(dict(errors))


def _dead_links(document: Document) -> Messages:
    """Return a message for each field that links to addresses of this site at which there is no page."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, path in dead_links(document):
        found[name].append(path)
    return {
        name: [_("There is no page at %(paths)s.") % {"paths": ", ".join(f"“{path[:80]}”" for path in paths)}]
        for name, paths in found.items()
    }


def _not_live(document: Document) -> Messages:
    """Return a message for each field that names documents that readers do not get."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind, slug in missing_references(document):
        for name in fields_that_name(document, (kind, slug)) or [NON_FIELD_ERRORS]:
            found[name].append(f"{kind} “{slug}”")
    message = _("These are named here but not published: %(names)s.")
    return {name: [FormError(message % {"names": ", ".join(names)}, code=NOT_LIVE)] for name, names in found.items()}


def _add(act: Publication.Act, document: Document, **values: Any) -> Publication:
    newest = _newest(document.document_id, document.language)
    publication = Publication(
        act=act,
        kind=document.kind,
        document_id=document.document_id,
        language=document.language,
        version=newest.version + 1 if newest else 1,
        slug=document.slug,
        title=document.title,
        body=document.to_json(),
        digest=document.digest,
        clinical_reviewer=getattr(document, "clinical_reviewer", ""),
        **values,
    )
    publication.save()
    same_document = {"document_id": document.document_id, "language": document.language}
    LivePeriod.objects.filter(**same_document).delete()
    LivePeriod.objects.bulk_create(lay_out_periods(Publication.objects.filter(**same_document)))
    return publication
