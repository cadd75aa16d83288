"""The addresses of the content API, under `/api/v1/`."""

from django.urls import path

from apps.publishing.api import views

app_name = "content_api"

urlpatterns = [
    path("", views.index, name="index"),
    path("openapi.json", views.openapi, name="openapi"),
    path("docs", views.docs, name="docs"),
    path("<slug:kind>/", views.document_list, name="list"),
    path("<slug:kind>/<slug:slug>/", views.document, name="document"),
]
