"""Working copies, publications, and the times at which publications are live."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.publishing import documents
from apps.publishing.media.models import Picture
from apps.publishing.phrases import Phrase
from apps.publishing.redirects import Redirect
from apps.publishing.rules import is_to_come
from apps.publishing.workflow import standing
from apps.publishing.workflow.added_only import AddedOnlyQuerySet
from apps.publishing.workflow.models import LoggedAct, Missing, NamedReference, Stage, Standing

__all__ = [
    "ContentCounter",
    "LivePeriod",
    "LoggedAct",
    "Missing",
    "NamedReference",
    "Phrase",
    "Picture",
    "Publication",
    "Redirect",
    "Source",
    "SourceQuerySet",
    "Stage",
    "Standing",
    "WorkingCopy",
    "lay_out_periods",
]


class ContentCounter(models.Model):
    """One row, raised by every publication under a lock: the first half of the content version."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("content counter")

    def __str__(self) -> str:
        return str(self.number)


class SourceQuerySet(models.QuerySet["Source"]):
    """Finds or makes the sources that a document names."""

    def for_document(self, document: documents.Document) -> list[Source]:
        """Return a row for each source of the document, making those that are missing."""
        return [
            self.get_or_create(type=source.type, text=source.text, url=source.url, accessed=source.accessed)[0]
            for source in document.sources
        ]


class Source(models.Model):
    """Where a fact comes from; shared by every working copy that cites it."""

    class Type(models.TextChoices):
        ARTICLE = "article", _("Article")
        GUIDELINE = "guideline", _("Guideline")
        REVIEW = "review", _("Review of studies")
        STUDY = "study", _("Study")
        LEAFLET = "leaflet", _("Leaflet for patients")
        PRACTICE = "practice", _("General practice")

    type = models.CharField(_("type"), max_length=20, choices=Type.choices)
    text = models.CharField(_("reference"), max_length=300)
    url = models.CharField(_("address"), max_length=300, blank=True, validators=[URLValidator(["https"])])
    accessed = models.DateField(_("last opened on"), null=True, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text


class WorkingCopy(models.Model):
    """What an editor changes; readers never see it. Each content app has a table of its own."""

    kind: ClassVar[str]
    document_class: ClassVar[type[documents.Document]]
    plain_fields: ClassVar[tuple[str, ...]] = ()
    """The columns that stand in the document under the same name."""

    document_id = models.UUIDField(default=uuid.uuid4, editable=False)
    language = models.CharField(_("language"), max_length=8, default=settings.LANGUAGE_CODE, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(
        _("address"), max_length=80, help_text=_("The last part of the page's address. Readers keep links.")
    )
    summary = models.CharField(_("summary"), max_length=300, help_text=_("One plain sentence, for lists."))
    sources = models.ManyToManyField(Source, verbose_name=_("sources"), blank=True, related_name="+")
    reviewed_on = models.DateField(_("last reviewed on"))
    review_due = models.DateField(_("next review due on"))
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        abstract = True
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(fields=["document_id", "language"], name="%(class)s_one_per_language"),
            models.UniqueConstraint(
                fields=["language", "slug"],
                name="%(class)s_slug_once",
                violation_error_message=_("Another page has this address already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and end the approval of what it was before."""
        super().save(*args, **kwargs)
        standing.follow(self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, and leave the lists."""
        standing.forget(self)
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        """A review has taken place; the next is due after it, and at most 24 months later."""
        if self.reviewed_on and is_to_come(self.reviewed_on):
            raise ValidationError({"reviewed_on": _("Give the day on which it was last read, today at the latest.")})
        if self.reviewed_on and self.review_due:
            months = (self.review_due.year - self.reviewed_on.year) * 12
            months += self.review_due.month - self.reviewed_on.month
            if self.review_due <= self.reviewed_on or months > 24:
                raise ValidationError(
                    {"review_due": _("Set a date after the last review and at most 24 months later.")}
                )

    def to_document(self) -> documents.Document:
        """Return the working copy as a document; raises `pydantic.ValidationError`."""
        return self.document_class.model_validate({**self.base_values(), **self.document_values()})

    def base_values(self) -> dict[str, Any]:
        """Return the values that every kind of document carries."""
        return {
            "document_id": self.document_id,
            "language": self.language,
            "slug": self.slug,
            "title": self.title,
            "summary": self.summary,
            "sources": [
                {"type": source.type, "text": source.text, "url": source.url, "accessed": source.accessed}
                for source in self.sources.all()
            ],
            "reviewed_on": self.reviewed_on,
            "review_due": self.review_due,
        }

    def document_values(self) -> dict[str, Any]:
        """Return the values that only this kind of document carries; a kind with relations adds them."""
        return {name: getattr(self, name) for name in self.plain_fields}

    def save_document(self, document: documents.Document) -> None:
        """Overwrite the working copy with a document and save it, its related rows included."""
        for name in ("document_id", "language", "slug", "title", "summary", "reviewed_on", "review_due"):
            setattr(self, name, getattr(document, name))
        self.set_values(document)
        self.save()
        self.sources.set(Source.objects.for_document(document))
        self.save_related(document)

    def set_values(self, document: Any) -> None:
        """Take over the plain values of this kind of document."""
        for name in self.plain_fields:
            value = getattr(document, name)
            setattr(self, name, list(value) if isinstance(value, tuple) else value)

    def save_related(self, document: Any) -> None:
        """Take over the related rows of this kind of document; none by default."""


class PublicationQuerySet(AddedOnlyQuerySet["Publication"]):
    """Reads publications."""

    refusal = "a publication is never changed or deleted; publish again, or withdraw"


class Publication(models.Model):
    """One act of publishing or withdrawing, with the document as it was then. Rows are only ever added."""

    class Act(models.TextChoices):
        PUBLISH = "publish", _("Published")
        WITHDRAW = "withdraw", _("Withdrawn")
        CANCEL = "cancel", _("Schedule cancelled")
        """Calls off what was to go live at the same `live_from`; never live itself."""

    act = models.CharField(_("act"), max_length=10, choices=Act.choices)
    kind = models.CharField(_("kind"), max_length=40)
    document_id = models.UUIDField(_("document"))
    language = models.CharField(_("language"), max_length=8)
    version = models.PositiveIntegerField(_("version"))
    slug = models.CharField(_("address"), max_length=80)
    title = models.CharField(_("title"), max_length=120)
    body = models.JSONField(_("document as JSON"))
    digest = models.CharField(_("digest"), max_length=64)
    note = models.CharField(_("what changed"), max_length=300)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="publications",
    )
    editorial_reviewer = models.CharField(_("reviewed by a second editor"), max_length=120, blank=True)
    clinical_reviewer = models.CharField(_("reviewed by a clinician"), max_length=120, blank=True)
    live_from = models.DateTimeField(_("live from"))
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-created_at", "-id"]
        default_permissions = ("view",)
        permissions = [
            ("submit_document", _("Can submit a working copy for review")),
            ("comment_document", _("Can comment on a working copy")),
            ("review_document", _("Can approve a working copy of somebody else, or send it back")),
            ("publish_document", _("Can publish a working copy that was approved")),
            ("publish_unreviewed", _("Can publish a working copy that nobody else has approved")),
            ("schedule_document", _("Can publish at a time, and cancel that")),
            ("withdraw_document", _("Can take a page from the readers")),
            ("restore_document", _("Can put an old version straight back to readers")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document_id", "language", "version"], name="publication_version_once")
        ]
        indexes = [models.Index(fields=["kind", "language", "slug"], name="publication_by_address")]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; a row that exists is never changed."""
        if self.pk is not None:
            raise TypeError("a publication is never changed; publish again instead")
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the admin page that shows this publication."""
        return reverse("admin:publishing_publication_change", args=[self.pk])

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: what was published stays on record."""
        raise TypeError("a publication is never deleted; withdraw it instead")


class LivePeriod(models.Model):
    """When a publication is what readers see: an index over publications, worked out when one is added."""

    publication = models.OneToOneField(Publication, on_delete=models.CASCADE, related_name="period")
    kind = models.CharField(max_length=40)
    document_id = models.UUIDField()
    language = models.CharField(max_length=8)
    slug = models.CharField(max_length=80)
    begins = models.DateTimeField(db_index=True)
    ends = models.DateTimeField(null=True, db_index=True)
    """The moment at which another publication of the document took over; null while none has."""

    class Meta:
        indexes = [
            models.Index(fields=["kind", "language", "slug"], name="live_by_address"),
            models.Index(fields=["document_id", "language"], name="live_by_document"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.begins:%Y-%m-%d}"


def lay_out_periods(publications: Iterable[Publication]) -> list[LivePeriod]:
    """Return one period a publication of a document: each lasts until the next one begins.

    Publications begin in order of `live_from`; of two with the same moment the later version counts. One that was
    called off has no period.
    """
    ordered: list[Publication] = []
    for publication in sorted(publications, key=lambda publication: (publication.live_from, publication.version)):
        if publication.act == Publication.Act.CANCEL:
            ordered = [one for one in ordered if one.live_from != publication.live_from]
        else:
            ordered.append(publication)
    following: list[Publication | None] = [*ordered, None][1:]
    return [
        LivePeriod(
            publication=publication,
            kind=publication.kind,
            document_id=publication.document_id,
            language=publication.language,
            slug=publication.slug,
            begins=publication.live_from,
            ends=after.live_from if after else None,
        )
        for publication, after in zip(ordered, following, strict=True)
    ]
