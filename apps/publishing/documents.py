"""The frozen form of content: what a publication stores and what readers get."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]

SlugSet = Annotated[tuple[Slug, ...], AfterValidator(lambda slugs: tuple(sorted(set(slugs))))]
"""Slugs whose order means nothing, kept sorted so that equal content has an equal digest."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Upgrader = Callable[[dict[str, Any]], dict[str, Any]]


class Part(BaseModel):
    """A value inside a document: immutable, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Part):
    """Where a fact comes from, and what kind of source that is."""

    type: Literal["article", "guideline", "review", "study", "leaflet", "practice"]
    text: Line
    url: str = Field(default="", max_length=300, pattern=r"^(https://\S+)?$")
    accessed: date | None = None

    @property
    def lacks_date(self) -> bool:
        """Whether it is a publication whose reference gives no year."""
        return self.type != "practice" and not _YEAR.search(self.text)


def in_order_of_text(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return sources once each, in the order in which they are listed to readers."""
    return tuple(sorted(set(sources), key=lambda source: (source.text, source.url)))


class Document(Part):
    """What every published page carries, whatever its kind.

    A subclass sets `kind` and `current_schema`, and lists in `upgraders` a function per old schema
    version, keyed by the version it takes; each returns the JSON of the next version.
    """

    kind: ClassVar[str]
    current_schema: ClassVar[int] = 1
    upgraders: ClassVar[Mapping[int, Upgrader]] = {}

    document_id: UUID
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[a-z]{2,4})?$")]
    slug: Slug
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    summary: Line
    sources: Annotated[tuple[Source, ...], AfterValidator(in_order_of_text)] = ()
    reviewed_on: date
    review_due: date

    @classmethod
    def beside_the_file(cls, key: str) -> dict[str, Any]:  # noqa: ARG003
        """Return the values of a content file's document that the repository keeps elsewhere, by field."""
        return {}

    def to_json(self) -> dict[str, Any]:
        """Return the document as plain JSON values, with its schema version."""
        return {"schema_version": self.current_schema, **self.model_dump(mode="json")}

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the canonical JSON, in hexadecimal."""
        canonical = json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Document:
        """Read stored JSON of this schema version or any older one.

        Raises `ValueError` for a version newer than the code, or one that nothing upgrades.
        """
        data = dict(body)
        version = int(data.pop("schema_version"))
        while version < cls.current_schema:
            if version not in cls.upgraders:
                raise ValueError(f"{cls.__name__}: nothing upgrades schema version {version}")
            data = cls.upgraders[version](data)
            version += 1
        if version > cls.current_schema:
            raise ValueError(f"{cls.__name__}: schema version {version} is newer than this code")
        return cls.model_validate(data)
