"""Taking in what readers write."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from apps.core.feedback.models import Feedback
from apps.core.rate_limits import take_turn

KEPT_FOR = timedelta(days=365)
MESSAGES_AN_HOUR = 5


class TooMany(Exception):
    """This sender has written as often as is taken in an hour."""


def take_in(*, feedback: Feedback, sender: str) -> Feedback:
    """Save a message and delete those older than a year.

    Raises `TooMany` and saves nothing where the sender's turns of this hour are used up.
    """
    if not take_turn(name="feedback", who=sender, most=MESSAGES_AN_HOUR):
        raise TooMany
    Feedback.objects.filter(sent_at__lt=timezone.now() - KEPT_FOR).delete()
    feedback.save()
    return feedback
