"""Markdown from editors as HTML that cannot harm a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from apps.publishing.media.models import REFERENCE
from apps.publishing.media.queries import find_picture

TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "srcset", "sizes", "width", "height", "loading", "decoding"},
    "ol": {"start"},
    "th": {"scope"},
}
URL_SCHEMES = {"https", "http", "mailto", "tel"}
OWN_FILES = ("/media/", "/static/")
SIZES = "(min-width: 42rem) 40rem, 100vw"
"""How wide a picture is drawn: as the column of text."""

_plain = RendererHTML()
_parser = MarkdownIt("commonmark", {"html": False}).enable("table")


def render_markdown(text: str | None, *, top_level: int = 2) -> SafeString:
    """Return Markdown as safe HTML; raw HTML in it is shown as text.

    The highest heading becomes `top_level` (2 to 6) and none below skips a level, so that the page's own
    `h1` stays the only one. Images are kept only from this site's media and static files; `media:name` is the
    picture of that name, or its words where it is gone. The first cell of a table's row heads the row, and a table
    too wide for the screen scrolls by itself.
    """
    tokens = _parser.parse(text or "")
    for image in _images(tokens):
        _place_picture(image)
    _shift_headings(tokens, top_level)
    _name_table_heads(tokens)
    table_names = _table_names(tokens)
    dirty = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(
        dirty,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_own_images_only,
        url_schemes=URL_SCHEMES,
        link_rel=None,
    )
    return mark_safe(_let_tables_scroll(clean, table_names))  # noqa: S308 (nh3 has just cleaned it)


def images_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the source of each image of a text, as it would be drawn."""
    for image in _images(_parser.parse(text)):
        yield _words_of(image), str(image.attrGet("src") or "")


def links_in(text: str) -> Iterator[str]:
    """Yield the address of each link of a text."""
    for token in _all_tokens(_parser.parse(text)):
        if token.type == "link_open":
            yield str(token.attrGet("href") or "")


def _all_tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all_tokens(token.children or [])


def _images(tokens: Sequence[Token]) -> Iterator[Token]:
    yield from (token for token in _all_tokens(tokens) if token.type == "image")


def _words_of(image: Token) -> str:
    return _plain.renderInlineAsText(image.children or [], _parser.options, {})


def _place_picture(image: Token) -> None:
    source = str(image.attrGet("src") or "")
    if not source.startswith(REFERENCE):
        return
    picture = find_picture(source.removeprefix(REFERENCE))
    if picture is None:
        image.type, image.tag = "text", ""
        image.content = _words_of(image)
        return
    image.attrs |= {
        "src": picture.url,
        "srcset": picture.srcset,
        "sizes": SIZES,
        "width": picture.largest["width"],
        "height": picture.largest["height"],
        "loading": "lazy",
        "decoding": "async",
    }


def _shift_headings(tokens: Sequence[Token], top_level: int) -> None:
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    if not headings:
        return
    highest = min(int(token.tag[1]) for token in headings)
    previous = top_level - 1
    for opening, closing in zip(headings[::2], headings[1::2], strict=True):
        wanted = int(opening.tag[1]) - highest + top_level
        previous = min(wanted, previous + 1, 6)
        opening.tag = closing.tag = f"h{previous}"


def _name_table_heads(tokens: Sequence[Token]) -> None:
    in_head = starts_row = heads_row = False
    for at, token in enumerate(tokens):
        if token.type in {"thead_open", "tbody_open"}:
            in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            starts_row = True
        elif token.type in {"th_open", "td_open"}:
            heads_row = starts_row and not in_head
            # A corner without words heads nothing.
            token.tag = "th" if heads_row or (in_head and tokens[at + 1].content) else "td"
            token.attrs = {"scope": "row" if heads_row else "col"} if token.tag == "th" else {}
            starts_row = False
        elif token.type in {"th_close", "td_close"}:
            token.tag = "th" if heads_row or (in_head and tokens[at - 1].content) else "td"


def _table_names(tokens: Sequence[Token]) -> list[str]:
    """Return a name for each table, in the words of its columns' heads."""
    names: list[list[str]] = []
    for at, token in enumerate(tokens):
        if token.type == "table_open":
            names.append([])
        elif token.type == "th_open" and (words := tokens[at + 1].children):
            names[-1].append("".join(part.content for part in words if part.type == "text"))
    return [", ".join(heads) for heads in names]


def _let_tables_scroll(html: str, names: Sequence[str]) -> str:
    for name in names:
        opening = format_html('<div class="table-scroll" role="group" aria-label="{}" tabindex="0"><table >', name)
        html = html.replace("<table>", opening, 1)
    return html.replace("<table >", "<table>").replace("</table>", "</table></div>")


def _own_images_only(tag: str, attribute: str, value: str) -> str | None:
    if tag == "img" and attribute == "src":
        return value if value.startswith(OWN_FILES) and ".." not in value else None
    return value


def missing_pictures(value: Any) -> set[str]:
    """Return the names of the pictures that the texts of a document's JSON show and that there are not."""
    if isinstance(value, dict | list):
        items = value.values() if isinstance(value, dict) else value
        return {name for item in items for name in missing_pictures(item)}
    sources = {source for _words, source in images_in(value)} if isinstance(value, str) and "![" in value else set()
    names = {source.removeprefix(REFERENCE) for source in sources if source.startswith(REFERENCE)}
    return {name for name in names if find_picture(name) is None}
