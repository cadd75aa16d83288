"""Where each working copy stands on its way to readers, and the log of every act."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.publishing.workflow.added_only import AddedOnlyQuerySet


class Stage(models.TextChoices):
    """How far a working copy has come since it was last changed."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted for review")
    APPROVED = "approved", _("Approved")
    SENT_BACK = "sent-back", _("Sent back")
    PUBLISHED = "published", _("Published as it is")


class Missing(models.TextChoices):
    """What keeps a working copy from being published and can be told when it is saved."""

    FIELDS = "fields", _("something in its fields")
    SOURCES = "sources", _("sources")
    ALTERNATIVE = "alternative", _("words for an image")
    REVIEW = "review", _("review date")


class Standing(models.Model):
    """What lists and the first page have to know of a working copy of any kind; one row each, kept by its saves."""

    kind = models.CharField(_("kind"), max_length=40)
    page_id = models.BigIntegerField()
    """The primary key in the table of the kind."""
    document_id = models.UUIDField()
    language = models.CharField(_("language"), max_length=8)
    title = models.CharField(_("title"), max_length=120)
    slug = models.CharField(_("address"), max_length=80)
    review_due = models.DateField(_("next review due on"), db_index=True)
    updated_at = models.DateTimeField(_("changed"))
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices, default=Stage.DRAFT, db_index=True)
    digest = models.CharField(max_length=64, blank=True)
    """The document that was submitted, approved or published; empty as soon as the working copy is saved again."""
    digest_now = models.CharField(max_length=64, blank=True)
    """The document that the working copy is now; empty where it is not whole, or was not appraised since its save."""
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=1000, blank=True)
    """Why it was sent back."""
    missing = models.CharField(_("missing"), max_length=80, blank=True)
    """Codes of `Missing`, with a space between."""
    grade = models.FloatField(_("reading grade"), null=True, blank=True, db_index=True)
    has_figure = models.BooleanField(_("has a figure"), null=True, blank=True, db_index=True)
    """None for a kind that has no figures."""

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("all pages")
        ordering = ["title"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["kind", "page_id"], name="standing_one_per_page")]
        indexes = [models.Index(fields=["document_id", "language"], name="standing_by_document")]

    def __str__(self) -> str:
        return self.title


class NamedReference(models.Model):
    """A document that a working copy names; broken while readers do not get it."""

    standing = models.ForeignKey(Standing, on_delete=models.CASCADE, related_name="references")
    kind = models.CharField(max_length=40)
    slug = models.CharField(max_length=80)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "slug"], name="named_reference_to")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class LoggedActQuerySet(AddedOnlyQuerySet["LoggedAct"]):
    """Reads the log."""

    refusal = "the log of acts is only added to"


class LoggedAct(models.Model):
    """Who did what, and when: to a page, or to what all pages share. Rows are only ever added.

    The database itself refuses changes (migration 0005); only the link to a deleted account is emptied.
    """

    class Act(models.TextChoices):
        ADDED = "added", _("Began the page")
        EDITED = "edited", _("Changed the working copy")
        TAKEN_BACK = "taken-back", _("Took an old version into the working copy")
        SUBMITTED = "submitted", _("Submitted for review")
        COMMENTED = "commented", _("Commented")
        APPROVED = "approved", _("Approved")
        SENT_BACK = "sent-back", _("Sent back")
        PUBLISHED = "published", _("Published")
        SCHEDULED = "scheduled", _("Scheduled")
        UNSCHEDULED = "unscheduled", _("Cancelled the schedule")
        WITHDRAWN = "withdrawn", _("Withdrew the page")
        RESTORED = "restored", _("Put an old version back to readers")
        DELETED = "deleted", _("Deleted the working copy")
        ROW_ADDED = "row-added", _("Added")
        ROW_CHANGED = "row-changed", _("Changed")
        ROW_DELETED = "row-deleted", _("Deleted")

    act = models.CharField(_("act"), max_length=12, choices=Act.choices)
    kind = models.CharField(_("kind"), max_length=40)
    document_id = models.UUIDField(_("document"))
    language = models.CharField(_("language"), max_length=8)
    title = models.CharField(_("title"), max_length=120)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    doer = models.CharField(_("by"), max_length=254, blank=True)
    """Who it was, in words: they stay when the account is deleted. A command has its name here."""
    words = models.TextField(_("words"), blank=True)
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    """The document that was submitted, decided on or published, where there is one."""
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = LoggedActQuerySet.as_manager()

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("log of acts")
        ordering = ["-at", "-id"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["document_id", "language", "-at"], name="act_by_document")]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row with its doer in words; a row that exists is never changed."""
        if self.pk is not None:
            raise TypeError("the log of acts is only added to")
        if self.by and not self.doer:
            self.doer = str(self.by)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: what was done stays on record."""
        raise TypeError("the log of acts is only added to")
