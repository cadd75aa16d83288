"""What the frame of every page needs: addresses in the page's language, and where the reader is."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language, get_language_info

from apps.core.languages import PageVersion, canonical, versions_of_address

register = template.Library()


@register.simple_tag
def address(path: str) -> str:
    """Return a path of the site in the language of the page: `/safety/`, or `/es/safety/` in Spanish."""
    language = _language()
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


@register.inclusion_tag("components/nav_item.html", takes_context=True)
def nav_item(context: dict[str, Any], path: str, label: str, icon: str, also: str = "") -> dict[str, str]:
    """Draw one item of the main navigation and mark it where the reader is in that part of the site.

    `also` names other addresses that belong to the part, parted by spaces.
    """
    href = address(path)
    current = _current(context, href)
    if not current and any(_current(context, address(other)) for other in also.split()):
        current = "true"
    return {"href": href, "label": label, "icon": f"components/icons/{icon}.html", "current": current}


@register.filter
def lang(thing: Any) -> str:
    """Return the attribute ` lang="en"` for a document, entry or code of another language than the page's, else "".

    Every element that holds words of a document carries it: `<h1{{ document|lang }}>{{ document.title }}</h1>`.
    """
    language = thing if isinstance(thing, str) else getattr(thing, "language", "")
    return format_html(' lang="{}"', language) if language and language != get_language() else ""


@register.filter
def is_untranslated(document: Any) -> bool:
    """Tell whether a document stands in for one in the language of the page."""
    return bool(lang(document))


@register.inclusion_tag("components/language_links.html", takes_context=True)
def language_links(context: dict[str, Any]) -> dict[str, Any]:
    """Tell search engines the one address of the page, and its translations."""
    versions = _versions(context)
    translated = [version for version in versions if version.translated]
    return {
        "canonical": canonical(versions, _language()),
        "versions": translated if len(translated) > 1 else [],
        "default": next((one.address for one in translated if one.language == settings.LANGUAGE_CODE), ""),
        # Search engines take whole addresses only.
        "site": settings.PUBLIC_URL,
    }


@register.inclusion_tag("components/language_switch.html", takes_context=True)
def language_switch(context: dict[str, Any]) -> dict[str, Any]:
    """Offer the page in the other languages, each named in its own."""
    others = [version for version in _versions(context) if version.language != _language()]
    return {
        "items": [
            {"href": one.address, "language": one.language, "label": get_language_info(one.language)["name_local"]}
            for one in others
        ]
    }


@register.simple_tag
def language_prefix() -> str:
    """Return what stands before the addresses of the page's language: "" or `/es`; scripts read it."""
    return address("")


def _versions(context: dict[str, Any]) -> list[PageVersion]:
    if "versions" in context:
        return list(context["versions"])
    request = context.get("request")
    return versions_of_address(request.path) if request else []


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _current(context: dict[str, Any], href: str) -> str:
    """Return "page" on the page itself, "true" on a page below it, else nothing."""
    request = context.get("request")
    here = request.path if request else ""
    if here == href:
        return "page"
    return "true" if href.count("/") > 1 and href != address("/") and here.startswith(href) else ""
