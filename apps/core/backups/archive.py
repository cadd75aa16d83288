"""The archive: a compressed tar whose first member is a manifest with the checksum of every other.

It appears under its name only when it is whole: it is written beside it, read back, and renamed.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
import tempfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

MANIFEST = "manifest.json"
FORMAT = 1
_CHUNK = 1024 * 1024


class BrokenArchive(Exception):
    """The file is no backup, or not all of it is there; the message says what is wrong."""


@dataclass(frozen=True)
class Manifest:
    """What an archive says about itself."""

    made_at: str
    database: str
    """`sqlite` or `postgresql`."""
    migrations: dict[str, list[str]]
    """Applied migrations by app: the schema of the database inside."""
    files: dict[str, tuple[int, str]]
    """Size in bytes and SHA-256 by name inside the archive."""
    format: int = FORMAT


def checksum(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def write_archive(target: Path, manifest: Manifest, files: Mapping[str, Path]) -> None:
    """Write the archive under its name in one step; it is readable by its owner alone."""
    _remove_leftovers(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".partial", dir=target.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=6) as tar:
                _add_text(tar, MANIFEST, json.dumps(asdict(manifest), indent=1))
                for inside, path in files.items():
                    tar.add(path, arcname=inside, recursive=False)
            stream.flush()
            os.fsync(stream.fileno())
        read_archive(partial)
        partial.replace(target)
    finally:
        with suppress(FileNotFoundError):
            partial.unlink()


def read_archive(source: Path, into: Path | None = None) -> Manifest:
    """Check every byte of an archive, unpacking it where `into` is given; raises `BrokenArchive`."""
    try:
        with tarfile.open(source, mode="r:gz") as tar:
            manifest = _read_manifest(tar)
            missing = dict(manifest.files)
            for member in tar:
                if member.name == MANIFEST:
                    continue
                if missing.pop(member.name, None) is None or not member.isfile():
                    raise BrokenArchive(f"{member.name} does not belong into a backup")
                _check_member(tar, member, manifest.files[member.name], into)
    except (tarfile.TarError, zlib.error, EOFError, ValueError, KeyError, TypeError) as error:
        raise BrokenArchive(f"{source} is not a whole backup ({error})") from error
    if missing:
        raise BrokenArchive(f"{', '.join(sorted(missing))} is missing from {source}")
    return manifest


def _read_manifest(tar: tarfile.TarFile) -> Manifest:
    first = tar.next()
    stream = tar.extractfile(first) if first and first.name == MANIFEST else None
    if stream is None:
        raise BrokenArchive("the file has no manifest; it is no backup of hipcare")
    values = json.loads(stream.read())
    if values["format"] != FORMAT:
        raise BrokenArchive(f"the backup has format {values['format']}; this release reads {FORMAT}")
    values["files"] = {_safe(name): (size, digest) for name, (size, digest) in values["files"].items()}
    return Manifest(**values)


def _safe(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        raise BrokenArchive(f"{name!r} leads out of the backup")
    return name


def _check_member(tar: tarfile.TarFile, member: tarfile.TarInfo, expected: tuple[int, str], into: Path | None) -> None:
    """Compare one member with the manifest while it is read, once, and written where that is wanted."""
    stream = tar.extractfile(member)
    assert stream is not None  # noqa: S101 (it is a file)
    digest, size = hashlib.sha256(), 0
    path = into / member.name if into else Path(os.devnull)
    if into:
        path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as copy:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            copy.write(chunk)
    if (size, digest.hexdigest()) != tuple(expected):
        raise BrokenArchive(f"{member.name} is damaged: its checksum is not that of the manifest")


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(data), 0o600
    tar.addfile(member, io.BytesIO(data))


def _remove_leftovers(target: Path) -> None:
    """Remove what backups to this name left behind when they were killed."""
    for leftover in target.parent.glob(f".{target.name}.*.partial"):
        with suppress(FileNotFoundError):
            leftover.unlink()
