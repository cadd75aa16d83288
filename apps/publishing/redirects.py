"""Redirects that editors add by hand; a changed address leaves its own behind (`queries.left_behind`)."""

from __future__ import annotations

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.translation import get_language_from_path, gettext_lazy
from django.utils.translation import gettext as _

from apps.core.registries import pages, withdrawn_urls

_OWN_PATH = re.compile(r"^/(?:[\w.~%-]+/)+$", re.ASCII)
_OWN_PAGE = re.compile(r"^/(?:[\w.~%-]+/)*(?:#[\w-]+)?$", re.ASCII)
_NOT_PAGES = ("/accounts/", "/admin/", "/api/", "/media/", "/preview/", "/static/")


class Redirect(models.Model):
    """An old address, and the page that readers are led on to from there."""

    old = models.CharField(
        gettext_lazy("old address"),
        max_length=200,
        unique=True,
        help_text=gettext_lazy("The part after the site's name, such as /stretches/old-name/."),
    )
    new = models.CharField(
        gettext_lazy("leads to"),
        max_length=200,
        help_text=gettext_lazy("A page of this site, such as /stretches/new-name/ or /glossary/#psoas."),
    )
    created_at = models.DateTimeField(gettext_lazy("added"), auto_now_add=True)

    class Meta:
        verbose_name = gettext_lazy("redirect")
        verbose_name_plural = gettext_lazy("redirects")
        ordering = ["old"]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"

    def clean(self) -> None:
        """Lead from an own address without a page to an own page, in one step."""
        errors = {
            name: message for name, message in (("old", self._wrong_old()), ("new", self._wrong_new())) if message
        }
        if errors:
            raise ValidationError(errors)

    def _wrong_old(self) -> str:
        if not _OWN_PATH.match(self.old):
            return _("Give an address of this site: it starts and ends with a slash, and has no “?” or “#”.")
        if self.old.startswith(_NOT_PAGES):
            return _("This is no address of a page for readers.")
        if self.old in live_addresses(self.old):
            return _("There is a page at this address, so nobody would be led on.")
        if self.old in set(withdrawn_urls):
            return _("The page at this address was withdrawn; readers see the reason there.")
        leading_here = models.Q(new=self.old) | models.Q(new__startswith=f"{self.old}#")
        if Redirect.objects.exclude(pk=self.pk).filter(leading_here).exists():
            return _("Another redirect leads here. Change that one first, so that nobody is led on twice.")
        return ""

    def _wrong_new(self) -> str:
        if not _OWN_PAGE.match(self.new):
            return _("Give an address of this site: it starts with a slash and ends with one, or with “#” and a name.")
        if self.new.split("#")[0] == self.old:
            return _("This is the old address itself.")
        return "" if leads_somewhere(self.new) else _("There is no page at this address.")


def live_addresses(path: str) -> set[str]:
    """Return the addresses of all pages of the language that a path belongs to."""
    with translation.override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        return {page.url for page in pages}


def leads_somewhere(address: str) -> bool:
    """Whether there is a page at an own address; what follows a “#” is not looked at."""
    path = address.split("#", maxsplit=1)[0]
    return path in live_addresses(path)


def led_on(path: str) -> str | None:
    """Return where an address leads by an editor's redirect, or None; one query."""
    if path.startswith(_NOT_PAGES) or "\x00" in path:  # PostgreSQL takes no NUL, not even to look for
        return None
    whole = path if path.endswith("/") else f"{path}/"
    return Redirect.objects.filter(old=whole).values_list("new", flat=True).first()
