"""What an editor does, done in a server's own process, and what the server says should be on a phone."""

from __future__ import annotations

import json
from typing import Any

from tests.server import Server

_PUBLISH = """
from apps.library.documents import StretchDocument
from apps.publishing.catalogue import catalogue
from apps.publishing.services import publish
document = catalogue("en").find(StretchDocument, {slug!r})
publish(document=document.model_copy(update={{"summary": {summary!r}}}), note="Say it better.")
"""
_WITHDRAW = """
from apps.publishing.models import Publication
from apps.publishing.services import withdraw
publication = Publication.objects.filter(kind="stretch", slug={slug!r}).latest("version")
withdraw(publication=publication, reason="It was not safe enough.")
"""


def publish_stretch(server: Server, slug: str, summary: str) -> None:
    """Publish a stretch again with another summary."""
    server.run_python(_PUBLISH.format(slug=slug, summary=summary))


def withdraw_stretch(server: Server, slug: str) -> None:
    """Take a stretch from the readers."""
    server.run_python(_WITHDRAW.format(slug=slug))


def read_pack(server: Server) -> dict[str, Any]:
    """Return what a phone should hold now."""
    pack: dict[str, Any] = json.loads(server.get("/offline/pack.json").body)
    return pack


def revisions(pack: dict[str, Any]) -> dict[str, str]:
    """Return revision by address of everything in a pack."""
    return {entry["url"]: entry["revision"] for entry in pack["pages"] + pack["assets"]}
