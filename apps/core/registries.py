"""Where apps meet: each adds its part when it is loaded, so that none has to import another.

Pages feed `sitemap.xml` and the offline pack; the content version keys every cached page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Registry(Generic[Item]):
    """A list of functions that each yield some items when asked."""

    def __init__(self) -> None:
        self._providers: list[Callable[[], Iterable[Item]]] = []

    def register(self, provider: Callable[[], Iterable[Item]]) -> None:
        """Add a provider; adding it twice changes nothing."""
        if provider not in self._providers:
            self._providers.append(provider)

    def __iter__(self) -> Iterator[Item]:
        for provider in self._providers:
            yield from provider()


@dataclass(frozen=True)
class Page:
    """A public address and how it is used."""

    url: str
    in_sitemap: bool = True
    in_pack: bool = True
    must: bool = False
    """Needed for a usable pack; the others are fetched after these."""
    queries: tuple[str, ...] = ()
    """Query parameters with which the packed page may be opened (`?muscle=` …); its script reads them."""
    also: tuple[str, ...] = ()
    """Other addresses that answer with the same bytes; `*` stands for a slug."""
    changed: str = ""
    """ISO date of the last change, where one is known."""
    key: str = ""
    """What the page has in common with the same page in other languages, where that is not the address."""
    translated: bool = True
    """False where a document stands in, in the default language, for one in the language of the address."""


pages: Registry[Page] = Registry()
withdrawn_urls: Registry[str] = Registry()
"""Addresses whose content was withdrawn: phones drop them at next contact."""


@dataclass(frozen=True)
class SearchEntry:
    """Something that can be searched for."""

    kind: str
    """The code of what it is; the search page has a heading for each."""
    title: str
    url: str
    summary: str = ""
    words: str = ""
    """Other names and subjects, found but not shown."""
    language: str = ""
    """The language of the words, where it is not the one that was asked for."""


search_entries: Registry[SearchEntry] = Registry()


class ContentVersion:
    """The one value that tells a process whether its cached pages still hold."""

    def __init__(self) -> None:
        self._reader: Callable[[], str] = lambda: "0"
        self._held: ContextVar[str | None] = ContextVar("content_version", default=None)

    def set_reader(self, reader: Callable[[], str]) -> None:
        """Say how the version is read; at most one query."""
        self._reader = reader

    def read(self) -> str:
        """Return the version now, or the one that is held."""
        return self._held.get() or self._reader()

    @contextmanager
    def held(self) -> Iterator[str]:
        """Keep one version while a page is made, so that all its parts show the same moment."""
        version = self.read()
        token = self._held.set(version)
        try:
            yield version
        finally:
            self._held.reset(token)


content_version = ContentVersion()


@dataclass(frozen=True)
class PersonalData:
    """What one app holds about a person."""

    name: str
    """Its key in an export."""
    export: Callable[..., object]
    """Takes `owner`; returns JSON values, everything of the owner's and nothing of anybody else's."""
    erase: Callable[..., None]
    """Takes `owner`; deletes health data while the account stays, on each device at its next contact."""
    count: Callable[..., int]
    """Takes `owner`; returns how many records of health data the server holds."""
    forget: Callable[..., None]
    """Takes `owner`; deletes the server's copy of health data, and nothing on a device."""


personal_data: Registry[PersonalData] = Registry()


@dataclass(frozen=True)
class ApiDescription:
    """What one app adds to the OpenAPI document."""

    paths: dict[str, object]
    schemas: dict[str, object]


api_descriptions: Registry[ApiDescription] = Registry()


class Permission:
    """A yes or no about a user that another app decides; yes until one does."""

    def __init__(self) -> None:
        self._check: Callable[[object], bool] = lambda user: True

    def set_check(self, check: Callable[[object], bool]) -> None:
        """Say who decides; the function takes the user."""
        self._check = check

    def __call__(self, user: object) -> bool:
        """Tell whether the user has it."""
        return self._check(user)


may_keep_health_data = Permission()
"""Whether the user has consented to health data being kept on the server."""
