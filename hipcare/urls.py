"""Every address of hipcare, by app; the pages for readers have one for each language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

handler400 = "apps.core.errors.bad_request"
handler403 = "apps.core.errors.permission_denied"
handler404 = "apps.core.errors.page_not_found"
handler500 = "apps.core.errors.server_error"

urlpatterns = [
    path("", include("apps.offline.urls_machines")),
    path("", include("apps.core.urls_machines")),
    path("", include("apps.publishing.urls")),
    path("api/v1/", include("apps.journal.urls_api")),
    path("api/v1/", include("apps.publishing.api.urls")),
    path("accounts/", include("apps.accounts.urls")),
    path("admin/styleguide/figures/", include("apps.library.urls_styleguide")),
    path("admin/styleguide/", include("apps.core.urls_styleguide")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", include("apps.offline.urls")),
        path("", include("apps.core.urls")),
        path("", include("apps.guides.urls")),
        path("", include("apps.sitting.urls")),
        path("", include("apps.journal.urls")),
        path("", include("apps.library.urls")),
        prefix_default_language=False,
    ),
]
