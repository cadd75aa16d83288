"""The content API: what it answers, and how it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.publishing.catalogue import clear_catalogues
from apps.publishing.kinds import kinds
from apps.publishing.services import publish, withdraw
from tests.documents import muscle_document

pytestmark = pytest.mark.django_db

MUSCLES = "/api/v1/muscle/"


def publish_muscles(*slugs: str) -> None:
    for slug in slugs:
        publish(document=muscle_document(slug), note="First")


def problem_of(client: Client, address: str, status: int) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    return body


def test_index_counts_the_live_documents_of_each_kind(client: Client) -> None:
    publish_muscles("iliacus", "psoas")

    counts = {row["kind"]: row["count"] for row in client.get("/api/v1/").json()["kinds"]}

    assert counts == {kind.name: 2 if kind.name == "muscle" else 0 for kind in kinds}


def test_list_tells_what_a_copy_needs_to_keep_up(client: Client) -> None:
    publication = publish(document=muscle_document("psoas"), note="First")

    assert client.get(MUSCLES).json()["items"] == [
        {
            "id": str(publication.document_id),
            "slug": "psoas",
            "title": "Psoas",
            "summary": "A short sentence.",
            "version": 1,
            "digest": publication.digest,
            "address": "/muscles/psoas/",
            "url": "/api/v1/muscle/psoas/",
        }
    ]


def test_list_leaves_out_what_was_withdrawn(client: Client) -> None:
    publish_muscles("iliacus")
    withdraw(publication=publish(document=muscle_document("psoas"), note="First"), reason="Wrong.")

    assert [item["slug"] for item in client.get(MUSCLES).json()["items"]] == ["iliacus"]


def test_document_comes_whole_with_its_publication(client: Client) -> None:
    document = muscle_document("psoas")
    publish(document=document, note="First", editorial_reviewer="A second editor")

    body = client.get(f"{MUSCLES}psoas/").json()

    assert body["document"] == document.to_json()
    assert (body["publication"]["note"], body["publication"]["editorial_reviewer"]) == ("First", "A second editor")


def test_language_without_documents_has_an_empty_list(client: Client) -> None:
    publish_muscles("psoas")

    assert client.get(f"{MUSCLES}?language=es").json()["items"] == []


def test_withdrawn_document_is_gone_and_says_why(client: Client) -> None:
    withdraw(publication=publish(document=muscle_document("psoas"), note="First"), reason="The dose was wrong.")

    assert problem_of(client, f"{MUSCLES}psoas/", 410)["detail"] == "The dose was wrong."


def test_old_slug_leads_to_the_new_one_with_its_query(client: Client) -> None:
    document = muscle_document("psoas")
    publish(document=document, note="First")
    publish(document=document.model_copy(update={"slug": "psoas-major"}), note="Renamed")

    response = client.get(f"{MUSCLES}psoas/?language=en")

    assert (response.status_code, response["Location"]) == (301, f"{MUSCLES}psoas-major/?language=en")


@pytest.mark.parametrize("address", ["/api/v1/nothing/", "/api/v1/nothing/psoas/", f"{MUSCLES}nothing/", "/api/v2/"])
def test_what_there_is_not_is_answered_with_404(client: Client, address: str) -> None:
    assert problem_of(client, address, 404)["status"] == 404


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("language=xx", "language"), ("language=", "language"), ("language=en&language=es", "language"), ("q=1", "q")],
)
def test_wrong_parameter_is_named(client: Client, query: str, parameter: str) -> None:
    assert problem_of(client, f"{MUSCLES}?{query}", 400)["parameter"] == parameter


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(client: Client, method: str) -> None:
    response = getattr(client, method)(MUSCLES)

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert response["Content-Type"] == "application/problem+json"


def test_unchanged_answer_is_304(client: Client) -> None:
    publish_muscles("psoas")
    first = client.get(MUSCLES)

    second = client.get(MUSCLES, headers={"If-None-Match": first["ETag"]})

    assert (second.status_code, second.content, second["ETag"]) == (304, b"", first["ETag"])


def test_publication_changes_the_etag(client: Client) -> None:
    publish_muscles("psoas")
    first = client.get(MUSCLES)
    publish(document=muscle_document("psoas", job="Lifts the knee."), note="Clearer")

    assert client.get(MUSCLES, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_answers_are_public_and_set_no_cookie(client: Client) -> None:
    response = client.get(MUSCLES)

    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not response.cookies


@pytest.mark.parametrize("slugs", [("a",), ("a", "b", "c")])
def test_list_takes_two_queries_whatever_its_length(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, slugs: tuple[str, ...]
) -> None:
    publish_muscles(*slugs)
    clear_catalogues()

    with django_assert_num_queries(2):
        assert client.get(MUSCLES).json()["count"] == len(slugs)
