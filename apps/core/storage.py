"""Static files under names that carry a hash of their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_MODULE_FILES, (*_STATEMENTS, _DYNAMIC) = ManifestStaticFilesStorage._js_module_import_aggregation_patterns  # type: ignore[attr-defined]

_IMPORT = re.compile(r'^@import url\("([^"]+)"\);$', re.MULTILINE)


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashes and compresses, joins style sheets, and re-links the imports of ES modules.

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

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Post-process the collected files; a sheet in `css/` that imports others holds them instead.

        Raises KeyError where it imports a sheet that is not beside it.
        """
        yield from super().post_process({**paths, **_joined(paths)}, dry_run, **options)


def _joined(paths: dict[str, Any]) -> dict[str, Any]:
    """Return the sheets that import others, each with those in place of the lines."""
    storage = InMemoryStorage()
    joined = {}
    for name in paths:
        text = _text(paths, name) if name.startswith("css/") else ""
        if _IMPORT.search(text):
            whole = _IMPORT.sub(lambda found: _text(paths, f"css/{found[1]}"), text)
            storage.save(name, ContentFile(whole))
            joined[name] = (storage, name)
    return joined


def _text(paths: dict[str, Any], name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode())


class LinkedAppDirectoriesFinder(AppDirectoriesFinder):
    """Finds the static files of apps whose files are linked to; django-pwa's samples are not."""

    def list(self, ignore_patterns: Any) -> Iterator[Any]:
        """Yield the files of every app but django-pwa."""
        for path, storage in super().list(ignore_patterns):
            if not path.startswith(("images/icons/", "js/serviceworker")) and "Thumbs.db" not in path:
                yield path, storage
