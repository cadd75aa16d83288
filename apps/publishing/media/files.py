"""The files of pictures on the disk. A name says what is in the file, so that none is ever written twice."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from apps.publishing.media.encoding import Encoded
from apps.publishing.media.models import FOLDER

NAME = r"[0-9a-f]{20}-[0-9]{1,5}\.webp"


def path_of(name: str) -> Path | None:
    """Return where a picture's file is, or None where there is none of that name."""
    path = Path(settings.MEDIA_ROOT) / FOLDER / name
    return path if re.fullmatch(NAME, name) and path.is_file() else None


def write_files(files: Iterable[Encoded]) -> None:
    """Write what is not there yet; each file appears whole or not at all."""
    folder = Path(settings.MEDIA_ROOT) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for one in files:
        if path_of(one.name) is None:
            _write(folder / one.name, one.data)


def remove_files(names: Iterable[str]) -> None:
    """Remove files; one that is gone already is no fault."""
    for name in names:
        (Path(settings.MEDIA_ROOT) / FOLDER / name).unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    # Beside the media, so that a backup never meets half a file.
    handle, partial = tempfile.mkstemp(prefix=".picture-", dir=Path(settings.MEDIA_ROOT).parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(partial).replace(path)
    finally:
        Path(partial).unlink(missing_ok=True)
