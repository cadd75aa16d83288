"""What the pages of the account have to know of the installation."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def mail_is_written_to_files() -> bool:
    """Tell whether there is no mail server, so that codes are found in the data folder only."""
    return bool(settings.MAIL_IS_WRITTEN_TO_FILES)
