"""What a person has agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from apps.core.models import User

CONSENT_TEXT = "2026-1"
"""The version of `templates/account/_consent_text.html`: whoever changes what it says raises this, and everybody is
asked anew."""


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Reads consents."""

    def given(self) -> ConsentQuerySet:
        """Those that hold: to the text of now, and not taken back."""
        return self.filter(text_version=CONSENT_TEXT, withdrawn_at=None)

    def of(self, owner: User) -> ConsentQuerySet:
        """Those of one person, oldest first."""
        return self.filter(owner=owner).order_by("given_at")


class Consent(models.Model):
    """A person's yes to health data being kept on the server; taken back, it stays as what was."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents")
    text_version = models.CharField(_("version of the text"), max_length=20)
    given_at = models.DateTimeField(_("given at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "text_version"],
                condition=models.Q(withdrawn_at=None),
                name="consent_to_a_text_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.text_version
