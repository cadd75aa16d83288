"""Uploading a picture."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from apps.publishing.forms import GuardedForm
from apps.publishing.media.encoding import Encoded, encode

_FILE_NAME = re.compile(r"^\S+\.(jpe?g|png|webp|avif|heic|gif|svg)$", re.IGNORECASE)
WRONG_NAME = _("Use small letters, digits and hyphens, such as “rolled-towel”.")
_TAG = re.compile(r"[<>]")


class PictureForm(GuardedForm):
    """A picture's words; and its file, which is chosen once."""

    file = forms.FileField(
        label=_("Picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"}),
        help_text=_("JPEG, PNG, WebP or AVIF, at most 8 MB. Where and with what it was taken is removed."),
    )
    encoded: tuple[Encoded, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].error_messages["invalid"] = WRONG_NAME

    def clean_slug(self) -> str:
        """Keep to the letters that a reference in a text may have."""
        slug = str(self.cleaned_data["slug"])
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
            raise ValidationError(WRONG_NAME)
        return slug

    def clean_alt(self) -> str:
        """Take words about the picture, not a file's name and no HTML."""
        alt = " ".join(str(self.cleaned_data["alt"]).split())
        if _FILE_NAME.match(alt):
            raise ValidationError(_("Say what the picture shows; this is the name of a file."))
        if _TAG.search(alt):
            raise ValidationError(_("Leave out “<” and “>”. Use plain words."))
        return alt

    def clean_file(self) -> UploadedFile[Any] | None:
        """Read the picture and make its files, here, where a message can still be given."""
        upload: UploadedFile[Any] | None = self.cleaned_data.get("file")
        if upload is None:
            if self.instance.pk is None:
                raise ValidationError(_("Choose a picture."))
            return None
        self.encoded = encode(upload, upload.size or 0)  # type: ignore[arg-type]
        return upload

    def clean(self) -> dict[str, Any]:
        """Say that a good file has to be chosen again where something else is wrong: browsers keep none."""
        cleaned = super().clean()
        if self.errors and self.encoded:
            self.add_error("file", _("The picture is fine. Choose it once more: browsers do not keep files."))
        return cleaned
