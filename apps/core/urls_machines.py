"""What machines ask core for; the same address in every language."""

from django.urls import path

from apps.core import views

app_name = "core_machines"

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]
