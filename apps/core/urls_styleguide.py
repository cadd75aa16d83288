"""The style page's address, set below /admin/."""

from django.urls import path

from apps.core import views_styleguide

app_name = "styleguide"

urlpatterns = [path("", views_styleguide.styleguide, name="index")]
