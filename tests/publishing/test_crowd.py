"""With 5,000 working copies and 50,000 publications the forms, the acts, the searches and an export stay quick."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.library.models import Muscle, Stretch
from apps.publishing.exchange.files import AT_A_TIME
from apps.publishing.models import Publication, Redirect
from tests.documents import stretch_document
from tests.publishing.crowd import PAGES, insert_crowd, insert_muscles
from tests.publishing.editors import HOME, make_editor, signed_in

pytestmark = pytest.mark.django_db


def counted(client: Client, address: str) -> int:
    """Return how many queries an address takes when the session, the rights and the catalogue are read already."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_forms_and_acts_ask_few_questions_in_a_crowd():
    insert_crowd()
    Redirect.objects.create(old="/old/", new="/muscles/m-1/")
    stretch = Stretch()
    stretch.save_document(stretch_document(muscles=["m-1", "m-2", "m-3"]))
    client, muscle = signed_in(make_editor()), Muscle.objects.get(slug="m-1")
    here = f"{HOME}{muscle.pk}"
    old, new = Publication.objects.filter(document_id=muscle.document_id).order_by("version")[8:]
    search = "/admin/autocomplete/?app_label=library&model_name=stretch&field_name=muscles&term=muscle"
    most = {
        f"{here}/change/": 15,
        f"/admin/library/stretch/{stretch.pk}/change/": 26,
        f"{here}/history/": 10,
        f"{here}/compare/": 11,
        f"{here}/compare/?before={old.pk}&after={new.pk}": 10,
        f"{here}/look/": 10,
        f"{here}/publish/": 14,
        f"{here}/withdraw/": 12,
        f"{here}/restore/{new.pk}/": 11,
        f"{here}/comment/": 9,
        search: 4,
        "/admin/publishing/redirect/": 7,
        "/admin/publishing/redirect/add/": 2,
        "/admin/publishing/loggedact/": 4,
    }

    taken = {address: counted(client, address) for address in most}

    assert {address: count for address, count in taken.items() if count > most[address]} == {}


def test_all_of_five_thousand_are_exported_in_few_questions():
    insert_muscles()
    client = signed_in(make_editor())
    client.get("/admin/")

    with CaptureQueriesContext(connection) as queries:
        rows = json.loads(client.get(f"{HOME}export/").getvalue())["rows"]

    assert len(rows) == PAGES
    assert {row["values"]["slug"] for row in rows} == set(Muscle.objects.values_list("slug", flat=True))
    assert len(queries) <= PAGES / AT_A_TIME + 10


def test_export_is_sent_while_it_is_read():
    insert_muscles()
    answer = signed_in(make_editor()).get(f"{HOME}export/")

    with CaptureQueriesContext(connection) as queries:
        pieces = iter(answer)
        begin = next(pieces) + next(pieces)
    answer.close()  # or its cursor would be closed by and by, in the transaction of another test

    assert begin.startswith(b'{"format": "hipcare working copies", "version": 1, "rows": [')
    assert len(queries) <= 2
