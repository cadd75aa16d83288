"""The journal: records that a person's phones share through an account."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Records, the sync contract and its API."""

    name = "apps.journal"
    label = "journal"

    def ready(self) -> None:
        """Say how a person's journal is exported and erased, and how its API is described."""
        from apps.core import registries  # noqa: PLC0415 (apps are ready only now)
        from apps.journal import openapi  # noqa: PLC0415
        from apps.journal.pages import journal_pages  # noqa: PLC0415
        from apps.journal.services import personal_data  # noqa: PLC0415

        registries.pages.register(journal_pages)
        registries.personal_data.register(personal_data.journal_data)
        registries.api_descriptions.register(openapi.sync_api)
