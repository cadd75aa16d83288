"""Three people: alice owns, bob has a journal of his own, charlie is nobody in particular."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from apps.accounts.services import give_consent
from apps.core.models import User
from tests.journal.devices import FakePhone


def member(name: str) -> User:
    """Return a person with an account who lets the server keep health data."""
    user = User.objects.create_user(f"{name}@example.org", name=name.title())
    give_consent(owner=user)
    return user


@pytest.fixture
def alice(db: None) -> User:
    return member("alice")


@pytest.fixture
def bob(db: None) -> User:
    return member("bob")


@pytest.fixture
def phone_of() -> Callable[[User], FakePhone]:
    """Return a function that makes a signed-in phone of a person."""

    def make(owner: User) -> FakePhone:
        client = Client()
        client.force_login(owner, backend="allauth.account.auth_backends.AuthenticationBackend")
        return FakePhone(client)

    return make


@pytest.fixture
def phone(alice: User, phone_of: Callable[[User], FakePhone]) -> FakePhone:
    """Return alice's phone."""
    return phone_of(alice)


@pytest.fixture
def tablet(alice: User, phone_of: Callable[[User], FakePhone]) -> FakePhone:
    """Return alice's other device."""
    return phone_of(alice)


@pytest.fixture
def bobs_phone(bob: User, phone_of: Callable[[User], FakePhone]) -> FakePhone:
    return phone_of(bob)


@pytest.fixture
def nobodys_phone(db: None) -> FakePhone:
    return FakePhone(Client())


@pytest.fixture(autouse=True)
def shared_cache(settings: object) -> None:
    """Count requests in memory, from nothing: the tests' database has no cache table."""
    settings.CACHES = {
        **settings.CACHES,
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "shared"},
    }
    cache.clear()
