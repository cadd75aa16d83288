"""The editors' room: what content apps inherit, and publishing's own pages."""

from django.contrib import admin

from apps.publishing.admin.base import PublishableAdmin
from apps.publishing.admin.explained import explained, with_meanings
from apps.publishing.admin.phrases import PhraseAdmin
from apps.publishing.admin.pictures import PictureAdmin
from apps.publishing.admin.records import PublicationAdmin, SourceAdmin
from apps.publishing.admin.redirects import RedirectAdmin
from apps.publishing.admin.rows import StackedInline, TabularInline
from apps.publishing.admin.standings import LoggedActAdmin, StandingAdmin
from apps.publishing.admin.typed import ModelAdmin
from apps.publishing.media.models import Picture
from apps.publishing.models import LoggedAct, Phrase, Publication, Redirect, Source, Standing

__all__ = ["ModelAdmin", "PublishableAdmin", "StackedInline", "TabularInline", "explained", "with_meanings"]

admin.site.register(Phrase, PhraseAdmin)
admin.site.register(Picture, PictureAdmin)
admin.site.register(Publication, PublicationAdmin)
admin.site.register(Redirect, RedirectAdmin)
admin.site.register(Source, SourceAdmin)
admin.site.register(Standing, StandingAdmin)
admin.site.register(LoggedAct, LoggedActAdmin)
