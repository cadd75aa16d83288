"""Taking a file in: everything is tried in one transaction, and kept only where all of it is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from pydantic import ValidationError

from apps.publishing.difference import differences
from apps.publishing.documents import Document
from apps.publishing.exchange.files import values_of, version_of
from apps.publishing.exchange.form_check import form_problems
from apps.publishing.exchange.report import ImportReport, RowReport, State
from apps.publishing.exchange.rows import Row, WrongRow, read_row
from apps.publishing.kinds import kinds
from apps.publishing.lost import lost_of
from apps.publishing.models import Publication, Source, WorkingCopy
from apps.publishing.services import messages_by_field
from apps.publishing.words import Words
from apps.publishing.workflow.appraisal import appraise


class Rights(Protocol):
    """What the person who imports may do."""

    def may_add(self, model: type[WorkingCopy]) -> bool:
        """Whether new working copies of this kind."""

    def may_change(self, working_copy: WorkingCopy) -> bool:
        """Whether this working copy."""

    def may_add_sources(self) -> bool:
        """Whether sources that nothing names yet."""


class AllRights:
    """The rights of whoever has the shell."""

    def may_add(self, model: type[WorkingCopy]) -> bool:
        """Everything."""
        return True

    def may_change(self, working_copy: WorkingCopy) -> bool:
        """Everything."""
        return True

    def may_add_sources(self) -> bool:
        """Everything."""
        return True


@dataclass
class _Plan:
    """A row that is being taken in."""

    report: RowReport
    row: Row
    working_copy: WorkingCopy
    document: Document
    before: dict[str, Any]


Log = Callable[[WorkingCopy, bool], None]


@transaction.atomic
def run_import(
    *,
    rows: Sequence[Any],
    rights: Rights,
    language: str = "",
    commit: bool = False,
    log: Log = lambda working_copy, is_new: None,
) -> ImportReport:
    """Take the rows of a file in and report on each; without `commit`, or with one wrong row, nothing stays.

    Rows are saved before their relations, since documents of a file may point to each other.
    """
    reports = [RowReport(number, State.UNCHANGED) for number in range(1, len(rows) + 1)]
    plans = [
        plan for plan in _plans(rows, reports, rights, language) if _attempt(plan.report, partial(_save, plan, rights))
    ]
    for plan in plans:
        _attempt(plan.report, partial(_finish, plan))
    report = ImportReport(reports)
    if not commit or not report.is_right:
        transaction.set_rollback(True)
        return report
    for plan in plans:
        appraise(plan.working_copy)
        log(plan.working_copy, plan.report.state is State.NEW)
    return report


def _attempt(report: RowReport, act: Callable[[], None]) -> bool:
    """Do something for a row; what is wrong goes into its report, and nothing of it stays."""
    try:
        with transaction.atomic():
            act()
    except WrongRow as wrong:
        report.state, report.problems, report.differences = State.WRONG, wrong.problems, []
    except IntegrityError:
        report.state = State.WRONG
        report.problems = {_("Address"): [_("Another working copy has this address already.")]}
    return report.state is not State.WRONG


def _plans(rows: Sequence[Any], reports: list[RowReport], rights: Rights, language: str) -> list[_Plan]:
    """Return the rows that are to be saved, those that others refer to first."""
    plans: list[_Plan] = []
    seen: set[Any] = set()

    def plan(raw: Any, report: RowReport) -> None:
        row = read_row(raw, language)
        _describe(report, row)
        if row.identity in seen:
            raise WrongRow({"": [_("This document stands in the file before, in the same language.")]})
        seen.add(row.identity)
        if found := _plan(row, report, rights):
            plans.append(found)

    for raw, report in zip(rows, reports, strict=True):
        _attempt(report, partial(plan, raw, report))
    order = [kind.name for kind in kinds]
    return sorted(plans, key=lambda one: order.index(one.row.kind.name))


def _describe(report: RowReport, row: Row) -> None:
    report.kind = str(row.kind.working_copy._meta.verbose_name)
    report.title = str(row.values.get("title", ""))[:120]
    report.language = row.language


def _plan(row: Row, report: RowReport, rights: Rights) -> _Plan | None:
    """Return what is to be saved, or None where the row is as it is here."""
    model = row.kind.working_copy
    found = model._default_manager.filter(document_id=row.document_id, language=row.language)
    working_copy = found.select_for_update().first()
    if working_copy is None:
        return _new(row, report, rights)
    if not rights.may_change(working_copy):
        raise WrongRow({"": [_("You may not change this page.")]})
    before = values_of(working_copy)
    report.title = report.title or working_copy.title
    if row.is_translation:
        name = dict(settings.LANGUAGES)[row.language]
        raise WrongRow({"language": [_("There is a working copy in %(name)s already. Export that.") % {"name": name}]})
    if all(name in before and before[name] == value for name, value in row.values.items()):
        return None
    document = _document(row, before)
    if _values(document) == before:
        return None
    if row.version != version_of(working_copy):
        raise WrongRow({"version": [_("It was changed here after the export. Export it again, or take this row out.")]})
    report.state = State.CHANGED
    return _Plan(report, row, working_copy, document, before)


def _new(row: Row, report: RowReport, rights: Rights) -> _Plan:
    if not rights.may_add(row.kind.working_copy):
        raise WrongRow({"": [_("You may not add a page of this kind.")]})
    others = [kind.working_copy._default_manager for kind in kinds if kind is not row.kind]
    published = Publication.objects.filter(document_id=row.document_id).exclude(kind=row.kind.name)
    if published.exists() or any(other.filter(document_id=row.document_id).exists() for other in others):
        raise WrongRow({"document_id": [_("A page of another kind has this id.")]})
    report.state = State.NEW
    return _Plan(report, row, row.kind.working_copy(), _document(row, {}), {})


def _document(row: Row, before: Mapping[str, Any]) -> Document:
    """Return the row as a document; what it leaves out stays as it is here."""
    values = {**before, **row.values, "document_id": row.document_id, "language": row.language}
    try:
        return row.kind.document_class.model_validate(values)
    except ValidationError as error:
        words = Words(row.kind)
        by_field = messages_by_field(error).items()
        raise WrongRow(
            {"" if name == NON_FIELD_ERRORS else words.label(name): said for name, said in by_field}
        ) from error


def _values(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", exclude={"document_id", "language"})


def _save(plan: _Plan, rights: Rights) -> None:
    known = Source.objects.count()
    plan.working_copy.save_document(plan.document)
    if Source.objects.count() > known and not rights.may_add_sources():
        raise WrongRow({_("Sources"): [_("You may not add sources. Use those that there are.")]})


def _finish(plan: _Plan) -> None:
    """Take over the relations, now that every row is there, and look at what has come of it."""
    plan.working_copy.save_related(plan.document)
    words = Words(plan.row.kind)
    message = _("There is no working copy in %(language)s of %(names)s. Import it first.")
    if lost := lost_of(plan.document, plan.working_copy, message):
        raise WrongRow({words.label(name): messages for name, messages in lost.items()})
    if problems := form_problems(plan.working_copy):
        raise WrongRow(problems)
    plan.report.differences = differences(words.describe(plan.before), words.describe(_values(plan.document)))
