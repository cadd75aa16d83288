"""Adding and deleting pictures. Both raise the content version, so that no process keeps an old list."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from apps.publishing.media.encoding import Encoded
from apps.publishing.media.files import remove_files, write_files
from apps.publishing.media.models import Picture
from apps.publishing.models import ContentCounter


@transaction.atomic
def add_picture(*, picture: Picture, files: Sequence[Encoded]) -> Picture:
    """Store the files, then the row that names them."""
    write_files(files)
    picture.files = [
        {"name": one.name, "width": one.width, "height": one.height, "bytes": len(one.data)} for one in files
    ]
    picture.save()
    _raise_content_version()
    return picture


@transaction.atomic
def delete_picture(*, picture: Picture) -> None:
    """Delete a picture, and its files where no other picture has the same."""
    names = {one["name"] for one in picture.files}
    picture.delete()
    _raise_content_version()
    kept = {one["name"] for files in Picture.objects.values_list("files", flat=True) for one in files}
    transaction.on_commit(lambda: remove_files(names - kept))


def _raise_content_version() -> None:
    counter, _made = ContentCounter.objects.select_for_update().get_or_create(pk=1)
    counter.number += 1
    counter.save()
