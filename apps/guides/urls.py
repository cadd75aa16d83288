"""The addresses of the guides app."""

from django.urls import path

from apps.guides.views import reading
from apps.guides.views.safety import safety_page
from apps.guides.views.search import search_index, search_page
from apps.publishing.views import document_page

app_name = "guides"

urlpatterns = [
    path("safety/", safety_page, name="safety"),
    path("guides/", reading.guide_list, name="guides"),
    path("guides/<slug:slug>/", document_page, {"kind": "guide"}, name="guide"),
    path("faq/", reading.faq, name="faq"),
    path("glossary/", reading.glossary, name="glossary"),
    path("claims/", reading.claims, name="claims"),
    path("conditions/", reading.conditions, name="conditions"),
    path("changes/", reading.changes_page, name="changes"),
    path("search/", search_page, name="search"),
    path("offline/data/search.json", search_index, name="search_index"),
    path("checks/<slug:slug>/", document_page, {"kind": "check"}, name="check"),
]
