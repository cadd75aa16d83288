"""The app that everything else stands on."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """User model, storage, registries, shared tags, home and plain pages."""

    name = "apps.core"
    label = "core"

    def ready(self) -> None:
        """Add core's pages."""
        from apps.core import registries  # noqa: PLC0415 (apps are ready only now)
        from apps.core.pages import core_pages  # noqa: PLC0415

        registries.pages.register(core_pages)
