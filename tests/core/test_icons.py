"""The app's icons: sizes, and what a phone may cut off."""

from __future__ import annotations

from math import hypot
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from PIL import Image

ICONS = Path(settings.BASE_DIR) / "static" / "icons"
GROUND = (18, 80, 74)


def picture(name: str) -> Image.Image:
    with Image.open(ICONS / name) as image:
        return image.convert("RGBA")


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("icon-192.png", 192),
        ("icon-512.png", 512),
        ("maskable-192.png", 192),
        ("maskable-512.png", 512),
        ("apple-touch-icon.png", 180),
        ("favicon.ico", 32),
        ("badge.png", 96),
    ],
)
def test_icon_has_the_size_that_it_is_named_for(name: str, size: int) -> None:
    assert picture(name).size == (size, size)


@pytest.mark.parametrize("size", [192, 512])
def test_maskable_icon_keeps_its_figure_where_no_phone_cuts(size: int) -> None:
    image = picture(f"maskable-{size}.png")

    outside = {
        image.getpixel((x, y))[:3]  # type: ignore[index]
        for x in range(0, size, 4)
        for y in range(0, size, 4)
        if hypot(x - size / 2, y - size / 2) > 0.4 * size
    }
    assert outside == {GROUND}


@pytest.mark.parametrize("name", ["maskable-192.png", "maskable-512.png", "apple-touch-icon.png"])
def test_icon_that_the_phone_shapes_is_opaque(name: str) -> None:
    assert picture(name).getchannel("A").getextrema() == (255, 255)


def test_badge_is_an_outline_on_nothing() -> None:
    assert picture("badge.png").getchannel("A").getextrema() == (0, 255)


def test_browser_that_asks_for_favicon_ico_is_led_to_it(client: Client) -> None:
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer["Location"]) == (302, "/static/icons/favicon.ico")
