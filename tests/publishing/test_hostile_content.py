"""Hostile text in every text field of every kind: refused with a message, or harmless wherever it is shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import html5lib
import pytest
from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError as FormError
from django.forms.models import ModelForm, fields_for_model
from django.test import Client

from apps.publishing.fields import LinesFormField
from apps.publishing.kinds import kinds
from apps.publishing.models import WorkingCopy
from apps.publishing.preview import preview_address
from apps.publishing.services import document_of, publish
from tests.publishing.editors import make_editor, signed_in
from tests.publishing.samples import make_copy, samples

pytestmark = pytest.mark.django_db

KINDS = [kind.name for kind in kinds]

REFUSED = {
    "script": "<script>alert(1)</script>",
    "script with a gap": "<script\t>alert(1)</script\t>",
    "event": "<img src=x onerror=alert(1)>",
    "event in a link": '<a href="#" onclick="alert(1)">x</a>',
    "svg": "<svg/onload=alert(1)>",
    "svg with a use": '<svg><use href="data:image/svg+xml,x"/></svg>',
    "comment": "<!-- --><b>",
    "frame": '<iframe srcdoc="x"></iframe>',
    "style": "<style>*{display:none}</style>",
    "form": '<form action="https://bad.example"><input>',
    "javascript link": "[x](javascript:alert(1))",
    "javascript link in capitals": "[x]( JaVaScRiPt:alert(1))",
    "data link": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "picture elsewhere": "![x](https://bad.example/x.png)",
    "data picture": "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "nested picture": "[![x](https://bad.example/x)](/a)",
    "NUL": "NUL \x00 byte",
}
HARMLESS = {
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
    "javascript in entities": "[x](java&#115;cript:alert(1)) [y](&#106;avascript:alert(1))",
    "reference link": "[x][1]\n\n[1]: javascript:alert(1)",
    "autolink": "<javascript:alert(1)> <vbscript:x>",
    "broken tag": "<script",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "template": "{{ 7|add:7 }} {% load static %} ${alert(1)}",
    "right to left": "\u202eevil \u2066text\u2069 \u200f",
    "table": "| a |\n| - |\n| [x](javascript:alert(1)) |",
    "code": "`</code><script` ~~~\n</pre",
    "long": "word " * 60,
    "deep": "> " * 140 + "x",
    "brackets": "[" * 140 + "](" * 20,
    "link to a picture": "[x](media:y)",
}
EVERYTHING = {title: text.replace("\x00", "") for title, text in {**REFUSED, **HARMLESS}.items()}
DOORS = {
    "tags": [text for text in EVERYTHING.values() if text.startswith("<")],
    "links": [text for text in EVERYTHING.values() if text.startswith(("[x", "![", "[!"))],
    "entities": [EVERYTHING["entities"], EVERYTHING["attribute"], EVERYTHING["template"], EVERYTHING["right to left"]],
    "code": [EVERYTHING["code"], EVERYTHING["table"]],
    "deep": [EVERYTHING["deep"], EVERYTHING["brackets"]],
}
TOO_LONG = "x" * 10_000
LISTS = {
    "equipment": ["/stretches/"],
    "plan": ["/plans/"],
    "region": ["/safety/"],
    "term": ["/glossary/"],
    "claim": ["/claims/"],
    "condition": ["/conditions/"],
    "faq": ["/faq/"],
}
"""Where the kinds without a page of their own are shown."""


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def home(working_copy: WorkingCopy) -> str:
    meta = working_copy._meta
    return f"/admin/{meta.app_label}/{meta.model_name}/{working_copy.pk}/change/"


def values_of(form: forms.BaseForm) -> Iterator[tuple[str, Any]]:
    """Yield what a browser would send of a form that nobody has touched."""
    for bound in form:
        value = bound.field.prepare_value(bound.initial)
        if isinstance(bound.field.widget, forms.CheckboxInput):
            if value:
                yield bound.html_name, "on"
        elif isinstance(value, list | tuple):
            yield bound.html_name, [str(getattr(one, "pk", one)) for one in value]
        else:
            yield bound.html_name, "" if value is None else str(value)


def text_fields(form: forms.BaseForm) -> list[str]:
    """Return the names, in the page, of the fields that take free text."""
    found = []
    for bound in form:
        is_text = isinstance(bound.field, forms.CharField) and not isinstance(bound.field, forms.JSONField)
        if is_text and not bound.is_hidden and not getattr(bound.field, "choices", None):
            found.append(bound.html_name)
    return found


def opened(editor: Client, address: str) -> tuple[dict[str, Any], list[str]]:
    """Open a change form; return what it would send and the names of its text fields."""
    context = editor.get(address).context
    every: list[forms.BaseForm] = [context["adminform"].form]
    for wrapped in context["inline_admin_formsets"]:
        every += [wrapped.formset.management_form, *wrapped.formset.initial_forms]
    values = {name: value for form in every for name, value in values_of(form)}
    names = [name for form in every if isinstance(form, ModelForm) for name in text_fields(form)]
    return {**values, "_continue": "1"}, names


def errors_of(response: Any) -> set[str]:
    """Return the names, in the page, of the fields that have a message."""
    every = [response.context["adminform"].form]
    every += [form for wrapped in response.context["inline_admin_formsets"] for form in wrapped.formset.forms]
    return {form.add_prefix(name) for form in every for name in form.errors if name != "__all__"}


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_refused_beside_every_field_that_has_it(editor, kind):
    working_copy = make_copy(kind)
    before = document_of(working_copy)
    values, names = opened(editor, home(working_copy))

    missed = {}
    for title, hostile in REFUSED.items():
        response = editor.post(home(working_copy), {**values, **dict.fromkeys(names, hostile)})
        assert response.status_code == 200
        missed[title] = sorted(set(names) - errors_of(response))

    assert names
    assert {title: fields for title, fields in missed.items() if fields} == {}
    assert document_of(type(working_copy)._default_manager.get(pk=working_copy.pk)) == before


@pytest.mark.parametrize("kind", KINDS)
def test_text_without_end_is_refused_beside_its_field_or_taken(editor, kind):
    working_copy = make_copy(kind)
    values, names = opened(editor, home(working_copy))

    response = editor.post(home(working_copy), {**values, **dict.fromkeys(names, TOO_LONG)})

    endless = {name for name in names if name not in errors_of(response)}
    assert response.status_code == 200
    assert {name.rpartition("-")[2] for name in endless} <= {
        field.name for model in _models(working_copy) for field in model._meta.fields if field.max_length is None
    }


def _models(working_copy: WorkingCopy) -> list[Any]:
    rows = [inline.model for inline in admin.site.get_model_admin(type(working_copy)).inlines]
    return [type(working_copy), *rows]


@pytest.mark.parametrize("kind", KINDS)
def test_form_answers_whatever_it_is_sent(editor, kind):
    working_copy = make_copy(kind)
    values, names = opened(editor, home(working_copy))
    del values["version"]  # each goes over the one before

    answers = {
        editor.post(home(working_copy), {**values, **dict.fromkeys(names, hostile)}).status_code
        for hostile in HARMLESS.values()
    }

    assert answers <= {200, 302}


def write_everywhere(working_copy: WorkingCopy, texts: Sequence[str]) -> list[str]:
    """Put texts, all or the first, into every text column that takes them, past the form; return where they went."""
    places = []
    for name, field in fields_for_model(type(working_copy)).items():
        if not isinstance(field, forms.CharField) or isinstance(field, forms.SlugField | forms.JSONField):
            continue
        before = getattr(working_copy, name)
        most = getattr(working_copy._meta.get_field(name), "max_length", None) or sys.maxsize  # SQLite holds more
        for fitting in ("\n\n".join(texts), texts[0], texts[0][:110], texts[0][:35]):
            if len(fitting) > most:
                continue
            setattr(working_copy, name, [fitting] if isinstance(field, LinesFormField) else fitting)
            if is_whole(working_copy):
                places.append(name)
                break
            setattr(working_copy, name, before)
    working_copy.save()
    return places


def is_whole(working_copy: WorkingCopy) -> bool:
    try:
        document_of(working_copy)
    except FormError:
        return False
    return True


OWN = {"script": ("/static/", "/admin/jsi18n/"), "iframe": ("/preview/",)}
"""Where the scripts and frames come from that belong to a page."""


def dangers(html: str) -> list[str]:
    """Return what could run, or leads elsewhere, in a page."""
    found = []
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2]
        if tag in OWN and not str(element.get("src", "")).startswith(OWN[tag]):
            found.append(f"{tag} {element.attrib} {element.text}")
        if tag in {"object", "embed", "base", "style"}:
            found.append(tag)
        for name, value in element.attrib.items():
            address = "".join(str(value).split()).lower()
            if str(name).startswith("on") or address.startswith(("javascript:", "vbscript:", "data:", "media:")):
                found.append(f"{tag} {name}={value}")
            if name == "src" and not address.startswith("/"):
                found.append(f"{tag} {name}={value}")
    return found


@pytest.mark.parametrize("hostile", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("kind", KINDS)
def test_text_that_came_in_by_another_door_is_harmless(editor, kind, hostile):
    """Such as a restore or the shell: neither the readers' pages nor the editors' trust it."""
    working_copy = make_copy(kind)
    places = write_everywhere(working_copy, hostile)
    publish(document=document_of(working_copy), note=hostile[0][:300], check_references=False)
    if kind == "region":  # shown among the danger signs
        publish(document=samples()["safety"], note="First published.")
    address = kinds[kind].address

    readers = [address(working_copy.slug)] if address else LISTS[kind]
    editors = [home(working_copy), *(home(working_copy).replace("change", act) for act in ("compare", "history"))]
    answers = {page: editor.get(page) for page in (preview_address(working_copy), *readers, *editors)}

    assert places
    assert {answer.status_code for answer in answers.values()} == {200}
    assert {page: found for page, answer in answers.items() if (found := dangers(answer.text))} == {}
