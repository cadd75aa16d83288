"""Publishing: previews, and the files of pictures."""

from django.urls import path, re_path

from apps.publishing.media.files import NAME
from apps.publishing.media.views import picture_file
from apps.publishing.preview import preview_page

app_name = "publishing"

urlpatterns = [
    path("preview/<str:token>/", preview_page, name="preview"),
    re_path(rf"^media/pictures/(?P<name>{NAME})$", picture_file, name="picture"),
]
