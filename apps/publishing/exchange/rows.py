"""One row of a file: its frame is checked here, its values by the document and by the editors' form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.utils.translation import gettext as _

from apps.publishing.exchange.files import NOT_VALUES
from apps.publishing.kinds import Kind, kinds

_KEYS = {"kind", "document_id", "language", "version", "values"}
_MAX_DEPTH = 12


class WrongRow(Exception):
    """What is wrong with a row, by the name of the field."""

    def __init__(self, problems: Mapping[str, list[str]]) -> None:
        super().__init__(str(problems))
        self.problems = problems


@dataclass(frozen=True)
class Row:
    """A row whose frame is right."""

    kind: Kind
    document_id: UUID
    language: str
    version: str
    """The version that was exported; empty for a new working copy."""
    values: dict[str, Any]
    is_translation: bool
    """Whether the language was chosen for the import, and is not the file's."""

    @property
    def identity(self) -> tuple[str, UUID, str]:
        """Return what there is only one of."""
        return self.kind.name, self.document_id, self.language


def read_row(raw: Any, language: str = "") -> Row:
    """Return a row of a file; raises `WrongRow`. `language` takes the place of the file's where it is given."""
    if not isinstance(raw, dict):
        raise WrongRow({"": [_("A row is an object in braces.")]})
    _refuse_unknown(set(raw) - _KEYS)
    values = raw.get("values")
    if not isinstance(values, dict):
        raise WrongRow({"values": [_("This is an object in braces.")]})
    _refuse_unknown(set(values) & NOT_VALUES)
    if message := next(_bad_texts(values, 0), ""):
        raise WrongRow({"values": [message]})
    own_language = _language(raw.get("language"))
    version = raw.get("version", "")
    if not isinstance(version, str):
        raise WrongRow({"version": [_("This is a text, as it was exported.")]})
    return Row(
        kind=_kind(raw.get("kind")),
        document_id=_document_id(raw.get("document_id")),
        language=language or own_language,
        version=version,
        values=values,
        is_translation=bool(language) and language != own_language,
    )


def _refuse_unknown(names: set[str]) -> None:
    if names:
        raise WrongRow({name[:60]: [_("This field is not known here.")] for name in sorted(names)})


def _kind(name: Any) -> Kind:
    if not isinstance(name, str) or name not in kinds:
        raise WrongRow({"kind": [_("There is no kind “%(name)s”.") % {"name": str(name)[:60]}]})
    return kinds[name]


def _language(code: Any) -> str:
    known = [known for known, _name in settings.LANGUAGES]
    if not isinstance(code, str) or code not in known:
        values = {"code": str(code)[:20], "known": ", ".join(known)}
        raise WrongRow({"language": [_("“%(code)s” is none of the languages: %(known)s.") % values]})
    return code


def _document_id(text: Any) -> UUID:
    if text is None:
        return uuid4()
    try:
        return UUID(text) if isinstance(text, str) else UUID(bytes=b"")
    except ValueError as error:
        raise WrongRow({"document_id": [_("This is no document's id. Leave it out for a new document.")]}) from error


def _bad_texts(value: Any, depth: int) -> Iterator[str]:
    """Yield what no field can hold: NUL, half a character, and lists in lists in lists."""
    if depth > _MAX_DEPTH:
        yield _("This is nested too deeply.")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _bad_texts(key, depth + 1)
            yield from _bad_texts(item, depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _bad_texts(item, depth + 1)
    elif isinstance(value, str) and ("\x00" in value or any("\ud800" <= one <= "\udfff" for one in value)):
        yield _("There is a character that no text can hold, in “%(text)s”.") % {
            "text": value.replace("\x00", "").encode(errors="replace").decode()[:40]
        }
