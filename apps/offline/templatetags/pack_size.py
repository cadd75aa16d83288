"""How much a phone has to fetch, for the editors' first page."""

from __future__ import annotations

from dataclasses import dataclass

from django import template

from apps.offline.pack import current_pack, known_pack

register = template.Library()


@dataclass(frozen=True)
class PackSize:
    """The whole pack, before it is compressed on the way."""

    pages: int
    bytes: int
    must_bytes: int
    """What is fetched first: enough to be of use."""


@register.simple_tag
def pack_size(work_it_out: str = "") -> PackSize | None:
    """Return the size of what phones keep now: `{% pack_size request.GET.pack as size %}`.

    Working it out draws every page, so it is done only when that is asked for; else this is None until a phone or an
    editor has asked.
    """
    pack = current_pack() if work_it_out else known_pack()
    if pack is None:
        return None
    entries = [*pack.pages, *pack.assets]
    return PackSize(
        pages=len(pack.pages),
        bytes=sum(entry["bytes"] for entry in entries),
        must_bytes=sum(entry["bytes"] for entry in entries if entry["must"]),
    )
