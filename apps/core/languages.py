"""One page in several languages: where each version is, and which of them exist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import Resolver404, resolve, translate_url


@dataclass(frozen=True)
class PageVersion:
    """The address of a page in one language."""

    language: str
    address: str
    translated: bool = True
    """False where the page is there, but what it is about is in the default language."""


def versions_of_address(path: str) -> list[PageVersion]:
    """Return where a page that is no document's can be read in each language; empty for what has one address only."""
    try:
        resolve(path)
    except Resolver404:
        return []
    versions = [PageVersion(language, translate_url(path, language)) for language, _name in settings.LANGUAGES]
    return versions if len({version.address for version in versions}) == len(versions) else []


def address_without_language(path: str) -> str:
    """Return the path that the page has in the default language: `/safety/` for `/es/safety/`."""
    first, _slash, rest = path.removeprefix("/").partition("/")
    return f"/{rest}" if first in other_languages() else path


def other_languages() -> tuple[str, ...]:
    """Return the codes of the languages whose addresses have a prefix."""
    return tuple(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)


def canonical(versions: Iterable[PageVersion], language: str) -> str:
    """Return the address that search engines should list for the page in a language; empty where there is none.

    What is not translated there is listed in the default language only.
    """
    by_language = {version.language: version for version in versions}
    here = by_language.get(language)
    if here and not here.translated:
        here = by_language.get(settings.LANGUAGE_CODE)
    return here.address if here else ""
