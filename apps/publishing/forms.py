"""The forms of the editors' acts, and the form that all working copies share."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.publishing.markdown import images_in
from apps.publishing.media.models import REFERENCE
from apps.publishing.media.queries import find_picture

if TYPE_CHECKING:
    WorkingCopyModelForm = forms.ModelForm[Any]
else:
    WorkingCopyModelForm = forms.ModelForm

_HTML_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>|<!--")
_CODE_LINK = re.compile(r"\]\(\s*<?\s*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)


def check_plain_text(text: str) -> None:
    """Refuse HTML tags and links that run code; raises `ValidationError` naming what was found."""
    if tag := _HTML_TAG.search(text):
        raise ValidationError(
            _("Leave out HTML such as “%(tag)s”. Use Markdown, or plain words."),
            params={"tag": tag.group()[:40]},
        )
    if _CODE_LINK.search(text):
        raise ValidationError(_("A link leads to an address that starts with https:// or /, or to mailto: or tel:."))


def check_pictures(text: str) -> None:
    """Refuse images that are not this site's own or have no words; raises `ValidationError` naming the first."""
    for words, source in images_in(text) if "![" in text else ():
        params = {"source": source[:80]}
        if not source.startswith(REFERENCE):
            message = _("Only uploaded pictures are shown, as in “![what it shows](media:name)”, not “%(source)s”.")
            raise ValidationError(message, params=params)
        if not words.strip():
            message = _("Say what the picture “%(source)s” shows, between the square brackets.")
            raise ValidationError(message, params=params)
        if find_picture(source.removeprefix(REFERENCE)) is None:
            message = _("There is no picture “%(source)s”. Upload it under “Pictures” first.")
            raise ValidationError(message, params=params)


class CheckedForm(WorkingCopyModelForm):
    """Checks every text for what does not belong into one."""

    def clean(self) -> dict[str, Any]:
        """Check every text."""
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str):
                    self._check_text(name, text)
        return cleaned

    def _check_text(self, name: str, text: str) -> None:
        try:
            check_plain_text(text)
            check_pictures(text)
        except ValidationError as error:
            self.add_error(name, error)


class GuardedForm(WorkingCopyModelForm):
    """Edits a row; the second of two editors' saves is stopped with both versions shown."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)
    """What was saved last, as this editor saw it."""
    replace_version = forms.CharField(required=False, widget=forms.HiddenInput)
    """Which other version this editor has seen and means to replace."""

    other_version: str = ""
    """Set when the save was stopped: what `replace_version` has to say."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["version"] = self.version_of(self.instance)

    @staticmethod
    def version_of(row: models.Model) -> str:
        """Return what changes when the row is saved with other values."""
        values = {field.attname: str(getattr(row, field.attname)) for field in row._meta.concrete_fields}
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()

    @property
    def changed_data(self) -> list[str]:
        """Return the names of the content's fields that were changed."""
        return [name for name in super().changed_data if name not in {"version", "replace_version"}]

    def clean(self) -> dict[str, Any]:
        """Check that nobody else has saved meanwhile."""
        cleaned = super().clean() or self.cleaned_data
        self._check_version()
        return cleaned

    def _check_version(self) -> None:
        if not self.instance.pk or "version" not in self.data:
            return
        row = type(self.instance)._default_manager.select_for_update().filter(pk=self.instance.pk).first()
        now = self.version_of(row) if row else ""
        if now not in {self.data["version"], self.data.get("replace_version")}:
            self.other_version = now
            self.add_error(
                None,
                ValidationError(
                    _("Somebody else has saved this since you opened it. Nothing of yours is lost."),
                    code="other-version",
                ),
            )


class WorkingCopyForm(GuardedForm, CheckedForm):
    """Edits a working copy; a change in one of its rows is a change of the whole."""

    @staticmethod
    def version_of(row: Any) -> str:
        """Return when the working copy was last saved."""
        return str(row.updated_at.isoformat())


class ActForm(forms.Form):
    """Asks before an act that readers notice."""

    problems: Sequence[Any] = ()
    """What the page lacks, each with the place where it is mended; found out in the act itself."""


class PublishForm(ActForm):
    """Publish a working copy, now or at a time."""

    note = forms.CharField(
        label=_("What changed"),
        max_length=300,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=_("One sentence for readers; it is shown on the page, under “Changes”."),
    )
    live_from = forms.DateTimeField(
        label=_("Live from"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("In UTC. Leave empty to publish now."),
    )
    clinician = forms.BooleanField(required=False)
    digest = forms.CharField(widget=forms.HiddenInput, required=False)
    """Which document the editor looked at."""

    def __init__(self, *args: Any, clinician: str, may_schedule: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_schedule:
            del self.fields["live_from"]
        if not clinician:
            del self.fields["clinician"]
            return
        self.fields["clinician"].required = True
        self.fields["clinician"].label = _("%(name)s, a clinician, has read this version and agrees to be named.") % {
            "name": clinician
        }
        self.fields["clinician"].help_text = _(
            "Otherwise empty “Reviewed by a clinician” first. A second editor's approval is no clinical review."
        )

    def clean_live_from(self) -> Any:
        """Take only a time to come."""
        moment = self.cleaned_data.get("live_from")
        if moment and moment <= timezone.now():
            raise ValidationError(_("Choose a time to come, or leave this empty to publish now."))
        return moment


class WithdrawForm(forms.Form):
    """Take a page from the readers."""

    note = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=_("One plain sentence; readers who come to the page see it."),
    )


class RestoreForm(ActForm):
    """Bring an old publication back."""

    WORKING_COPY, READERS = "working-copy", "readers"

    WAYS = (
        (WORKING_COPY, _("into the working copy, to be looked at before it is published")),
        (READERS, _("straight to the readers; the working copy stays as it is")),
    )

    where = forms.ChoiceField(
        label=_("Restore it"),
        choices=WAYS,
        widget=forms.RadioSelect,
        initial=WORKING_COPY,
    )
    note = forms.CharField(
        label=_("What changed"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=_("Needed only when it goes straight to the readers."),
    )

    def offer(self, *, working_copy: bool, readers: bool) -> None:
        """Show only the ways that the editor may take; the view refuses the others."""
        field = self.fields["where"]
        ways = {self.WORKING_COPY: working_copy, self.READERS: readers}
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (tells the type checker)
        field.widget.choices = [(way, label) for way, label in self.WAYS if ways[way]]
        field.initial = self.WORKING_COPY if working_copy else self.READERS

    def clean(self) -> dict[str, Any]:
        """Ask for the note where readers will see it."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("where") == self.READERS and not cleaned.get("note"):
            self.add_error("note", _("Tell readers in one sentence what changed."))
        return cleaned
