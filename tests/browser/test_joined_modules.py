"""Joined modules do what they do apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from apps.core.joining import joined
from apps.core.modules import Modules
from tests.browser.served_modules import modules, place_of
from tests.server import Server

FOLDER = "/static/joined/"
PAGES = {"js/a.js": 'import "./parts/words.js";\n', "js/b.js": 'import "./parts/words.js";\n'}
"""Two pages, so that what they import is in a file of its own."""


@pytest.fixture
def run(page: Page) -> Callable[[dict[str, str]], Any]:
    """Return a function that serves modules joined, runs `js/main.js` and returns what it told, once `late` is over."""

    def act(sources: dict[str, str]) -> Any:
        files = joined(Modules.of(sources))

        def answer(route: Route) -> None:
            route.fulfill(body=files[route.request.url.partition(FOLDER)[2]], content_type="text/javascript")

        page.route(f"**{FOLDER}**", answer)
        page.goto("/robots.txt")
        page.evaluate("globalThis.told = []")
        page.evaluate("(address) => import(address)", f"{FOLDER}js/main.js")
        return page.evaluate("Promise.resolve(globalThis.late).then(() => told)")

    return act


@pytest.mark.parametrize(
    "words",
    [
        "export const one = 1;\nexport const two = 2;\n",
        "const one = 1;\nconst here = 2;\nexport { one, here as two };\n",
        'export { one, second as two } from "./more.js";\n',
    ],
    ids=["declared", "listed", "passed on"],
)
def test_what_is_exported_is_imported(run: Callable[[dict[str, str]], Any], words: str) -> None:
    main = (
        'import { one, two as second } from "./parts/words.js";\nimport * as all from "./parts/words.js";\n'
        "told.push(one, second, Object.keys(all).sort().join());\n"
    )
    more = "export const one = 1;\nexport const second = 2;\n"

    assert run({**PAGES, "js/main.js": main, "js/parts/words.js": words, "js/parts/more.js": more}) == [1, 2, "one,two"]


def test_functions_classes_and_generators_are_exported(run: Callable[[dict[str, str]], Any]) -> None:
    words = (
        "export function plain() { return 1; }\nexport async function later() { return 2; }\n"
        "export function* each() { yield 3; }\nexport class Kind { value = 4; }\n"
    )
    main = (
        'import { Kind, each, later, plain } from "./parts/words.js";\n'
        "told.push(plain(), typeof later, [...each()][0], new Kind().value);\n"
    )

    assert run({**PAGES, "js/main.js": main, "js/parts/words.js": words}) == [1, "function", 3, 4]


def test_modules_run_once_each_after_what_it_imports(run: Callable[[dict[str, str]], Any]) -> None:
    sources = {
        "js/main.js": 'import "./c.js";\nimport "./b.js";\ntold.push("main");\n',
        "js/b.js": 'import "./parts/words.js";\ntold.push("b");\nexport const b = 1;\n',
        "js/c.js": 'import { b } from "./b.js";\ntold.push("c");\nexport const c = b;\n',
        "js/other.js": 'import "./parts/words.js";\n',
        "js/parts/words.js": 'told.push("words");\n',
    }

    assert run(sources) == ["words", "b", "c", "main"]


def test_module_that_comes_when_it_is_wanted_is_the_same_for_all(run: Callable[[dict[str, str]], Any]) -> None:
    main = (
        'import { count } from "./parts/count.js";\ncount();\n'
        'globalThis.late = import("./late.js").then(async ({ again }) => {\n'
        '  told.push(again(), (await import("./parts/count.js")).count());\n});\n'
    )
    sources = {
        "js/main.js": main,
        "js/late.js": 'import { count } from "./parts/count.js";\nexport const again = () => count();\n',
        "js/parts/count.js": "let number = 0;\nexport function count() { return ++number; }\n",
    }

    assert run(sources) == [2, 3]


def test_words_in_a_module_stay_as_they_are(run: Callable[[dict[str, str]], Any]) -> None:
    main = (
        '// What is said.\nconst pattern = /\\/\\/ *"[^"]*\'/;\n'
        "const name = `two  spaces // ${`and ${1}  more`}\n  in two lines`;\n"
        "told.push(name, pattern.source, 'http://here/*no*/');\nexport {};\n"
    )

    assert run({"js/main.js": main}) == [
        "two  spaces // and 1  more\n  in two lines",
        '\\/\\/ *"[^"]*\'',
        "http://here/*no*/",
    ]


def test_names_of_one_module_are_not_those_of_another(run: Callable[[dict[str, str]], Any]) -> None:
    sources = {
        "js/main.js": 'import { tell } from "./parts/words.js";\nconst name = "main";\ntell(name);\n',
        "js/parts/words.js": 'const name = "words";\nexport const tell = (other) => told.push(name, other);\n',
    }

    assert run(sources) == ["words", "main"]


def test_every_joined_module_exports_what_it_does_apart(page: Page, site: Server) -> None:
    page.goto("/robots.txt")
    shared = [name for name, file in modules().files.items() if file.endswith("/shared.js")]
    code = """async ([apart, [file, word]]) => {
      const [one, all] = [await import(apart), await import(file)];
      return [Object.keys(one).sort(), Object.keys(all[word]).sort()];
    }"""
    exported = {name: page.evaluate(code, [f"/static/{name}", place_of(site, name)]) for name in shared}

    assert len(shared) > 100
    assert [name for name, (one, other) in exported.items() if one != other or not one] == []
