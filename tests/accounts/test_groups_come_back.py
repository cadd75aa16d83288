"""The editors' groups outlive an emptied database, and an operator's own changes to them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command


@pytest.mark.django_db(transaction=True)
def test_groups_are_there_again_after_a_flush() -> None:
    call_command("flush", "--no-input", verbosity=0)

    assert {group.name: bool(group.permissions.count()) for group in Group.objects.all()} == {
        "Author": True, "Reviewer": True, "Publisher": True,
    }  # fmt: skip


@pytest.mark.django_db
def test_right_that_an_operator_took_from_a_group_stays_taken() -> None:
    Group.objects.get(name="Author").permissions.remove(Permission.objects.get(codename="add_stretch"))

    call_command("migrate", verbosity=0)

    assert not Group.objects.get(name="Author").permissions.filter(codename="add_stretch").exists()
