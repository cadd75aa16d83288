"""Publishing: working copy, document, publication."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Freezes working copies into publications and looks up what is live."""

    name = "apps.publishing"
    label = "publishing"

    def ready(self) -> None:
        """Tell core how the content version is read, and which addresses were withdrawn."""
        from apps.core import registries  # noqa: PLC0415 (apps are ready only now)
        from apps.publishing import after_restore, queries  # noqa: F401, PLC0415 (listens to core)
        from apps.publishing.pages import document_pages  # noqa: PLC0415

        registries.content_version.set_reader(queries.content_version)
        registries.pages.register(document_pages)
        registries.withdrawn_urls.register(queries.withdrawn_urls)
