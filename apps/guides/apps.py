"""Guides: danger signs, regions, and what there is to read."""

from django.apps import AppConfig


class GuidesConfig(AppConfig):
    """Registers its kinds and its pages."""

    name = "apps.guides"
    label = "guides"

    def ready(self) -> None:
        """Tell publishing which kinds there are, and core which pages."""
        from apps.core import registries  # noqa: PLC0415 (apps are ready only now)
        from apps.guides.entries import guides_entries  # noqa: PLC0415
        from apps.guides.kinds import register_kinds  # noqa: PLC0415
        from apps.guides.pages import guides_pages  # noqa: PLC0415

        register_kinds()
        registries.pages.register(guides_pages)
        registries.search_entries.register(guides_entries)
