"""How many bytes go over the wire: scripts, styles, fonts and the whole pack, compressed as they are sent."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

from bench.report import Row, at_most
from tests.server import Server

PAGES = (
    "/",
    "/stretches/",
    "/stretches/pigeon-pose/",
    "/routines/rest-stop-break/",
    "/routines/rest-stop-break/play/",
    "/sitting/",
    "/guides/driving/",
    "/safety/",
)
_MODULE = re.compile(r'<script[^>]*src="(/static/[^"]+\.js)"')
_STYLE = re.compile(r'<link[^>]*rel="stylesheet"[^>]*href="(/static/[^"]+\.css)"')
_IMPORT = re.compile(r'(?:import|from)\s*"(\.{1,2}/[^"]+)"')
_FONT = re.compile(r"url\([\"']?([^\"')]+\.woff2)")
KB = 1000


def measure(server: Server) -> list[Row]:
    """Measure each page's scripts and styles, the fonts, and the pack."""
    rows = []
    for page in PAGES:
        html = server.get(page).body.decode()
        rows.append(at_most(f"JavaScript of {page}", scripts(server, html) / KB, 20, "kB"))
    html = server.get("/").body.decode()
    styles = _STYLE.findall(html)
    rows.append(at_most("CSS", sum(sent(server, url) for url in styles) / KB, 15, "kB"))
    rows.append(at_most("fonts", sum(sent(server, url) for url in fonts(server, styles)) / KB, 45, "kB"))
    rows.append(at_most("the whole pack", pack(server) / KB, 700, "kB"))
    return rows


def sent(server: Server, url: str) -> int:
    """Return the bytes of a file as a browser gets it."""
    return len(server.get(url, Accept_Encoding="br, gzip").body)


def scripts(server: Server, html: str) -> int:
    """Return the bytes of a page's modules with everything that they import."""
    waiting = list(_MODULE.findall(html))
    seen: set[str] = set()
    while waiting:
        url = waiting.pop()
        if url not in seen:
            seen.add(url)
            waiting += [urljoin(url, path) for path in _IMPORT.findall(server.get(url).body.decode())]
    return sum(sent(server, url) for url in seen)


def fonts(server: Server, styles: list[str]) -> set[str]:
    """Return the fonts that the styles name."""
    return {urljoin(url, path) for url in styles for path in _FONT.findall(server.get(url).body.decode())}


def pack(server: Server) -> int:
    """Return the bytes of everything that a phone downloads at its first visit: bundles, and what is in none."""
    listing = json.loads(server.get("/offline/pack.json").body)
    bundles = listing["bundles"]
    single = {entry["url"] for part in ("pages", "assets") for entry in listing[part]} - {
        url for bundle in bundles for url in bundle
    }
    urls = [f"/offline/bundles/{number}.json" for number in range(len(bundles))]
    return sum(sent(server, url) for url in [*urls, *sorted(single), "/offline/pack.json", "/serviceworker.js"])
