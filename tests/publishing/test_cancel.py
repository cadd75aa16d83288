"""Calling off what is scheduled."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.library.models import Muscle
from apps.publishing.catalogue import clear_catalogues
from apps.publishing.models import LivePeriod, Publication, Stage, Standing
from apps.publishing.queries import history
from apps.publishing.services import NothingChanged, cancel, document_of
from apps.publishing.workflow.services import publish_page
from tests.publishing.conftest import Clock
from tests.publishing.editors import HOME, live_muscle, make_editor, make_muscle, publish_muscle, signed_in

pytestmark = pytest.mark.django_db
SOON = timedelta(days=1)


def with_schedule() -> tuple[Muscle, Publication]:
    """Return a live muscle and its publication to come."""
    muscle = live_muscle(body="Now.")
    muscle.body = "Soon."
    muscle.save()
    return muscle, publish_muscle(muscle, live_from=timezone.now() + SOON)


def test_what_was_called_off_never_goes_live(client, clock: Clock):
    _muscle, coming = with_schedule()

    cancel(publication=coming, reason="Not yet.")
    clock.now += 2 * SOON
    clear_catalogues()

    page = client.get("/muscles/psoas/").text
    assert ("Now." in page, "Soon." in page) == (True, False)


def test_first_version_that_was_called_off_leaves_no_page(client, clock: Clock):
    coming = publish_muscle(make_muscle(), live_from=timezone.now() + SOON)

    cancel(publication=coming, reason="Not yet.")
    clock.now += 2 * SOON

    assert client.get("/muscles/psoas/").status_code == 404


def test_readers_are_told_nothing_of_what_was_called_off(clock: Clock):
    muscle, coming = with_schedule()

    cancel(publication=coming, reason="Not yet.")
    clock.now += 2 * SOON

    told = history(document_id=muscle.document_id, language="en")
    assert [one.note for one in told] == ["First published."]


def test_later_schedule_stands():
    muscle, coming = with_schedule()
    muscle.body = "Later."
    muscle.save()
    later = publish_muscle(muscle, live_from=coming.live_from + SOON)

    cancel(publication=coming, reason="Not yet.")

    periods = LivePeriod.objects.order_by("begins").values_list("publication__version", "ends")
    assert list(periods) == [(1, later.live_from), (later.version, None)]


def test_same_moment_can_be_taken_again():
    muscle, coming = with_schedule()
    cancel(publication=coming, reason="Not yet.")

    again = publish_muscle(muscle, live_from=coming.live_from)

    assert LivePeriod.objects.get(begins=coming.live_from).publication == again


def test_what_was_called_off_is_not_called_off_again():
    _muscle, coming = with_schedule()
    cancel(publication=coming, reason="Not yet.")

    with pytest.raises(NothingChanged):
        cancel(publication=coming, reason="Again.")


def test_what_is_live_is_not_called_off():
    live_muscle()

    with pytest.raises(ValidationError, match="live already"):
        cancel(publication=Publication.objects.get(), reason="No.")


def test_cancelling_needs_a_reason_and_stays_on_record():
    muscle, coming = with_schedule()
    editor = signed_in(make_editor())
    here = f"{HOME}{muscle.pk}/cancel/{coming.pk}/"

    refused = editor.post(here, {"reason": ""})
    done = editor.post(here, {"reason": "Not yet."})

    newest = Publication.objects.order_by("-version")[0]
    assert refused.context["form"].errors == {"reason": ["This field is required."]}
    assert (done.status_code, newest.act, newest.note) == (302, "cancel", "Not yet.")


def test_state_after_cancelling_is_that_of_what_is_live():
    _muscle, coming = with_schedule()
    cancel(publication=coming, reason="Not yet.")

    changelist = signed_in(make_editor()).get(HOME).context["cl"]

    assert changelist.model_admin.state(changelist.result_list[0]) == "Live, changed since publication"


def test_history_offers_no_restore_of_a_cancellation():
    muscle, coming = with_schedule()
    row = cancel(publication=coming, reason="Not yet.")
    editor = signed_in(make_editor())

    links = {one.pk: link for one, link in editor.get(f"{HOME}{muscle.pk}/history/").context["publications"]}

    assert links[row.pk] == ""
    assert editor.get(f"{HOME}{muscle.pk}/restore/{row.pk}/").status_code == 404


def test_working_copy_is_a_draft_again_after_cancelling():
    muscle, editor = make_muscle(), make_editor()
    digest = document_of(muscle).digest
    coming = publish_page(working_copy=muscle, digest=digest, note="N.", by=editor, live_from=timezone.now() + SOON)

    signed_in(editor).post(f"{HOME}{muscle.pk}/cancel/{coming.pk}/", {"reason": "Not yet."})

    assert Standing.objects.get().stage == Stage.DRAFT


def test_publishing_now_what_is_scheduled_is_no_repetition():
    muscle = make_muscle()
    publish_muscle(muscle, live_from=timezone.now() + SOON)

    assert publish_muscle(muscle).version == 2


def test_same_document_for_the_same_moment_is_scheduled_once():
    muscle, moment = make_muscle(), timezone.now() + SOON
    publish_muscle(muscle, live_from=moment)

    with pytest.raises(NothingChanged):
        publish_muscle(muscle, live_from=moment)
