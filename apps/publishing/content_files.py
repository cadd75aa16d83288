"""Reads the content that ships with the code: one TOML file a document, under `content/<language>/<folder>/`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid5

from django.conf import settings

from apps.publishing.documents import Document

CONTENT_ROOT = Path(__file__).resolve().parents[2] / "content"
_NAMESPACE = UUID("6f1d2a52-7f6e-4f0c-9a51-5d7c2b8e4a10")

AnyDocument = TypeVar("AnyDocument", bound=Document)


def document_id_for(kind: str, key: str) -> UUID:
    """Return the id of a document that ships with the code; the same in every language and installation."""
    return uuid5(_NAMESPACE, f"{kind}/{key}")


@cache
def shared_sources() -> dict[str, dict[str, Any]]:
    """Return the entries of `content/sources.toml` by key."""
    return tomllib.loads((CONTENT_ROOT / "sources.toml").read_text(encoding="utf-8"))


def read_document(path: Path, document_class: type[AnyDocument]) -> AnyDocument:
    """Read one content file; its folder gives the language, its name the key and the default slug.

    Raises `pydantic.ValidationError` for wrong values and `KeyError` for an unknown source.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    data.setdefault("slug", path.stem)
    data["language"] = path.parent.parent.name
    data["document_id"] = document_id_for(document_class.kind, path.stem)
    data["sources"] = [
        shared_sources()[source] if isinstance(source, str) else source for source in data.get("sources", [])
    ]
    data.update(document_class.beside_the_file(path.stem))
    return document_class.model_validate(data)


def content_paths(folder: str) -> Iterator[Path]:
    """Yield the content files of a folder, every language, in order of name."""
    for language, _name in settings.LANGUAGES:
        yield from sorted((CONTENT_ROOT / language / folder).glob("*.toml"))
