"""The scripts of a page."""

from __future__ import annotations

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.core.served import imported_by

register = template.Library()


@register.simple_tag
def module(name: str) -> SafeString:
    """Run a module, and have all that it imports fetched beside it: one after the other takes a slow phone seconds.

    They come after style sheets and fonts, which a page needs to be seen at all.
    """
    url = static(name)
    links = ((one,) for one in imported_by(url))
    preloads = format_html_join("", '<link rel="modulepreload" fetchpriority="low" href="{}">', links)
    return format_html('{}<script type="module" fetchpriority="low" src="{}"></script>', preloads, url)
