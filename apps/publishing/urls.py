"""Publishing: previews."""

from django.urls import path

from apps.publishing.preview import preview_page

app_name = "publishing"

urlpatterns = [path("preview/<str:token>/", preview_page, name="preview")]
