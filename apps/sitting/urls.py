"""The sitting guide's addresses, and those of drive mode."""

from django.urls import path

from apps.publishing.views import document_page
from apps.sitting import views

app_name = "sitting"

urlpatterns = [
    path("sitting/", views.guide, name="guide"),
    path("sitting/timer/", views.timer, name="timer"),
    path("sitting/sampler/", views.sampler, name="sampler"),
    path("sitting/<slug:slug>/", document_page, {"kind": "position"}, name="position"),
    path("drive/", views.drive, name="drive"),
    path("drive/seat/", views.seat, name="seat"),
    path("drive/trip/", views.trip, name="trip"),
]
