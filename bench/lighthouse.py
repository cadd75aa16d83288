"""Lighthouse's mobile scores for one page of each template. Needs Node; says so where there is none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from bench.report import Row, say
from tests.browser.conftest import CHROMIUM_ARGUMENTS, installed_chromium
from tests.browser.walk import one_of_each_template
from tests.server import ROOT, Server

ALSO = ("/offline/", "/my/routines/", "/routines/rest-stop-break/play/")
"""Pages that no search engine is told of."""
TOOLS = ROOT / "tools" / "javascript"


def measure(server: Server) -> list[Row]:
    """Return the four scores of each page."""
    if not shutil.which("npx"):
        return [Row("Node is not installed", "not measured")]
    if not (TOOLS / "node_modules" / "lighthouse").exists():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=TOOLS, check=True)  # noqa: S607
    return [_row(server.url, path) for path in [*one_of_each_template(server), *ALSO]]


def _row(base: str, path: str) -> Row:
    measured = _scores(base + path) or _scores(base + path)  # now and then it records nothing
    scores = {name: round(100 * score) for name, score in measured.items()}
    words = ", ".join(f"{name} {score}" for name, score in scores.items())
    say(f"  {path} {words}")
    return Row(path, words or "no answer", "100 each", bool(scores) and min(scores.values()) == 100)


def _scores(url: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(  # noqa: S603 (fixed words)
            [  # noqa: S607
                "npx", "--no-install", "lighthouse", url, "--quiet", "--output=json", f"--output-path={report}",
                "--only-categories=performance,accessibility,best-practices,seo",
                f"--chrome-flags={' '.join(CHROMIUM_ARGUMENTS)}",
            ],
            cwd=TOOLS, env={**os.environ, "CHROME_PATH": installed_chromium() or ""}, check=False, timeout=180,
        )  # fmt: skip
        if not report.exists():
            return {}
        categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: category["score"] or 0.0 for name, category in categories.items()}
