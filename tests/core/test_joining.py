"""Modules are served joined: which goes into which file, and what cannot be joined is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from apps.core.joining import joined
from apps.core.modules import Modules
from apps.core.storage import HashedStaticFilesStorage
from tests.browser.served_modules import modules

STATIC = Path(settings.BASE_DIR) / "static"
SOURCES = modules().sources
SMALL = {
    "js/one.js": 'import { add } from "./parts/add.js";\nimport { show } from "./parts/show.js";\nshow(add(1));\n',
    "js/two.js": 'import { add } from "./parts/add.js";\nadd(2);\n',
    "js/parts/add.js": "export function add(number) { return number + 1; }\n",
    "js/parts/show.js": "export const show = (text) => alert(text);\n",
}


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the scripts as they are served."""
    folder = tmp_path_factory.mktemp("collected")
    source = FileSystemStorage(STATIC)
    for _again in range(2):  # a second time is a new release in the same folder
        for name, text in SOURCES.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        storage = HashedStaticFilesStorage(folder)
        found = list(storage.post_process({name: (source, name) for name in SOURCES}))
        assert [error for _name, _hashed, error in found if isinstance(error, Exception)] == []
    return folder


def served(collected: Path) -> list[Path]:
    paths = json.loads((collected / "staticfiles.json").read_text(encoding="utf-8"))["paths"]
    return [collected / hashed for hashed in paths.values()]


def test_module_of_one_script_is_in_that_script_and_one_of_several_in_the_file_of_its_folder() -> None:
    assert Modules.of(SMALL).files == {
        "js/one.js": "js/one.js",
        "js/two.js": "js/two.js",
        "js/parts/add.js": "js/parts/shared.js",
        "js/parts/show.js": "js/one.js",
    }


def test_module_that_is_imported_when_it_is_wanted_begins_a_file() -> None:
    found = Modules.of({**SMALL, "js/two.js": 'import("./parts/show.js").then(({ show }) => show(1));\n'})

    assert found.files["js/parts/show.js"] == "js/parts/shared.js"  # of the first script too
    assert found.files["js/parts/add.js"] == "js/one.js"


def test_type_in_a_comment_is_no_import() -> None:
    found = Modules.of({**SMALL, "js/two.js": '/** @type {import("./parts/show.js").Show} */\nlet show;\n'})

    assert found.files["js/parts/show.js"] == "js/one.js"


def test_script_that_is_no_module_stays_as_it_is() -> None:
    script = '// A comment.\n"use strict";\nlet here;\n'

    assert joined(Modules.of({"js/old.js": script})) == {"js/old.js": script}


@pytest.mark.parametrize(
    "statement",
    [
        "export default function add() {}",
        "export let here;",
        "export * from './parts/add.js';",
        'import add from "./parts/add.js";',
        'import add, { more } from "./parts/add.js";',
        'import { add } from "./parts/add.js"',
        "const { a } = await fetch('/');",
        "if (here) await leave();",
    ],
)
def test_statement_that_cannot_be_joined_is_refused(statement: str) -> None:
    with pytest.raises(ValueError, match=r"js/three\.js: .* is not among the statements that can be joined"):
        joined(Modules.of({**SMALL, "js/three.js": f'import "./parts/show.js";\n{statement}\n'}))


def test_types_and_comments_that_stand_by_themselves_are_left_out() -> None:
    text = (
        "// @ts-check\n/**\n * What it does.\n */\nexport function one() {\n  // why\n"
        "  return /** @type {number} */ (1); // one\n}\n/** @type {number} */\nexport const two = 2;\n"
    )

    assert re.sub(r"\n+", "\n", joined(Modules.of({"js/three.js": text}))["js/three.js"]) == (
        "const $three = (() => {\nfunction one() {\n  return (1); // one\n}\nconst two = 2;\n"
        "return { one, two };\n})();\nexport { $three };\n"
    )


@pytest.mark.parametrize("name", SOURCES)
def test_no_string_runs_over_lines_in_which_comments_would_be_seen(name: str) -> None:
    code = [line for line in SOURCES[name].splitlines() if not line.lstrip().startswith(("//", "*", "/*"))]

    assert [line for line in code if line.replace("\\`", "").count("`") % 2] == []


def test_waiting_in_a_function_is_none_of_them() -> None:
    text = "export const wait = async () => await fetch('/');\nexport async function more() { await wait(); }\n"

    assert "await wait()" in joined(Modules.of({"js/three.js": text}))["js/three.js"]


def test_import_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match=r"js/three\.js imports js/parts/none\.js, which is not there"):
        Modules.of({**SMALL, "js/three.js": 'import { none } from "./parts/none.js";\n'})


def test_circle_is_refused() -> None:
    circle = {
        "js/here.js": 'import { there } from "./there.js";\nexport const here = 1;\n',
        "js/there.js": 'import { here } from "./here.js";\nexport const there = 1;\n',
    }

    with pytest.raises(ValueError, match="imports itself"):
        Modules.of(circle)


def test_module_with_the_name_of_a_joined_file_is_refused() -> None:
    with pytest.raises(ValueError, match=r"js/parts/shared\.js has the name"):
        Modules.of({**SMALL, "js/parts/shared.js": "export const a = 1;\n"})


def test_every_module_is_served_once(collected: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in served(collected)]
    words = re.findall(r"^const (\$\w+) = \(\(\) => \{", "\n".join(texts), re.MULTILINE)

    scripts = sum(1 for text in SOURCES.values() if not re.search(r"^(?:import|export)\b", text, re.MULTILINE))
    assert len(words) == len(set(words)) == len(SOURCES) - scripts


def test_every_import_of_a_served_file_names_a_file_with_its_hash(collected: Path) -> None:
    wrong = [
        (path.name, name)
        for path in served(collected)
        for name in re.findall(r'\b(?:from |import\()"(\.[^"]+)"', path.read_text(encoding="utf-8"))
        if not re.search(r"\.[0-9a-f]{12}\.js$", name) or not (path.parent / name).is_file()
    ]

    assert wrong == []


def test_page_asks_for_few_files(collected: Path) -> None:
    assert len(SOURCES) > 200
    assert len(served(collected)) < 70
