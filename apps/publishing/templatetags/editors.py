"""Template words of the editors' room."""

from __future__ import annotations

from django import template

from apps.core.models import User
from apps.publishing.admin.dashboard import Part, dashboard

register = template.Library()


@register.simple_tag
def first_page(user: User) -> list[Part]:
    """Return the lists of the first page: `{% first_page user as parts %}`."""
    return dashboard(user)
