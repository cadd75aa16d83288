"""An uploaded file as WebP in some widths. Nothing of the upload but its points is kept: no EXIF, no profile."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MAX_BYTES = 8 * 1024 * 1024
MAX_POINTS = 40_000_000
MAX_SIDE = 12_000
WIDTHS = (480, 960)
"""A column of text is 640 px wide at most. The phone keeps every width of a picture that a page shows."""
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
_MANY_IN_ONE = {"JPEG", "MPO"}
"""Phones put more than one picture into a JPEG file; the first is the one that people see."""


@dataclass(frozen=True)
class Encoded:
    """A file to be stored."""

    width: int
    height: int
    data: bytes

    @property
    def name(self) -> str:
        """Return the file's name, which follows from its bytes."""
        return f"{hashlib.sha256(self.data).hexdigest()[:20]}-{self.width}.webp"


def encode(upload: BinaryIO, size: int) -> tuple[Encoded, ...]:
    """Return the picture in its widths, the smallest first; raises `ValidationError` saying what is wrong with it."""
    if size > MAX_BYTES:
        raise ValidationError(
            _("The file has %(size)s MB. Use at most %(most)s MB."),
            params={"size": round(size / 1024 / 1024, 1), "most": MAX_BYTES // 1024 // 1024},
        )
    head = upload.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    upload.seek(0)
    if head.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or b"<svg" in head:
        raise ValidationError(_("SVG is not taken: it can carry scripts. Save the picture as PNG, JPEG or WebP."))
    return _in_widths(*_read(upload))


def _read(upload: BinaryIO) -> tuple[Image.Image, bool]:
    """Return the points of an upload, upright, and whether it came without loss."""
    try:
        with Image.open(upload, formats=FORMATS) as image:
            _check(image)
            image.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
            image.load()
            return _upright(image), image.format == "PNG"
    except ValidationError:
        raise
    except UnidentifiedImageError as error:
        raise ValidationError(_("This is no picture that can be taken. Use JPEG, PNG, WebP or AVIF.")) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_points() from error
    except Exception as error:
        # Decoders raise whatever comes to them on hostile bytes; none of it is a fault of the site.
        raise ValidationError(_("The picture is damaged or not whole. Save it again, or choose another.")) from error


def _check(image: Image.Image) -> None:
    """Refuse by what the head of the file says, before anything is unpacked."""
    if image.width * image.height > MAX_POINTS or max(image.size) > MAX_SIDE:
        raise _too_many_points()
    if image.format not in _MANY_IN_ONE and getattr(image, "is_animated", False):
        raise ValidationError(_("Moving pictures are not taken. Save one of its pictures by itself."))


def _too_many_points() -> ValidationError:
    return ValidationError(
        _("The picture is too large. Use at most %(side)s points a side and %(millions)s million in all."),
        params={"side": MAX_SIDE, "millions": MAX_POINTS // 1_000_000},
    )


def _upright(image: Image.Image) -> Image.Image:
    try:
        turned = ImageOps.exif_transpose(image)
    except Exception:
        turned = image  # EXIF that cannot be read turns nothing
    clean = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    clean.info = {}
    return clean


def _in_widths(image: Image.Image, without_loss: bool) -> tuple[Encoded, ...]:
    widths = sorted({min(width, image.width) for width in WIDTHS})
    return tuple(_encoded(image, width, without_loss) for width in widths)


def _encoded(image: Image.Image, width: int, without_loss: bool) -> Encoded:
    height = max(1, round(image.height * width / image.width))
    sized = image if width == image.width else image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    ways = [_webp(sized, quality=80)]
    if without_loss:
        ways.append(_webp(sized, lossless=True))
    return Encoded(width, height, min(ways, key=len))


def _webp(image: Image.Image, **options: int | bool) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "WEBP", method=4, **options)
    return buffer.getvalue()
