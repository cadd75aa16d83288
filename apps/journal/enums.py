"""The closed lists of the sync contract. Phones store these codes; they are never shown."""

from uuid import UUID

from django.db.models import TextChoices

PROFILE_ID = UUID("00000000-0000-4000-8000-000000000001")
"""There is one profile in a journal; all phones know it by this id."""


class Kind(TextChoices):
    """What a record is about."""

    CHECK_IN = "check-in"
    SESSION = "session"
    SIT = "sit"
    BREAK = "break"
    DRIVE = "drive"
    MEASURE = "measure"
    GOAL = "goal"
    PROFILE = "profile"


class Status(TextChoices):
    """What became of one change."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    INVALID = "invalid"


class Resync(TextChoices):
    """Why a phone has to begin again."""

    RESTORED = "restored"
    ERASED = "erased"
