"""Pictures for tests, as bytes and as rows."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from apps.publishing.media.encoding import encode
from apps.publishing.media.models import Picture
from apps.publishing.media.services import add_picture

HOME = "/admin/publishing/picture/"


def image_bytes(file_format: str = "PNG", size: tuple[int, int] = (1200, 600), **options: Any) -> bytes:
    """Return a picture as a file of a format."""
    buffer = BytesIO()
    Image.new(options.pop("mode", "RGB"), size, options.pop("colour", "teal")).save(buffer, file_format, **options)
    return buffer.getvalue()


def upload(data: bytes, name: str = "chair.png") -> SimpleUploadedFile:
    """Return bytes as a browser would send them."""
    return SimpleUploadedFile(name, data, content_type="image/png")


def make_picture(slug: str = "chair", alt: str = "A chair", **options: Any) -> Picture:
    """Return a picture that texts may show."""
    data = image_bytes(**options)
    return add_picture(picture=Picture(slug=slug, alt=alt), files=encode(BytesIO(data), len(data)))
