"""Home and plain pages, in every language."""

from django.urls import path

from apps.core import views
from apps.core.feedback import views as feedback

app_name = "core"

urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.plain_page, {"name": "about"}, name="about"),
    path("privacy/", views.plain_page, {"name": "privacy"}, name="privacy"),
    path("accessibility/", views.plain_page, {"name": "accessibility"}, name="accessibility"),
    path("settings/", views.plain_page, {"name": "settings"}, name="settings"),
    path("contact/", views.plain_page, {"name": "contact"}, name="contact"),
    path("contact/write/", feedback.write, name="contact_write"),
    path("contact/thanks/", feedback.thanks, name="contact_thanks"),
]
