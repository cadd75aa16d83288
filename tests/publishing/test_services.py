"""Publishing, withdrawing, restoring."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from apps.publishing.catalogue import catalogue
from apps.publishing.models import LivePeriod, Publication
from apps.publishing.services import NothingChanged, publish, restore, withdraw
from tests.documents import muscle_document, stretch_document
from tests.publishing.conftest import Clock

pytestmark = pytest.mark.django_db


def live_job(slug: str = "psoas") -> str | None:
    document = catalogue("en").find(type(muscle_document()), slug)
    return document.job if document else None


def test_published_document_is_live_at_once() -> None:
    publish(document=muscle_document(job="Bends the hip."), note="First")

    assert live_job() == "Bends the hip."


def test_versions_count_up_by_document() -> None:
    publish(document=muscle_document("psoas"), note="First")
    publish(document=muscle_document("iliacus"), note="First")
    second = publish(document=muscle_document("psoas", job="Lifts the knee."), note="Clearer")

    assert second.version == 2


def test_same_document_again_is_no_publication() -> None:
    publish(document=muscle_document(), note="First")

    with pytest.raises(NothingChanged):
        publish(document=muscle_document(), note="Again")

    assert Publication.objects.count() == 1


def test_scheduled_document_shows_only_from_its_moment(clock: Clock) -> None:
    publish(document=muscle_document(job="Old."), note="First")
    publish(document=muscle_document(job="New."), note="Later", live_from=clock.now + timedelta(hours=1))
    clock.now += timedelta(minutes=59, seconds=59)
    before = live_job()
    clock.now += timedelta(seconds=1)

    assert (before, live_job()) == ("Old.", "New.")


def test_correction_does_not_cancel_what_is_scheduled(clock: Clock) -> None:
    publish(document=muscle_document(job="Old."), note="First")
    publish(document=muscle_document(job="New."), note="Later", live_from=clock.now + timedelta(hours=1))
    publish(document=muscle_document(job="Mended."), note="Typo")
    now = live_job()
    clock.now += timedelta(hours=1)

    assert (now, live_job()) == ("Mended.", "New.")


def test_withdrawn_document_is_gone_at_once() -> None:
    publication = publish(document=muscle_document(), note="First")

    withdraw(publication=publication, reason="Under review.")

    assert live_job() is None


def test_restored_document_is_live_again_as_a_new_version() -> None:
    old = publish(document=muscle_document(job="Old."), note="First")
    publish(document=muscle_document(job="New."), note="Second")

    restored = restore(publication=old, note="The first was clearer.")

    assert (live_job(), restored.version) == ("Old.", 3)


def test_publication_is_never_changed() -> None:
    publication = publish(document=muscle_document(), note="First")

    with pytest.raises(TypeError, match="never changed"):
        publication.save()


def test_publication_is_never_deleted() -> None:
    publication = publish(document=muscle_document(), note="First")

    with pytest.raises(TypeError, match="never deleted"):
        publication.delete()


def test_slug_of_another_live_document_is_refused_by_field() -> None:
    publish(document=muscle_document("psoas"), note="First")
    other = muscle_document("psoas", document_id="00000000-0000-4000-8000-000000000001")

    with pytest.raises(ValidationError) as refusal:
        publish(document=other, note="First")

    assert refusal.value.message_dict == {"slug": ["Another published page has this address already."]}


def test_document_without_sources_is_refused_by_field() -> None:
    with pytest.raises(ValidationError) as refusal:
        publish(document=muscle_document(sources=[]), note="First")

    assert refusal.value.message_dict == {"sources": ["Name at least one source before you publish."]}


def test_reference_to_something_unpublished_is_refused_with_its_name() -> None:
    with pytest.raises(ValidationError) as refusal:
        publish(document=stretch_document(muscles=["psoas"]), note="First")

    assert refusal.value.message_dict == {"muscles": ["These are named here but not published: muscle “psoas”."]}


def test_refused_publication_leaves_nothing_behind() -> None:
    with pytest.raises(ValidationError):
        publish(document=muscle_document(sources=[]), note="First")

    assert (Publication.objects.count(), LivePeriod.objects.count()) == (0, 0)
