"""The contact sheet's address, set below /admin/styleguide/."""

from django.urls import path

from apps.library import views_figures

app_name = "figure_sheet"

urlpatterns = [path("", views_figures.figure_sheet, name="index")]
