"""What publishing does when a backup has been put back."""

from __future__ import annotations

import time

from django.dispatch import receiver

from apps.core.backups.signals import restored
from apps.publishing.models import ContentCounter


@receiver(restored)
def raise_content_counter(sender: object, using: str, **kwargs: object) -> None:  # noqa: ARG001 (a signal's)
    """Make the counter higher than it has ever been, so that no process takes old pages for today's."""
    counter, _made = ContentCounter.objects.using(using).get_or_create(pk=1)
    counter.number = max(counter.number, time.time_ns() // 1_000_000)
    counter.save(using=using)
