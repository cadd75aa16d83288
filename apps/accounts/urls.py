"""Accounts: a person's data and consent, and allauth's addresses."""

from django.urls import include, path, re_path

from apps.accounts import views

urlpatterns = [
    path("arrival/", views.arrival, name="account_arrival"),
    path("data/", views.data, name="account_data"),
    re_path(r"^data/export/(?P<kind>json|csv)/$", views.export, name="account_export"),
    path("data/erase/", views.erase, name="account_erase"),
    path("delete/", views.delete, name="account_delete"),
    path("deleted/", views.deleted, name="account_deleted"),
    path("consent/", views.consent, name="account_consent"),
    path("consent/withdraw/", views.withdraw, name="account_withdraw"),
    path("", include("allauth.urls")),
]
