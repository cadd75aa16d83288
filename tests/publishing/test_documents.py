"""Frozen documents: digest, schema versions, strictness."""

from typing import Any, ClassVar

import pytest
from pydantic import ValidationError

from apps.publishing.documents import Document
from tests.documents import muscle_document


class OldThing(Document):
    kind: ClassVar[str] = "thing"
    current_schema: ClassVar[int] = 3
    upgraders: ClassVar[dict[int, Any]] = {
        1: lambda data: {"weight": data.pop("mass"), **data},
        2: lambda data: {**data, "weight": data["weight"] * 1000},
    }

    weight: int


def thing_json(version: int, **values: Any) -> dict[str, Any]:
    base = muscle_document().model_dump(mode="json", include=set(Document.model_fields))
    return {**base, "schema_version": version, **values}


def test_document_read_back_equals_itself() -> None:
    document = muscle_document()

    assert type(document).from_json(document.to_json()) == document


def test_digest_is_equal_for_equal_documents() -> None:
    assert muscle_document().digest == muscle_document().digest


def test_digest_changes_with_any_field() -> None:
    assert muscle_document().digest != muscle_document(job="Lifts the knee.").digest


def test_old_schema_goes_through_every_upgrader() -> None:
    document = OldThing.from_json(thing_json(1, mass=2))

    assert isinstance(document, OldThing)
    assert document.weight == 2000


def test_schema_without_upgrader_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing upgrades schema version 0"):
        OldThing.from_json(thing_json(0, mass=2))


def test_schema_newer_than_the_code_is_refused() -> None:
    with pytest.raises(ValueError, match="schema version 4 is newer than this code"):
        OldThing.from_json(thing_json(4, weight=2))


def test_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        muscle_document(colour="red")


@pytest.mark.parametrize("slug", ["Psoas", "psoas major", "psoas/../x", "", "-psoas", "p" * 81])
def test_slug_that_is_no_address_is_refused(slug: str) -> None:
    with pytest.raises(ValidationError):
        muscle_document(slug=slug, document_id="00000000-0000-4000-8000-000000000001")


def test_document_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        muscle_document().title = "Other"  # type: ignore[misc]
