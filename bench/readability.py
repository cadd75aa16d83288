"""The Flesch-Kincaid grade of every published page."""

from __future__ import annotations

import json
from statistics import median

from bench.report import Row
from tests.server import Server

_CODE = """
import json
from apps.library.documents import MuscleDocument
from apps.publishing.catalogue import catalogue
from apps.publishing.readability import reading_grade
from apps.publishing.wording import texts_in
shelf = catalogue("en")
names = [muscle.title for muscle in shelf.all(MuscleDocument)]
grades = [(entry.kind, entry.slug, reading_grade(texts_in(entry.body), excepted=names)) for entry in shelf.entries()]
print(json.dumps(grades))
"""


def measure(server: Server) -> list[Row]:
    """Return the median and the hardest pages, all pages of the site taken together and by kind."""
    grades = json.loads(server.run_python(_CODE).splitlines()[-1])
    values = [grade for _kind, _slug, grade in grades]
    middle, most = median(values), max(values)
    rows = [
        Row(f"median of {len(values)} documents", f"grade {middle:.1f}", "≤ grade 7", middle <= 7),
        Row("hardest", f"grade {most:.1f}", "≤ grade 9", most <= 9),
    ]
    for kind in sorted({kind for kind, _slug, _grade in grades}):
        of_kind = [grade for name, _slug, grade in grades if name == kind]
        rows.append(Row(f"{kind} ({len(of_kind)})", f"median {median(of_kind):.1f}, most {max(of_kind):.1f}"))
    hardest = sorted(grades, key=lambda row: -row[2])[:10]
    return rows + [Row(f"  {kind} {slug}", f"grade {grade:.1f}") for kind, slug, grade in hardest]
