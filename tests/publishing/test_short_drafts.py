"""What is typed into the short forms of the room is kept for its editor, and let go once it is sent."""

from __future__ import annotations

import re

import pytest

from apps.publishing.models import Redirect
from tests.publishing.editors import HOME, live_muscle, make_editor, signed_in

pytestmark = pytest.mark.django_db


def test_form_of_an_act_names_its_draft_and_lets_it_go_when_it_is_sent():
    editor, muscle = make_editor(), live_muscle()
    client, address = signed_in(editor), f"{HOME}{muscle.pk}/comment/"

    form = client.get(address).text.partition('<form method="post" novalidate>')[2]
    after = client.post(address, {"words": "Well said."}, follow=True).text

    assert f'data-behaviour="draft" data-user="{editor.pk}" data-object="{address}" data-version=""' in form
    assert f'name="hipcare-saved" data-user="{editor.pk}" data-object="{address}" data-version=""' in after


def test_form_of_a_redirect_names_its_draft_and_lets_it_go_when_it_is_saved():
    editor = make_editor()
    client, old = signed_in(editor), Redirect.objects.create(old="/old/", new="/about/")
    address, mine = f"/admin/publishing/redirect/{old.pk}/change/", f'data-object="publishing.redirect:{old.pk}"'

    form = client.get(address).text
    [version] = re.findall(r'name="version" value="([0-9a-f]{64})"', form)
    after = client.post(address, {"old": "/older/", "new": "/about/", "version": version}, follow=True).text

    assert f'data-behaviour="draft" data-user="{editor.pk}" {mine} data-version="{version}"' in form
    assert f'name="hipcare-saved" data-user="{editor.pk}" {mine} data-version="{version}"' in after


def test_form_that_came_back_with_errors_offers_no_older_draft_over_it():
    client, muscle = signed_in(make_editor()), live_muscle()

    page = client.post(f"{HOME}{muscle.pk}/comment/", {"words": ""}).text

    assert 'data-version="" data-typed>' in page
