"""Choosing a file to import."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from apps.publishing.exchange.files import MAX_BYTES, MAX_ROWS, read_rows


class ImportForm(forms.Form):
    """An exported file, and the language that it is imported as."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": "application/json,.json"}),
        help_text=_("An export, changed or translated: at most %(rows)s pages and %(size)s MB.")
        % {"rows": MAX_ROWS, "size": MAX_BYTES // 1024 // 1024},
    )
    language = forms.ChoiceField(
        label=_("Import it as"),
        required=False,
        choices=[("", _("what it is: each page in the language of the file")), *settings.LANGUAGES],
        help_text=_("Choose a language for a translation: its pages become new working copies in it."),
    )

    def clean_file(self) -> UploadedFile[Any]:
        """Take only what can be read; the text is then in `text`."""
        upload: UploadedFile[Any] = self.cleaned_data["file"]
        if (upload.size or 0) > MAX_BYTES:
            raise ValidationError(
                _("The file is too large. Use at most %(size)s MB."), params={"size": MAX_BYTES // 1024 // 1024}
            )
        self.data_read = upload.read()
        self.rows = read_rows(self.data_read)
        return upload
