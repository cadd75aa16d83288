"""The values of `templates/manifest.json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from pwa import app_settings

# The window in CSS pixels, at two dots a pixel.
_SCREENSHOTS = (
    ("screenshots/home-phone.png", "720x1480", "narrow"),
    ("screenshots/stretch-phone.png", "720x1480", "narrow"),
    ("screenshots/home-laptop.png", "1280x800", "wide"),
)


def manifest_values() -> dict[str, Any]:
    """Return django-pwa's settings and the screenshots that are there."""
    values = {name: getattr(app_settings, name) for name in dir(app_settings) if name.startswith("PWA_")}
    return {**values, "screenshots": list(_screenshots())}


def _screenshots() -> Iterator[dict[str, str]]:
    for path, sizes, form_factor in _SCREENSHOTS:
        if finders.find(path):
            yield {"src": static(path), "sizes": sizes, "type": "image/png", "form_factor": form_factor}
