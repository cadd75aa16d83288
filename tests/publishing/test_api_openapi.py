"""The OpenAPI description is valid, and every answer keeps to it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from apps.publishing.api.openapi import openapi_document
from apps.publishing.kinds import kinds
from apps.publishing.services import publish, withdraw
from tests.content_rows import insert_publications
from tests.documents import muscle_document

pytestmark = pytest.mark.django_db


description = cache(openapi_document)


def faults_in(value: Any, path: str, status: str = "200") -> list[str]:
    """Return what is wrong with an answer, by the description of its path."""
    document = description()
    [media] = document["paths"][path]["get"]["responses"][status]["content"].values()
    schema = {**media["schema"], "components": document["components"]}
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(value)]


def test_description_is_valid_openapi(client: Client) -> None:
    validate(client.get("/api/v1/openapi.json").json())


def test_description_has_a_list_and_a_document_for_every_kind() -> None:
    expected = {"/api/v1/"}
    for kind in kinds:
        expected |= {f"/api/v1/{kind.name}/", f"/api/v1/{kind.name}/{{slug}}/"}

    assert expected - set(openapi_document()["paths"]) == set()


@pytest.mark.parametrize("kind", [kind.name for kind in kinds])
def test_shipped_documents_keep_to_the_description(client: Client, kind: str) -> None:
    insert_publications()
    path = f"/api/v1/{kind}/"

    listed = client.get(path).json()

    assert faults_in(listed, path) == []
    for item in listed["items"]:
        assert faults_in(client.get(item["url"]).json(), f"{path}{{slug}}/") == []


def test_index_keeps_to_the_description(client: Client) -> None:
    assert faults_in(client.get("/api/v1/").json(), "/api/v1/") == []


def test_problems_keep_to_the_description(client: Client) -> None:
    withdraw(publication=publish(document=muscle_document("psoas"), note="First"), reason="Wrong.")
    path = "/api/v1/muscle/{slug}/"

    assert faults_in(client.get("/api/v1/muscle/psoas/").json(), path, "410") == []
    assert faults_in(client.get("/api/v1/muscle/nothing/").json(), path, "404") == []
    assert faults_in(client.get("/api/v1/muscle/psoas/?q=1").json(), path, "400") == []


def test_docs_page_names_every_kind(client: Client) -> None:
    html = client.get("/api/v1/docs").content.decode()

    assert [kind.name for kind in kinds if f'href="/api/v1/{kind.name}/"' not in html] == []
