"""The addresses of the sync API."""

from django.urls import path

from apps.journal import api

app_name = "journal_api"

urlpatterns = [
    path("session", api.session, name="session"),
    path("sync", api.sync, name="sync"),
    path("device", api.device, name="device"),
]
