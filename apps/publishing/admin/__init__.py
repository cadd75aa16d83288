"""The editors' room: what content apps inherit, and publishing's own pages."""

from django.contrib import admin

from apps.publishing.admin.base import PublishableAdmin
from apps.publishing.admin.pictures import PictureAdmin
from apps.publishing.admin.records import PublicationAdmin, SourceAdmin
from apps.publishing.admin.rows import StackedInline, TabularInline
from apps.publishing.admin.standings import LoggedActAdmin, StandingAdmin
from apps.publishing.admin.typed import ModelAdmin
from apps.publishing.media.models import Picture
from apps.publishing.models import LoggedAct, Publication, Source, Standing

__all__ = ["ModelAdmin", "PublishableAdmin", "StackedInline", "TabularInline"]

admin.site.register(Picture, PictureAdmin)
admin.site.register(Publication, PublicationAdmin)
admin.site.register(Source, SourceAdmin)
admin.site.register(Standing, StandingAdmin)
admin.site.register(LoggedAct, LoggedActAdmin)
