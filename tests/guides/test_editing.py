"""Numbers, words and claims are content: an editor changes and publishes them, and readers have the change."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.guides.documents.safety import SafetyDocument
from apps.publishing.content_files import CONTENT_ROOT, read_document
from apps.publishing.kinds import kinds
from apps.publishing.models import WorkingCopy
from apps.publishing.services import document_of, publish
from tests.publishing.editors import make_editor, shown_values, signed_in

pytestmark = pytest.mark.django_db

DANGER_SIGNS = (CONTENT_ROOT / "en" / "safety" / "danger-signs.toml", SafetyDocument)
CHANGES: Any = [
    ("region", "gb", {"emergency": "955\n112", "last_checked": "2026-11-20"}, "/safety/", 'href="tel:955"'),
    ("term", "piriformis", {"summary": "A pear of a muscle."}, "/glossary/", "A pear of a muscle."),
    ("claim", "crossed-legs-ease-sciatica", {"known": "Nobody has **looked**."}, "/claims/", "<strong>looked</strong>"),
]


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def live_copy(name: str, slug: str) -> WorkingCopy:
    """Return a working copy of what ships, published as it is."""
    kind = kinds[name]
    document = read_document(CONTENT_ROOT / "en" / kind.folder / f"{slug}.toml", kind.document_class)
    copy: WorkingCopy = kind.working_copy()
    copy.save_document(document.model_copy(update={"guides": ()}) if hasattr(document, "guides") else document)
    publish(document=document_of(copy), note="First published.")
    return copy


@pytest.mark.parametrize(("kind", "slug", "changes", "page", "words"), CHANGES, ids=[one[0] for one in CHANGES])
def test_readers_get_the_change_once_it_is_published(
    editor: Client, client: Client, kind: str, slug: str, changes: dict[str, str], page: str, words: str
):
    copy = live_copy(kind, slug)
    if kind == "region":
        publish(document=read_document(*DANGER_SIGNS), note="First published.")
    home = f"/admin/guides/{kind}/{copy.pk}/"

    saved = editor.post(f"{home}change/", {**shown_values(editor, f"{home}change/"), **changes})
    before = client.get(page).text
    copy.refresh_from_db()
    told = {"note": "Looked up again.", "digest": document_of(copy).digest}
    published = editor.post(f"{home}publish/", told)

    assert [saved.status_code, published.status_code] == [302, 302]
    assert [words in before, words in client.get(page).text] == [False, True]
