"""Take the manifest's screenshots of a running site. Browsers show them when they offer to install.

Usage: python tools/take_screenshots.py http://127.0.0.1:8000 [CHROMIUM]
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

TARGET = Path(__file__).resolve().parent.parent / "static" / "screenshots"
COLOURS = 64
# name, address, width and height in CSS pixels, dots a pixel: as in apps/offline/manifest.py
SHOTS = (
    ("home-phone", "/", 360, 740, 2),
    ("stretch-phone", "/stretches/figure-4-stretch/", 360, 740, 2),
    ("home-laptop", "/", 1280, 800, 1),
)


def take(browser: Browser, site: str, name: str, address: str, width: int, height: int, dots: int) -> int:
    """Write one screenshot with few colours and return its size in bytes."""
    page = browser.new_page(
        viewport={"width": width, "height": height}, device_scale_factor=dots, service_workers="block"
    )
    page.goto(site + address, wait_until="networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    page.close()
    TARGET.mkdir(exist_ok=True)
    path = TARGET / f"{name}.png"
    picture.save(path, optimize=True)
    return path.stat().st_size


def main(site: str, chromium: str | None = None) -> None:
    """Take them all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in SHOTS:
            print(shot[0], take(browser, site, *shot), "bytes")  # noqa: T201 (a command's answer)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
