"""The page about what is on the phone."""

from django.urls import path

from apps.offline import views

app_name = "offline"

urlpatterns = [path("offline/", views.offline, name="offline")]
