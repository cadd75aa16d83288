"""Static files under names that carry a hash of their bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_MODULE_FILES, (*_STATEMENTS, _DYNAMIC) = ManifestStaticFilesStorage._js_module_import_aggregation_patterns  # type: ignore[attr-defined]


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashes and compresses, and re-links the imports of ES modules.

    Its rules for modules: every import ends in a semicolon and none forms a circle. Types in comments are left alone.
    """

    support_js_module_import_aggregation = True
    # A type in a comment, `{import("./pages.js").Plan}`, is no import: relinking it would tie modules into circles.
    _js_module_import_aggregation_patterns = (
        _MODULE_FILES,
        (*_STATEMENTS, (r"""(?P<matched>import\(["'](?P<url>.*?)["']\)(?!\.\w+[^\w(]))""", """import("%(url)s")""")),
    )
    # Each pass settles the names one step further up the longest chain of imports; Django's five are too few.
    max_post_process_passes = 20


class LinkedAppDirectoriesFinder(AppDirectoriesFinder):
    """Finds the static files of apps whose files are linked to; django-pwa's samples are not."""

    def list(self, ignore_patterns: Any) -> Iterator[Any]:
        """Yield the files of every app but django-pwa."""
        for path, storage in super().list(ignore_patterns):
            if not path.startswith(("images/icons/", "js/serviceworker")) and "Thumbs.db" not in path:
                yield path, storage
