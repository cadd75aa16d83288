"""Pictures in the editors' room: uploaded once, shown, and deleted only where nothing shows them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.publishing.admin.shared import SharedAdmin
from apps.publishing.media.forms import PictureForm
from apps.publishing.media.models import Picture, file_url
from apps.publishing.media.queries import used_in
from apps.publishing.media.services import add_picture, delete_picture

_SHOWN = ("shown", "reference", "sizes", "used")


class PictureAdmin(SharedAdmin):
    """The pictures that texts may show."""

    form = PictureForm
    list_display: Any = ("small", "slug", "alt", "created_at")
    list_display_links: Any = ("slug",)
    search_fields: ClassVar[Any] = ("slug", "alt")
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False

    class Media:
        js = ("js/editors/picture-preview.js",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the file once; afterwards show what became of it."""
        return ("slug", "alt", *_SHOWN) if obj else ("file", "slug", "alt")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The name stays, since texts have it."""
        return ("slug", *_SHOWN) if obj else ()

    @staticmethod
    @admin.display(description=gettext_lazy("picture"))
    def small(picture: Picture) -> SafeString:
        """Show it small, for the list."""
        return format_html('<img class="picture-small" src="{}" alt="" loading="lazy">', _smallest(picture))

    @staticmethod
    @admin.display(description=gettext_lazy("as readers see it"))
    def shown(picture: Picture) -> SafeString:
        """Show it as a page would."""
        return format_html(
            '<img class="picture-shown" src="{}" alt="{}" width="{}" height="{}">',
            picture.url, picture.alt, picture.largest["width"], picture.largest["height"],
        )  # fmt: skip

    @staticmethod
    @admin.display(description=gettext_lazy("to paste into a text"))
    def reference(picture: Picture) -> SafeString:
        """Give the Markdown that shows it."""
        return format_html("<code>{}</code>", picture.markdown)

    @staticmethod
    @admin.display(description=gettext_lazy("sizes"))
    def sizes(picture: Picture) -> SafeString:
        """List its files."""
        rows = ((one["width"], one["height"], round(one["bytes"] / 1024)) for one in picture.files)
        return format_html_join(", ", "{} × {} ({} kB)", rows)

    @staticmethod
    @admin.display(description=gettext_lazy("used in"))
    def used(picture: Picture) -> str:
        """Name what shows it."""
        return ", ".join(used_in(picture)) or _("nothing")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what no working copy shows and no reader sees."""
        return super().has_delete_permission(request, obj) and (obj is None or not used_in(obj))

    def get_actions(self, request: HttpRequest) -> Any:
        """Offer no deletion of many rows: some may be used."""
        return {}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Store the files of a new picture; of an old one, only its words change."""
        if change:
            super().save_model(request, obj, form, change)
        else:
            add_picture(picture=obj, files=form.encoded)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete the files too."""
        delete_picture(picture=obj)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Show what was uploaded."""
        if "_save" not in request.POST:
            return super().response_add(request, obj, post_url_continue)
        self.message_user(request, _("The picture is stored. This is how readers see it."), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:publishing_picture_change", args=[obj.pk]))


def _smallest(picture: Picture) -> str:
    return file_url(picture.files[0]["name"])
