"""The Flesch-Kincaid grade of every public page."""

from __future__ import annotations

import json
from statistics import median

from bench.report import Row
from tests.reading import page_grade
from tests.server import Answer, Server

HIGHEST, HIGHEST_MEDIAN = 9.0, 7.0
_CODE = """
import json
from apps.core.registries import pages
from apps.library.documents import MuscleDocument
from apps.publishing.catalogue import catalogue
names = [muscle.title for muscle in catalogue("en").all(MuscleDocument)]
print(json.dumps([names, sorted(page.url for page in pages)]))
"""


def measure(server: Server) -> list[Row]:
    """Return the median, then every page with its grade, hardest first; the names of muscles are excepted."""
    names, addresses = json.loads(server.run_python(_CODE).splitlines()[-1])
    answers = {address: server.get(address) for address in addresses}
    html = {address: answer.body.decode() for address, answer in answers.items() if _is_html(answer)}
    grades = {address: page_grade(text, excepted=names) for address, text in html.items()}
    middle = median(grades.values())
    hardest_first = sorted(grades.items(), key=lambda pair: -pair[1])
    return [
        _row(f"median of {len(grades)} pages", middle, HIGHEST_MEDIAN),
        *(_row(path, grade, HIGHEST) for path, grade in hardest_first),
    ]


def _row(what: str, grade: float, highest: float) -> Row:
    return Row(what, f"grade {grade:.1f}", f"≤ grade {highest:g}", grade <= highest)


def _is_html(answer: Answer) -> bool:
    return (answer.headers["Content-Type"] or "").startswith("text/html")
