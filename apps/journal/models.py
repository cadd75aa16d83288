"""A person's journal on the server: its counter, its records, and which changes were applied."""

from __future__ import annotations

import secrets
import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.journal.enums import Kind, Status


def new_mark() -> str:
    """Return a random text that names one change, so that a reused revision number is not mistaken for it."""
    return secrets.token_urlsafe(9)


class Journal(models.Model):
    """The counter of one owner's revisions; whoever changes a record of the owner holds a lock on this row."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="journal"
    )
    account = models.UUIDField(default=uuid.uuid4, unique=True)
    """Names the owner's database on a phone. A number could name someone else after a backup was restored."""
    revision = models.PositiveBigIntegerField(default=0)
    erasures = models.PositiveIntegerField(default=0)
    """How often the health data was deleted while the account stayed."""

    class Meta:
        verbose_name = _("journal")

    def __str__(self) -> str:
        return str(self.account)


class Record(models.Model):
    """One thing in a journal, or the trace of a deleted one: then only id and revision are left, for ever."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="records")
    record_id = models.UUIDField()
    """Made on the phone. Unique for its owner only: someone else's says nothing and hinders nothing."""
    kind = models.CharField(max_length=20, choices=Kind.choices, blank=True)
    revision = models.PositiveBigIntegerField()
    mark = models.CharField(max_length=20)
    changed_at = models.DateTimeField(null=True)
    """By the clock of the phone; never used to order anything."""
    deleted = models.BooleanField(default=False)
    data = models.JSONField(null=True, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("record")
        constraints = [
            models.UniqueConstraint(fields=["owner", "record_id"], name="record_once_per_owner"),
            models.UniqueConstraint(fields=["owner", "revision"], name="record_revision_once_per_owner"),
        ]

    def __str__(self) -> str:
        return str(self.record_id)


class Operation(models.Model):
    """A change that was applied, with its first answer, so that the same change sent again is not."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="operations")
    op = models.UUIDField()
    record_id = models.UUIDField()
    status = models.CharField(max_length=10, choices=Status.choices)
    revision = models.PositiveBigIntegerField()
    """Of the record (or of its conflict copy) after this change."""
    conflict_copy = models.UUIDField(null=True)
    mark = models.CharField(max_length=20, blank=True)
    """Empty where the change left the journal as it was."""

    class Meta:
        verbose_name = _("operation")
        constraints = [models.UniqueConstraint(fields=["owner", "op"], name="operation_once_per_owner")]
        indexes = [models.Index(fields=["owner", "revision", "mark"], name="operation_by_mark")]

    def __str__(self) -> str:
        return str(self.op)

    @property
    def was_done(self) -> bool:
        """Whether what was sent is kept, be it as a conflict copy; a deletion of what its author did not see is not."""
        return self.status == Status.APPLIED or self.conflict_copy is not None


class Device(models.Model):
    """A phone that has synced. It outlives its account, so that the phone can be told to erase."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="devices")
    device_id = models.UUIDField(db_index=True)
    secret_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("device")
        constraints = [models.UniqueConstraint(fields=["owner", "device_id"], name="device_once_per_owner")]

    def __str__(self) -> str:
        return str(self.device_id)
