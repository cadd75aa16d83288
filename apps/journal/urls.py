"""The addresses of the journal's pages."""

from django.urls import path

from apps.journal import views

app_name = "journal"

urlpatterns = [
    path("journal/", views.journal_list, name="list"),
    path("journal/new/", views.new, name="new"),
    path("journal/measures/", views.measures, name="measures"),
    path("journal/trends/", views.trends, name="trends"),
    path("journal/report/", views.report, name="report"),
    path("journal/backup/", views.backup, name="backup"),
]
