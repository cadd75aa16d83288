"""A picture and the files that it is served as."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

FOLDER = "pictures"
"""Where the files are, below `MEDIA_ROOT` and `MEDIA_URL`."""
REFERENCE = "media:"
"""What stands before a picture's name in Markdown: `![what it shows](media:name)`."""


class Picture(models.Model):
    """A picture that documents may show. Its files and its name never change: a better one is another picture."""

    slug = models.SlugField(
        _("name"), max_length=80, unique=True, help_text=_("Small letters, digits and hyphens. It stays as it is.")
    )
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("What the picture shows, for somebody who cannot see it: “A rolled towel under the low back”."),
    )
    files: models.JSONField[Any, list[dict[str, Any]]] = models.JSONField(default=list, editable=False)
    """Name, width, height and bytes of each file, the smallest first."""
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering: ClassVar = ["slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def largest(self) -> dict[str, Any]:
        """Return the file with the most points."""
        return self.files[-1]

    @property
    def url(self) -> str:
        """Return the address of the largest file."""
        return file_url(self.largest["name"])

    @property
    def srcset(self) -> str:
        """Return every file with its width, for a browser to choose from."""
        return ", ".join(f"{file_url(one['name'])} {one['width']}w" for one in self.files)

    @property
    def markdown(self) -> str:
        """Return what an editor pastes into a text."""
        words = self.alt.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
        return f"![{words}]({REFERENCE}{self.slug})"


def file_url(name: str) -> str:
    """Return the address of a picture's file."""
    return f"{settings.MEDIA_URL}{FOLDER}/{name}"
