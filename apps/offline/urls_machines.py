"""What phones ask for to keep the app; the same address in every language."""

from django.urls import path

from apps.offline import views

app_name = "offline_machines"

urlpatterns = [
    path("serviceworker.js", views.service_worker, name="service_worker"),
    path("manifest.json", views.manifest, name="manifest"),
    path("offline/pack.json", views.pack, name="pack"),
    path("offline/bundles/<int:number>.json", views.bundle, name="bundle"),
]
