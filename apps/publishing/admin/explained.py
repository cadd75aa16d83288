"""What fields and codes mean, below the fields that take them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def explained(form: Any, field_help: Mapping[str, Any]) -> Any:
    """Return a form class whose fields have the help texts that are given by name."""
    for name, words in field_help.items():
        if name in form.base_fields:
            form.base_fields[name].help_text = words
    return form


def _with_meanings(words: Any, summary: Any, meanings: Mapping[Any, Any]) -> SafeString:
    rows = format_html_join("", "<dt>{}</dt><dd>{}</dd>", meanings.items())
    return format_html("{}<details class='meanings'><summary>{}</summary><dl>{}</dl></details>", words, summary, rows)


with_meanings = lazy(_with_meanings, str)
"""Words on a field, then the meaning of each of its codes, to be opened; read in the language of the page."""
