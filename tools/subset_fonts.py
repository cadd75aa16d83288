"""Make the served font from the upstream one: fewer letters, and weights 400 to 700 only.

Usage: python tools/subset_fonts.py UPSTREAM.woff2 static/fonts/atkinson-hyperlegible-next.woff2
static/fonts/README.md says where the upstream file comes from.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = [
    range(0x20, 0x7F),
    range(0xA0, 0x100),  # Latin-1: Spanish, fractions, degree, multiplication sign
    [0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC, 0x2122, 0x2212],
]
LIGHTEST, BOLDEST = 400, 700


def subset(source: Path, target: Path) -> int:
    """Write the smaller font and return its size in bytes."""
    font = TTFont(source)
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["ccmp", "locl", "kern", "mark", "frac", "tnum"]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for letters in LETTERS for code in letters])
    subsetter.subset(font)
    narrowed = instantiateVariableFont(font, {"wght": (LIGHTEST, BOLDEST)})
    narrowed.flavor = "woff2"
    narrowed.save(target)
    return target.stat().st_size


if __name__ == "__main__":
    print(subset(Path(sys.argv[1]), Path(sys.argv[2])), "bytes")  # noqa: T201 (a command's answer)
