"""What identifies this release: a change of code, template or static file changes it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage


@cache
def release() -> str:
    """Return a short hash over the static manifest and the templates and code that render pages."""
    digest = hashlib.sha256(getattr(staticfiles_storage, "manifest_hash", "").encode())
    for folder, pattern in (("templates", "*"), ("apps", "*.py"), ("hipcare", "*.py"), ("static/sw", "*.js")):
        for path in sorted((Path(settings.BASE_DIR) / folder).rglob(pattern)):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
