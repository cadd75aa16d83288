"""Static files under names that carry a hash of their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from apps.core.joining import joined
from apps.core.modules import Modules

_MODULES = ("js/", "vendor/")
"""The folders of ES modules."""
_IMPORT = re.compile(r'^@import url\("([^"]+)"\);$', re.MULTILINE)


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashes and compresses, joins style sheets and ES modules, and re-links the imports of what is joined."""

    support_js_module_import_aggregation = True
    # Each pass settles the names one step further up the longest chain of imports; Django's five are too few.
    max_post_process_passes = 20

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Post-process the collected files: a sheet in `css/` that imports others holds them, and modules come joined.

        Raises KeyError where a sheet imports one that is not beside it, ValueError where modules cannot be joined.
        """
        modules = {
            name: _text(paths, name) for name in sorted(paths) if name.startswith(_MODULES) and name.endswith(".js")
        }
        others = {name: path for name, path in paths.items() if name not in modules}
        written = _sheets(paths) | joined(Modules.of(modules))
        for name in written.keys() - paths.keys():  # links are looked up among the collected files
            self.delete(name)
            self._save(name, ContentFile(written[name]))
        yield from super().post_process({**others, **_in_memory(written)}, dry_run, **options)


def _sheets(paths: dict[str, Any]) -> dict[str, str]:
    """Return the sheets that import others, each with those in place of the lines."""
    texts = {name: _text(paths, name) for name in paths if name.startswith("css/")}
    return {
        name: _IMPORT.sub(lambda found: _text(paths, f"css/{found[1]}"), text)
        for name, text in texts.items()
        if _IMPORT.search(text)
    }


def _in_memory(texts: dict[str, str]) -> dict[str, Any]:
    storage = InMemoryStorage()
    for name, text in texts.items():
        storage.save(name, ContentFile(text))
    return {name: (storage, name) for name in texts}


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
