"""The OpenAPI 3.1 description, made from the pydantic classes of answers and documents."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from apps.core.registries import api_descriptions
from apps.publishing.api.answers import DocumentList, Index, Problem, PublicationInfo
from apps.publishing.documents import Document
from apps.publishing.kinds import Kind, kinds

_REF = "#/components/schemas/{model}"
_ANSWERS: tuple[type[BaseModel], ...] = (Index, DocumentList, PublicationInfo, Problem)
_ETAG = {
    "ETag": {
        "description": "Send it back in If-None-Match; the answer is 304 while nothing has changed.",
        "schema": {"type": "string"},
    }
}


def openapi_document() -> dict[str, Any]:
    """Return the description of every address of the API, as JSON values."""
    paths: dict[str, Any] = {reverse("content_api:index"): _operation("index", "What there is", _ref(Index.__name__))}
    for kind in kinds:
        paths |= _paths_of(kind)
    schemas = _schemas()
    for described in api_descriptions:
        paths |= described.paths
        schemas |= described.schemas
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "hipcare content",
            "version": "1",
            "description": "Live documents, read only. Old versions and drafts are not here.",
        },
        "servers": [{"url": settings.PUBLIC_URL}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _paths_of(kind: Kind) -> dict[str, Any]:
    whole_list = reverse("content_api:list", args=[kind.name])
    what = kind.document_class.__doc__ or ""
    one = _operation(
        f"get-{kind.name}",
        what,
        _ref(_published_name(kind)),
        slug=True,
        problems={"404": "No such slug", "410": "Withdrawn"},
    )
    return {
        whole_list: _operation(f"list-{kind.name}", f"All of: {what}", _ref(DocumentList.__name__)),
        f"{whole_list}{{slug}}/": one,
    }


def _operation(
    name: str, summary: str, schema: dict[str, str], *, slug: bool = False, problems: dict[str, str] | None = None
) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {
            "name": "language",
            "in": "query",
            "schema": {"type": "string", "enum": [code for code, _name in settings.LANGUAGES]},
        }
    ]
    if slug:
        parameters.insert(0, {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}})
    responses: dict[str, Any] = {
        "200": {"description": "Found", "headers": _ETAG, "content": {"application/json": {"schema": schema}}},
        "304": {"description": "Unchanged"},
    }
    for status, description in {"400": "A parameter is wrong", **(problems or {})}.items():
        content = {"application/problem+json": {"schema": _ref(Problem.__name__)}}
        responses[status] = {"description": description, "content": content}
    operation = {"operationId": name, "summary": summary, "parameters": parameters, "responses": responses}
    return {"get": operation}


def _schemas() -> dict[str, Any]:
    classes: list[type[BaseModel]] = [*_ANSWERS, *(kind.document_class for kind in kinds)]
    _names, described = models_json_schema([(one, "serialization") for one in classes], ref_template=_REF)
    schemas: dict[str, Any] = described["$defs"]
    for kind in kinds:
        _add_schema_version(schemas[kind.document_class.__name__], kind.document_class)
        schemas[_published_name(kind)] = _published(kind)
    return dict(sorted(schemas.items()))


def _add_schema_version(schema: dict[str, Any], document_class: type[Document]) -> None:
    """Add the one value that documents carry as JSON and not as a field."""
    schema["properties"]["schema_version"] = {"const": document_class.current_schema, "type": "integer"}
    schema["required"] = ["schema_version", *schema.get("required", [])]


def _published(kind: Kind) -> dict[str, Any]:
    properties = {"publication": _ref(PublicationInfo.__name__), "document": _ref(kind.document_class.__name__)}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _published_name(kind: Kind) -> str:
    return f"Published{kind.document_class.__name__}"


def _ref(name: str) -> dict[str, str]:
    return {"$ref": _REF.format(model=name)}
