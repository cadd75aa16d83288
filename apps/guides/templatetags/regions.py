"""Template words for telephone numbers: the regions, and a number as a link."""

from __future__ import annotations

from django import template

from apps.guides.documents.safety import RegionDocument
from apps.guides.queries.safety import regions_in_order
from apps.publishing.catalogue import catalogue

register = template.Library()


@register.filter
def tel(number: str) -> str:
    """Return a `tel:` address: `tel:1800022222` for `1800 022 222`."""
    return f"tel:{number.replace(' ', '')}"


@register.simple_tag
def live_regions() -> list[RegionDocument]:
    """Return the regions of the page's language in order: `{% live_regions as regions %}`."""
    return regions_in_order(catalogue())
