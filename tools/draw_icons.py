"""Draw the app's icons: a half-kneeling figure whose hip is lit.

Usage: python tools/draw_icons.py static/icons [CHROMIUM]
Needs the packages of the dev group; templates/components/icons/mark.html is the same figure in a line of text.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

BADGE = 96
GROUND, FIGURE, HIP = "#12504a", "#fdf9ee", "#f0b54e"
SHAPE = """<g fill="none" stroke="{figure}" stroke-width="{limb}" stroke-linecap="round" stroke-linejoin="round">
<path d="M9 55h11l10-18h17v18"/><path d="M30 37V22"/></g><circle cx="30" cy="9.5" r="5.8" fill="{figure}"/>
<circle cx="30" cy="37" r="{joint}" fill="{hip}" stroke="{ground}" stroke-width="{gap}"/>"""


def svg(*, margin: float, corner: float, bold: bool = False) -> str:
    """Return the icon on its ground, 64 units wide; a maskable one keeps `margin` for what the phone cuts off."""
    shape = SHAPE.format(
        figure=FIGURE, hip=HIP, ground=GROUND, limb=7.2 if bold else 6.4, joint=7.2 if bold else 6.6, gap=2.5
    )
    return _picture(f'<rect width="64" height="64" rx="{corner}" fill="{GROUND}"/>', shape, margin)


def badge() -> str:
    """Return the figure in white on nothing: notifications take its outline only."""
    shape = SHAPE.format(figure="#fff", hip="#fff", ground="#fff", limb=6.4, joint=6.6, gap=0)
    return _picture("", shape, -5)


def _picture(ground: str, shape: str, margin: float) -> str:
    scale = (64 - 2 * margin) / 64
    moved = f'<g transform="translate(32 32) scale({scale:.4f}) translate(-28.5 -31)">{shape}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{ground}{moved}</svg>'.replace("\n", "")


def painted(page: Page, picture: str, size: int) -> Image.Image:
    """Return a picture as pixels, with as few colours as it needs."""
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>* {{ margin: 0 }} svg {{ display: block }}</style>{picture}")
    image = Image.open(io.BytesIO(page.screenshot(omit_background=True))).convert("RGBA")
    return image.convert("LA") if size == BADGE else image.quantize(64, method=Image.Quantize.FASTOCTREE)


def draw(folder: Path, chromium: str) -> None:
    """Write every icon that base.html and the manifest name."""
    pictures = {f"icon-{size}.png": (svg(margin=1, corner=14), size) for size in (192, 512)}
    pictures |= {f"maskable-{size}.png": (svg(margin=9, corner=0), size) for size in (192, 512)}
    pictures |= {"apple-touch-icon.png": (svg(margin=3, corner=0), 180), "badge.png": (badge(), BADGE)}
    small = svg(margin=-2, corner=12, bold=True)
    (folder / "favicon.svg").write_text(f"{small}\n", encoding="utf-8")
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium, args=["--headless=new", "--no-sandbox"])
        page = browser.new_page()
        for name, (picture, size) in pictures.items():
            painted(page, picture, size).save(folder / name, optimize=True)
        painted(page, small, 32).convert("RGBA").save(folder / "favicon.ico", sizes=[(32, 32)])
        browser.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "/usr/bin/chromium")
