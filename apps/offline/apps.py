"""Offline: manifest, service worker and pack."""

from django.apps import AppConfig


class OfflineConfig(AppConfig):
    """What makes hipcare open without a network."""

    name = "apps.offline"
    label = "offline"

    def ready(self) -> None:
        """Add the pages of this app."""
        from apps.core import registries  # noqa: PLC0415 (apps are ready only now)
        from apps.offline.pages import offline_pages  # noqa: PLC0415

        registries.pages.register(offline_pages)
