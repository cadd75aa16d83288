"""The three roles of the editors' room: author, reviewer, publisher; each with the rights that it needs and no more.

A release that adds a kind of page, or rows to one, adds its models here and a migration that calls `grant` again;
`tests/publishing/test_roles.py` fails until it does.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions

PAGES = (
    "library.muscle", "library.equipment", "library.stretch", "library.routine", "library.plan",
    "guides.guide", "guides.faq", "guides.term", "guides.claim", "guides.condition", "guides.check", "guides.region",
    "guides.safety", "sitting.position",
)  # fmt: skip
"""The models of working copies."""
ROWS = (
    "library.stretchswap", "library.routinestep", "library.planentry",
    "guides.guidesection", "guides.checkitem", "guides.safetysign", "guides.safetystep",
)  # fmt: skip
"""The models of rows inside working copies."""
SOURCE = "publishing.source"
PICTURE = "publishing.picture"
WORDS = ("publishing.phrase", "publishing.redirect")
"""What holds for all pages: the publishers keep it."""
RECORDS = ("publishing.publication", "publishing.standing", "publishing.loggedact")


def _rights(models: tuple[str, ...], *acts: str) -> list[str]:
    return [f"{app}.{act}_{name}" for app, name in (model.split(".") for model in models) for act in acts]


def _acts(*names: str) -> list[str]:
    return [f"publishing.{name}_document" for name in names]


LOOKING = _rights((*PAGES, *ROWS, SOURCE, PICTURE, *WORDS, *RECORDS), "view")
ROLES = {
    "Author": [
        *LOOKING,
        *_rights((*PAGES, SOURCE, PICTURE), "add", "change"),
        *_rights(ROWS, "add", "change", "delete"),
        *_acts("submit", "comment"),
    ],
    "Reviewer": [*LOOKING, *_acts("review", "comment")],
    "Publisher": [
        *LOOKING,
        *_rights(WORDS, "add", "change", "delete"),
        *_rights((PICTURE,), "delete"),
        *_acts("publish", "schedule", "withdraw", "restore", "comment"),
    ],
}
"""Rights by group, as `app.codename`. Nobody's role deletes a page, hands out rights or publishes what
nobody has reviewed."""


def keep_roles(*, using: str, **_kwargs: Any) -> None:
    """Make the groups that are not there, after a migration or a flush; those that are there stay as they are."""
    for label in _labels():
        create_permissions(installed.get_app_config(label), using=using, verbosity=0)
    _give(installed, using, only_new=True)


def grant(apps: Any, schema_editor: Any) -> None:
    """Make the groups and give them what they lack of their rights; for migrations."""
    alias = schema_editor.connection.alias
    _make_rights(apps, alias)
    _give(apps, alias, only_new=False)


def _give(apps: Any, alias: str, *, only_new: bool) -> None:
    groups = apps.get_model("auth", "Group").objects.using(alias)
    rights = apps.get_model("auth", "Permission").objects.using(alias)
    found = {
        f"{app}.{codename}": pk for pk, app, codename in rights.values_list("pk", "content_type__app_label", "codename")
    }
    for name, wanted in ROLES.items():
        group, made = groups.get_or_create(name=name)
        if made or not only_new:
            group.permissions.add(*(found[right] for right in wanted if right in found))


def _labels() -> list[str]:
    """Return the apps whose models the roles name."""
    return sorted({right.partition(".")[0] for wanted in ROLES.values() for right in wanted})


def _make_rights(apps: Any, alias: str) -> None:
    """Make the rows of rights now: Django makes them only after the last migration."""
    for label in _labels():
        app = apps.get_app_config(label)
        app.models_module = installed.get_app_config(label).models_module
        create_permissions(app, apps=apps, using=alias, verbosity=0)
        app.models_module = None
