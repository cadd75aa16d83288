"""A message from a reader."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MESSAGE_LENGTH = 4000


class Feedback(models.Model):
    """What a reader wrote; no account, no network address."""

    class Topic(models.TextChoices):
        MISTAKE = "mistake", _("Something on a page is wrong or unclear")
        ACCESS = "access", _("Something is hard to use or to reach")
        BROKEN = "broken", _("Something does not work")
        IDEA = "idea", _("An idea")
        OTHER = "other", _("Something else")

    topic = models.CharField(_("about"), max_length=10, choices=Topic.choices)
    page = models.CharField(_("page"), max_length=200, blank=True)
    message = models.TextField(_("message"), max_length=MESSAGE_LENGTH)
    email = models.EmailField(_("e-mail address for an answer"), blank=True)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    done = models.BooleanField(_("dealt with"), default=False)

    class Meta:
        verbose_name = _("message from a reader")
        verbose_name_plural = _("messages from readers")
        ordering = ["done", "-sent_at"]

    def __str__(self) -> str:
        return f"{self.get_topic_display()}, {self.sent_at:%Y-%m-%d}"
