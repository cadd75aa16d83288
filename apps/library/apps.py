"""The library: muscles, equipment, stretches, routines and weekly plans."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Registers its kinds and its pages."""

    name = "apps.library"
    label = "library"

    def ready(self) -> None:
        """Tell publishing which kinds there are, and core which pages."""
        from apps.core import registries  # noqa: PLC0415 (apps are ready only now)
        from apps.library.entries import library_entries  # noqa: PLC0415
        from apps.library.kinds import register_kinds  # noqa: PLC0415
        from apps.library.pages import library_pages  # noqa: PLC0415

        register_kinds()
        registries.pages.register(library_pages)
        registries.search_entries.register(library_entries)
