"""The library's pages on the content that ships."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.core.registries import pages
from apps.library.documents import PlanDocument, StretchDocument
from apps.library.enums import Sides
from apps.library.queries import caution_only_stretches, listed_stretches, moves_in, ordered_routines
from apps.publishing.catalogue import catalogue
from apps.publishing.models import Publication
from apps.publishing.services import publish, withdraw
from tests.documents import muscle_document, stretch_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


def shown(html: str) -> list[str]:
    """Return the slugs of the moves that a list shows."""
    rows = re.findall(r"<li data-move[^>]*?( hidden)?>.*?/stretches/([a-z0-9-]+)/", html, re.DOTALL)
    return [slug for hidden, slug in rows if not hidden]


def test_every_entry_of_the_fact_sheet_is_live() -> None:
    assert sorted(move.number for move in catalogue("en").all(StretchDocument)) == list(range(1, 59))


def test_every_routine_of_the_fact_sheet_is_live() -> None:
    codes = [routine.code for routine in ordered_routines(catalogue("en"))]

    assert codes == [f"RT-{number:02}{part}" for number in range(1, 29) for part in ("ab" if number == 17 else ("",))]


def test_list_shows_every_move_but_the_caution_only_ones(client: Client) -> None:
    html = client.get("/stretches/").content.decode()

    assert shown(html) == [move.slug for move in listed_stretches(catalogue("en"))]


def test_caution_only_moves_stand_on_their_own_page_with_something_kinder(client: Client) -> None:
    html = client.get("/stretches/know-before-you-go-deep/").content.decode()
    moves = caution_only_stretches(catalogue("en"))

    assert [move.slug for move in moves if f'href="/stretches/{move.slug}/"' not in html] == []
    assert html.count("Do this instead") == len(moves)


def test_no_routine_names_a_caution_only_move() -> None:
    shelf = catalogue("en")
    deep = {move.slug for move in caution_only_stretches(shelf)}

    assert [routine.code for routine in ordered_routines(shelf) if moves_in(routine) & deep] == []


def test_rest_stop_standing_nothing_needed(client: Client) -> None:
    html = client.get("/stretches/?place=rest-stop&position=standing&equipment=none").content.decode()

    assert shown(html) == [
        "standing-hip-flexor-stretch", "standing-tfl-stretch", "standing-pectineus-stretch",
        "standing-quad-stretch", "back-stretch",
    ]  # fmt: skip


def test_rest_stop_standing_nothing_needed_is_one_tap_from_home(client: Client) -> None:
    assert 'href="/stretches/?place=rest-stop&amp;position=standing&amp;equipment=none"' in client.get("/").text


def test_home_asks_where_you_are_and_each_answer_has_its_routines(client: Client) -> None:
    asked = re.findall(r'href="/routines/#([a-z-]+)"', client.get("/").text)
    answered = re.findall(r'<h2 id="([a-z-]+)"', client.get("/routines/").text)

    assert asked == ["rest-stop", "desk", "home", "bike", "after-surgery", "flexible-body", "run"]
    assert set(asked) <= set(answered)


def test_every_weekly_plan_of_the_fact_sheet_is_shown_with_its_routines(client: Client) -> None:
    html = client.get("/plans/").text
    shown_plans = re.findall(r'<h2 id="([a-z-]+)"', html)
    linked = set(re.findall(r'href="/routines/([a-z0-9-]+)/"', html))

    assert sorted(shown_plans) == [
        "after-surgery", "basic-week", "cyclist", "desk-worker", "flexible-body", "older-hips", "road-trip", "runner",
    ]  # fmt: skip
    plans = catalogue("en").all(PlanDocument)
    assert linked == {slug for plan in plans for entry in plan.entries for slug in entry.routines}


def test_filters_and_words_combine(client: Client) -> None:
    html = client.get("/stretches/?place=couch&q=calves").content.decode()

    assert shown(html) == ["legs-up-rest"]


def test_count_is_said(client: Client) -> None:
    html = client.get("/stretches/?place=couch&q=calves").content.decode()

    assert "1 move of 47 fits" in html


def test_empty_result_says_which_filter_to_drop(client: Client) -> None:
    html = client.get("/stretches/?place=clinic&position=standing").content.decode()

    assert re.findall(r'href="\?([^"]*)">Without “([^”]*)”: (\d+)', html) == [
        (
            "position=standing",
            "Where are you?",
            str(len(shown(client.get("/stretches/?position=standing").content.decode()))),
        )
    ]


def test_filters_that_only_help_together_are_dropped_together(client: Client) -> None:
    html = client.get("/stretches/?place=clinic&position=standing&q=zebra").content.decode()
    standing = len(shown(client.get("/stretches/?position=standing").content.decode()))

    assert re.findall(r'href="\?([^"]*)">Without “([^”]*)”: (\d+)', html) == [
        ("position=standing", "Where are you? + Words", str(standing)),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "place=moon",
        "difficulty=99",
        "muscle=%00",
        "q=" + "x" * 5000,
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%F0%9F%A6%B4%E2%80%AE&place=desk&place=desk",
        "place[]=desk&unknown=1",
    ],
)
def test_hostile_or_unknown_filters_are_answered_and_never_run(client: Client, query: str) -> None:
    response = client.get(f"/stretches/?{query}")

    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_unknown_value_gets_a_message_at_its_field(client: Client) -> None:
    html = client.get("/stretches/?place=moon").content.decode()

    assert "Select a valid choice. moon is not one of the available choices." in html


def test_too_many_words_get_a_message_at_the_field(client: Client) -> None:
    html = client.get("/stretches/?q=" + "x" * 101).content.decode()

    assert "Ensure this value has at most 100 characters (it has 101)." in html


def test_one_sided_moves_say_which_side_works(client: Client) -> None:
    html = client.get("/stretches/pigeon-pose/").content.decode()

    assert "The side that works is the side of the front leg." in html


def test_steps_from_general_practice_say_so(client: Client) -> None:
    html = client.get("/stretches/reclined-pigeon/").content.decode()

    assert "Steps from general practice, awaiting clinical review." in html


def test_nobody_is_said_to_have_reviewed_what_nobody_reviewed(client: Client) -> None:
    html = client.get("/stretches/pigeon-pose/").content.decode()

    assert re.findall(r"<dt>(Read by a second editor|Reviewed by a clinician)</dt><dd>([^<]*)</dd>", html) == [
        ("Read by a second editor", "Not reviewed by a second person"),
        ("Reviewed by a clinician", "Not yet"),
    ]


def test_family_switch_names_what_differs(client: Client) -> None:
    html = client.get("/stretches/half-kneeling-tfl-stretch/").content.decode()
    switch = html[html.index('class="switch"') : html.index("</nav>", html.index('class="switch"'))]

    assert re.findall(r'href="/stretches/([^/]*)/"( aria-current="page")?', switch) == [
        ("half-kneeling-hip-flexor-stretch", ""),
        ("half-kneeling-tfl-stretch", ' aria-current="page"'),
        ("half-kneeling-pectineus-stretch", ""),
    ]


def test_every_caution_of_a_move_has_a_swap_that_suits_it() -> None:
    shelf = catalogue("en")
    gaps = []
    for move in shelf.all(StretchDocument):
        for caution in (*move.avoid, *move.adapt):
            targets = [shelf.find(StretchDocument, swap.stretch) for swap in move.swaps if caution in swap.cautions]
            if not any(target and caution not in target.avoid for target in targets):
                gaps.append((move.slug, caution.value))

    assert gaps == []


def test_one_sided_moves_name_their_working_side() -> None:
    moves = catalogue("en").all(StretchDocument)

    assert [move.slug for move in moves if move.sides is Sides.EACH and not move.working_side] == []


def test_withdrawn_move_answers_410_with_its_reason(client: Client) -> None:
    withdraw(publication=newest("pigeon-pose"), reason="Being rewritten.")
    response = client.get("/stretches/pigeon-pose/")

    assert response.status_code == 410
    assert b"Being rewritten." in response.content


def test_withdrawn_move_leaves_pages_and_sitemap(client: Client) -> None:
    withdraw(publication=newest("pigeon-pose"), reason="Being rewritten.")

    assert "/stretches/pigeon-pose/" not in {page.url for page in pages}
    assert b"/stretches/pigeon-pose/" not in client.get("/sitemap.xml").content


def test_changed_slug_leaves_a_permanent_redirect(client: Client) -> None:
    document = catalogue("en").find(StretchDocument, "pigeon-pose")
    assert document is not None
    publish(document=document.model_copy(update={"slug": "pigeon"}), note="Shorter address")
    response = client.get("/stretches/pigeon-pose/")

    assert (response.status_code, response["Location"]) == (301, "/stretches/pigeon/")


def test_note_of_the_softness_check_stays_with_it_under_a_changed_slug(client: Client) -> None:
    document = catalogue("en").find(StretchDocument, "softness-check")
    assert document is not None
    publish(document=document.model_copy(update={"slug": "hand-on-the-hip"}), note="Another address")

    assert b'data-behaviour="softness-note"' in client.get("/stretches/hand-on-the-hip/").content


def test_another_check_has_no_note_of_softness(client: Client) -> None:
    publish(document=stretch_document("balance-check", number=99, kinds=["check"]), note="New.")
    html = client.get("/stretches/balance-check/").content

    assert b"<h1>Balance check</h1>" in html
    assert b"softness-note" not in html


def test_muscle_map_leads_to_each_muscle_that_its_lists_lead_to(client: Client) -> None:
    html = client.get("/muscles/").content.decode()
    drawn = re.findall(r'<a href="(/muscles/[a-z-]+/)" tabindex="-1">', html)
    listed = re.findall(r'<a class="links__item" href="(/muscles/[a-z-]+/)">', html)

    assert sorted([*drawn, "/muscles/whole-body/"]) == sorted(listed)


@pytest.mark.parametrize("path", ["/stretches/nope/", "/stretches/Pigeon/", "/muscles/%00/", "/routines/a%20b/"])
def test_unknown_address_is_404(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/stretches/", "/stretches/pigeon-pose/", "/routines/", "/muscles/psoas/"])
def test_page_takes_three_queries_at_most_when_cold(
    client: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        client.get(path)


@pytest.mark.parametrize("path", ["/", "/stretches/", "/stretches/pigeon-pose/", "/routines/", "/muscles/psoas/"])
def test_cached_page_takes_one_query(
    client: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(path)

    with django_assert_num_queries(1):
        client.get(path)


def test_list_takes_as_many_queries_with_a_thousand_stretches(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    publish(document=muscle_document("psoas-two"), note="First")
    for number in range(1000):
        move = stretch_document(f"move-{number}", muscles=["psoas-two"], number=100 + number % 800)
        publish(document=move, note="First", check_references=False)

    with django_assert_max_num_queries(3):
        html = client.get("/stretches/").content.decode()

    assert len(shown(html)) == 1047


def newest(slug: str) -> Publication:
    return Publication.objects.filter(kind="stretch", slug=slug).latest("version")


def test_pages_that_name_an_old_slug_lead_to_the_new_one(client: Client) -> None:
    document = catalogue("en").find(StretchDocument, "reclined-pigeon")
    assert document is not None
    publish(document=document.model_copy(update={"slug": "pigeon-on-your-back"}), note="Plainer")

    assert b'href="/stretches/pigeon-on-your-back/"' in client.get("/stretches/pigeon-pose/").content
