"""The sitting guide."""

from django.apps import AppConfig


class SittingConfig(AppConfig):
    """Registers its kind and its pages."""

    name = "apps.sitting"
    label = "sitting"

    def ready(self) -> None:
        """Tell publishing of the kind, and core of the pages."""
        from apps.core import registries  # noqa: PLC0415 (apps are ready only now)
        from apps.sitting.entries import sitting_entries  # noqa: PLC0415
        from apps.sitting.kinds import register_kinds  # noqa: PLC0415
        from apps.sitting.pages import sitting_pages  # noqa: PLC0415

        register_kinds()
        registries.pages.register(sitting_pages)
        registries.search_entries.register(sitting_entries)
