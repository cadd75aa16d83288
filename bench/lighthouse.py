"""Lighthouse's mobile scores for one page of each template. Needs Node; says so where there is none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from bench.report import Row, say
from tests.browser.conftest import CHROMIUM_ARGUMENTS, installed_chromium
from tests.browser.walk import one_of_each_template
from tests.server import ROOT, Server

ALSO = ("/offline/", "/my/routines/", "/routines/rest-stop-break/play/")
"""Pages that no search engine is told of."""
FULL = 100
TOOLS = ROOT / "tools" / "javascript"


def measure(server: Server) -> list[Row]:
    """Return the four scores of each page."""
    if not shutil.which("npx"):
        return [Row("Node is not installed", "not measured")]
    if not (TOOLS / "node_modules" / "lighthouse").exists():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=TOOLS, check=True)  # noqa: S607
    return [_row(server.url, path) for path in [*one_of_each_template(server), *ALSO]]


def _row(base: str, path: str) -> Row:
    runs = [_measured(base + path)]
    if _lowest(runs[0]) < FULL:
        # What else a machine does is in the numbers: Lighthouse's own advice is the median of several runs.
        runs += [_measured(base + path) for _again in range(2)]
    scores = {name: int(median(run.get(name, 0) for run in runs)) for name in runs[-1]}
    words = ", ".join(f"{name} {score}" for name, score in scores.items())
    if len(runs) > 1:
        words += f" (median of {', '.join(str(_lowest(run)) for run in runs)})"
    say(f"  {path} {words}")
    return Row(path, words, "100 each", _lowest(scores) == FULL)


def _lowest(scores: dict[str, int]) -> int:
    return min(scores.values(), default=0)


def _measured(url: str) -> dict[str, int]:
    """Return the scores of a page from 0 to 100; now and then Lighthouse records nothing, and is asked again."""
    found = next(filter(None, (_scores(url) for _attempt in range(3))), {})
    return {name: round(100 * score) for name, score in found.items()}


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
