"""Publishing: previews, the files of pictures, and which notices an editor gets."""

from django.contrib import admin
from django.urls import path, re_path

from apps.publishing.media.files import NAME
from apps.publishing.media.views import picture_file
from apps.publishing.preview import preview_page, preview_player
from apps.publishing.views_notices import notices

app_name = "publishing"

urlpatterns = [
    path("preview/<str:token>/", preview_page, name="preview"),
    path("preview/<str:token>/play/", preview_player, name="preview_play"),
    path("admin/notices/", admin.site.admin_view(notices), name="notices"),
    re_path(rf"^media/pictures/(?P<name>{NAME})$", picture_file, name="picture"),
]
