"""Tells the editor's browser, on the page after, which draft has been saved and may be forgotten."""

from __future__ import annotations

from django.http import HttpRequest

_KEY = "saved_drafts"
_MOST = 20


def note_saved(request: HttpRequest, saved: str) -> None:
    """Remember, for the next page of the room, what was saved and on which version its writing began."""
    noted = request.session.get(_KEY, [])
    request.session[_KEY] = [*noted, [saved, str(request.POST.get("version", ""))[:64]]][-_MOST:]


def take_saved(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was noted, as (what, version), once."""
    session = getattr(request, "session", None)
    if session is None or _KEY not in session:
        return []
    return [(what, version) for what, version in session.pop(_KEY)]
