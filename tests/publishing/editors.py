"""Editors and working copies for tests of the editors' room."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.test import Client

from apps.core.models import User
from apps.library.documents import MuscleDocument
from apps.library.models import Muscle
from apps.publishing.models import Publication
from apps.publishing.services import document_of, publish
from tests.documents import muscle_document

HOME = "/admin/library/muscle/"


def make_editor(email: str = "ed@example.org", *permissions: str, **fields: Any) -> User:
    """Return an editor who may do everything, or only what `permissions` name."""
    fields.setdefault("is_superuser", not permissions)
    user = User.objects.create_user(email, "a long passphrase", is_staff=True, **fields)
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return user


def signed_in(user: User) -> Client:
    """Return a browser of its own in which somebody is signed in and has shown a second factor."""
    client = Client()
    client.force_login(user)
    session = client.session
    session["second_factor_of"] = str(user.pk)
    session.save()
    return client


def make_muscle(slug: str = "psoas", **changes: Any) -> Muscle:
    """Return a working copy of a muscle, never published."""
    muscle = Muscle()
    muscle.save_document(muscle_document(slug, **changes))
    return muscle


def publish_muscle(muscle: Muscle, **values: Any) -> Publication:
    """Publish a working copy as it is."""
    return publish(document=document_of(muscle), **{"note": "First published.", **values})


def live_muscle(slug: str = "psoas", **changes: Any) -> Muscle:
    """Return a working copy of a muscle that readers see."""
    muscle = make_muscle(slug, **changes)
    publish_muscle(muscle)
    return muscle


def form_values(muscle: Muscle, **changes: Any) -> dict[str, Any]:
    """Return what the change form of a muscle sends."""
    names = ("title", "slug", "language", "summary", "region", "where", "job", "body")
    values: dict[str, Any] = {name: getattr(muscle, name) for name in names}
    values["sources"] = [source.pk for source in muscle.sources.all()]
    values["reviewed_on"], values["review_due"] = str(muscle.reviewed_on), str(muscle.review_due)
    values["version"] = muscle.updated_at.isoformat()
    return {**values, "_continue": "1", **changes}


def live_text(slug: str = "psoas") -> str:
    """Return the text of a muscle as readers have it."""
    newest = Publication.objects.filter(kind="muscle", slug=slug).order_by("-version")[0]
    document = MuscleDocument.from_json(newest.body)
    assert isinstance(document, MuscleDocument)
    return document.body


def shown_values(client: Client, address: str) -> dict[str, Any]:
    """Return what a change form would send if nothing in it were changed; for forms without rows."""
    form = client.get(address).context["adminform"].form
    values = {field.html_name: field.value() for field in form}
    values = {
        name: [getattr(one, "pk", one) for one in value] if isinstance(value, list) else value
        for name, value in values.items()
    }
    return {**{name: value for name, value in values.items() if value not in (None, False)}, "_continue": "1"}
