"""Markdown from editors: what it gives, and what hostile text cannot do."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from apps.publishing.markdown import render_markdown


def test_plain_markdown_becomes_html():
    assert render_markdown("One **two** [three](/stretches/)") == (
        '<p>One <strong>two</strong> <a href="/stretches/">three</a></p>\n'
    )


def test_highest_heading_becomes_the_level_below_the_page_title():
    assert render_markdown("# A\n\n## B") == "<h2>A</h2>\n<h3>B</h3>\n"


def test_text_that_starts_at_level_three_starts_at_two():
    assert render_markdown("### A") == "<h2>A</h2>\n"


def test_headings_skip_no_level():
    assert render_markdown("# A\n\n#### B\n\n# C") == "<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>\n"


def test_headings_go_no_deeper_than_six():
    assert render_markdown("# A\n\n## B", top_level=6) == "<h6>A</h6>\n<h6>B</h6>\n"


def test_table_scrolls_and_names_its_heads():
    assert "".join(render_markdown("| | a |\n| - | - |\n| b | 2 |").split("\n")) == (
        '<div class="table-scroll" role="group" aria-label="a" tabindex="0"><table>'
        '<thead><tr><td></td><th scope="col">a</th></tr></thead>'
        '<tbody><tr><th scope="row">b</th><td>2</td></tr></tbody></table></div>'
    )


@pytest.mark.parametrize("nothing", ["", None])
def test_nothing_gives_nothing(nothing):
    assert render_markdown(nothing) == ""


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "<iframe src='https://bad.example'></iframe>",
        "<svg/onload=alert(1)>",
        "`<script>alert(1)</script>`",
        "```\n</code></pre><script>alert(1)</script>\n```",
        "<style>body{display:none}</style>",
    ],
)
def test_raw_html_is_shown_as_text(hostile):
    html = render_markdown(hostile)
    assert not any(f"<{tag}" in html for tag in ("script", "img", "a ", "iframe", "svg", "style"))


@pytest.mark.parametrize(
    "hostile",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](vbscript:x)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>",
        "[x](\tjavascript:alert(1))",
        "[x][1]\n\n[1]: javascript:alert(1)",
    ],
)
def test_links_that_run_code_are_not_links(hostile):
    assert "href" not in render_markdown(hostile)


def test_link_title_cannot_break_out_of_its_attribute():
    html = render_markdown("[x](/a \"b' onmouseover='alert(1)\")")
    assert html == '<p><a href="/a" title="b\' onmouseover=\'alert(1)">x</a></p>\n'


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://bad.example/a.png",
        "//bad.example/a.png",
        "data:image/png;base64,AA",
        "/media/../x.png",
        "a.png",
    ],
)
def test_images_from_elsewhere_lose_their_source(elsewhere):
    assert "src" not in render_markdown(f"![text]({elsewhere})")


def test_own_images_are_kept():
    assert render_markdown("![A chair](/media/chair.png)") == ('<p><img src="/media/chair.png" alt="A chair"></p>\n')


def test_deep_nesting_ends():
    assert render_markdown("> " * 1500 + "x").count("<blockquote>") <= 20


def test_filter_renders_in_a_template():
    page = Template("{% load publishing %}{{ text|markdown:3 }}").render(Context({"text": "# <b>A</b>"}))
    assert page == "<h3>&lt;b&gt;A&lt;/b&gt;</h3>\n"
