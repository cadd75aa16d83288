"""The phrases to think twice about, as rows that editors change; an installation starts with those of the file."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from apps.publishing.fields import LinesField
from apps.publishing.wording import BANNED, CAREFUL, AvoidedPhrase, shipped_phrases, shipped_rows

LONGEST_FORM = 80
_SHIPPED = ("level", "forms", "unless", "why", "instead")


class Phrase(models.Model):
    """A phrase that hipcare does not use, or uses with care."""

    class Level(models.TextChoices):
        BANNED = BANNED, _("hipcare does not say it")
        CAREFUL = CAREFUL, _("to be said with care")

    key = models.SlugField(max_length=80, blank=True, editable=False)
    """The name of a phrase of the file; empty for those that editors have added."""
    language = models.CharField(_("language"), max_length=8, default=settings.LANGUAGE_CODE, choices=settings.LANGUAGES)
    level = models.CharField(_("how it is meant"), max_length=10, choices=Level.choices, default=Level.BANNED)
    forms = LinesField(
        _("forms"),
        blank=False,
        help_text=_(
            "Every way it is written, one a line: “unlock”, “unlocks”. Whole words, capital or small letters alike; "
            "a space stands for a hyphen too."
        ),
    )
    unless = LinesField(
        _("all right within"),
        help_text=_("Longer phrases in which it may stand, one a line: “nerve damage” for “damage”."),
    )
    why = models.CharField(_("why"), max_length=120, help_text=_("In a few words, such as “over-promises”."))
    instead = models.CharField(_("say instead"), max_length=200)
    in_use = models.BooleanField(
        _("in use"), default=True, help_text=_("Take the tick away, and nobody is told of it any more.")
    )
    shipped_digest = models.CharField(max_length=64, blank=True, editable=False)
    """What the file said when the row was last taken from it; the row is the editors' once it differs."""

    class Meta:
        verbose_name = _("phrase to avoid")
        verbose_name_plural = _("phrases to avoid")
        ordering = ["level", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~models.Q(key=""), name="phrase_of_the_file_once")
        ]

    def __str__(self) -> str:
        return ", ".join(self.forms[:3])

    def clean(self) -> None:
        """Each form is a word or some words, and short."""
        for name in ("forms", "unless"):
            for form in getattr(self, name):
                if len(form) > LONGEST_FORM or not any(letter.isalpha() for letter in form):
                    raise ValidationError({name: _("“%(form)s” is no word or short phrase.") % {"form": form[:40]}})

    def digest(self) -> str:
        """Return what changes when an editor changes what the file has given."""
        values = {name: getattr(self, name) for name in _SHIPPED}
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def phrases_in_use(language: str) -> tuple[AvoidedPhrase, ...]:
    """Return the phrases that texts of a language are held against; those of the file until some were loaded."""
    if not Phrase.objects.exists():
        return shipped_phrases() if language == settings.LANGUAGE_CODE else ()
    return tuple(
        AvoidedPhrase(row.level, tuple(row.forms), row.why, row.instead, tuple(row.unless))
        for row in Phrase.objects.filter(language=language, in_use=True)
    )


@transaction.atomic
def load_phrases() -> int:
    """Take over the phrases of the file, all but those that editors have changed; returns how many were written."""
    there = {row.key: row for row in Phrase.objects.exclude(key="")}
    written = 0
    for values in shipped_rows():
        row = there.get(values["key"]) or Phrase(key=values["key"])
        if row.pk and row.digest() != row.shipped_digest:
            continue
        _take_over(row, values)
        if row.digest() != row.shipped_digest:
            row.shipped_digest = row.digest()
            row.save()
            written += 1
    return written


def _take_over(row: Phrase, values: dict[str, Any]) -> None:
    for name in _SHIPPED:
        setattr(row, name, values.get(name, []))
