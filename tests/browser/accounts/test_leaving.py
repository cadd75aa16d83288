"""Signing out, and what the next person finds."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from tests.browser.accounts.conftest import MakeDevice
from tests.browser.accounts.devices import Device
from tests.browser.player import part, screen
from tests.browser.watch import wait_for_pack
from tests.journal.live import Person

UNSENT = "Not everything is sent"


def with_unsent(phone: Device, member: Person) -> None:
    """Sign in, open the sign-out page, lose the network and write two records."""
    phone.sign_in(member)
    phone.page.goto("/accounts/logout/")
    tab = phone.journal
    phone.context.set_offline(True)
    for note in ("first", "second"):
        tab.save(note=note)
    phone.page.get_by_role("button", name="Sign out", exact=True).click()


def test_f37_sign_out_says_how_many_are_not_sent_and_removes_nothing(phone: Device, alice: Person) -> None:
    with_unsent(phone, alice)

    expect(phone.page.get_by_role("heading", name=UNSENT)).to_be_focused()
    expect(phone.page.locator("[data-place] [data-count]")).to_have_text("2")
    phone.page.get_by_role("button", name="Stay signed in").click()
    expect(phone.page.get_by_role("button", name="Sign out", exact=True)).to_be_focused()
    phone.context.set_offline(False)
    assert phone.notes() == ["first", "second"]


def test_f37_what_is_not_sent_can_be_saved_to_a_file_first(phone: Device, alice: Person) -> None:
    with_unsent(phone, alice)

    with phone.page.expect_download() as saving:
        phone.page.get_by_role("button", name="Save them to a file").click()

    text = saving.value.path().read_text()
    assert ("first" in text, "second" in text) == (True, True)
    expect(phone.page.get_by_text("The file is in your downloads")).to_be_visible()


def test_f37_told_and_wanted_it_is_removed(phone: Device, alice: Person) -> None:
    with_unsent(phone, alice)
    phone.page.get_by_role("button", name="Sign out and lose them").click()
    expect(phone.page.get_by_text("You are signed out here")).to_be_visible()

    assert "second" not in phone.everything()


def test_f38_sign_out_without_a_network_ends_the_session_before_anything_else(phone: Device, alice: Person) -> None:
    phone.sign_in(alice)
    phone.page.goto("/settings/")
    expect(phone.page.locator("[data-name]")).to_have_text(alice.email)
    phone.context.set_offline(True)
    phone.page.get_by_role("button", name="Sign out", exact=True).click()
    expect(phone.page.get_by_text("You are signed out here")).to_be_visible()
    assert alice.email not in phone.everything()
    phone.context.set_offline(False)

    phone.page.get_by_role("link", name="Sign in", exact=True).click()

    expect(phone.page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    assert phone.session()["signed_in"] is False


def test_f39_next_person_on_the_same_browser_sees_nothing(phone: Device, alice: Person, bob: Person) -> None:
    phone.sign_in(alice)
    phone.write("private")
    phone.page.goto("/accounts/data/")
    phone.sign_out()

    phone.sign_in(bob)
    phone.page.goto("/accounts/data/")

    assert phone.notes() == []
    assert alice.email not in phone.page.content()
    assert [word for word in ("private", alice.email) if word in phone.everything()] == []
    assert alice.notes == ["private"]


def test_f39_session_under_way_is_not_offered_to_the_next_person(phone: Device, alice: Person, bob: Person) -> None:
    phone.sign_in(alice)
    phone.page.goto("/stretches/legs-up-rest/play/")
    phone.page.locator("[data-do=start]").click()
    expect(screen(phone.page, "running")).to_be_visible()
    phone.page.goto("/about/")
    offered = "Legs-up rest" in phone.everything()
    phone.sign_out()
    phone.sign_in(bob)

    phone.page.goto("/stretches/butterfly-stretch/play/")

    expect(screen(phone.page, "before")).to_be_visible()
    expect(part(phone.page, "resume")).to_be_hidden()
    assert (offered, "Legs-up rest" in phone.everything()) == (True, False)


def test_f40_back_after_signing_out_shows_no_page_of_the_account(phone: Device, alice: Person) -> None:
    phone.sign_in(alice)
    phone.page.goto("/accounts/data/")
    expect(phone.page.get_by_text(alice.email).first).to_be_visible()
    phone.sign_out()

    phone.page.go_back()

    expect(phone.page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    assert alice.email not in phone.page.content()


def test_f40_other_tab_follows_a_sign_out(phone: Device, alice: Person) -> None:
    phone.sign_in(alice)
    other = phone.context.new_page()
    other.goto("/about/")
    expect(other.get_by_role("link", name=alice.email)).to_be_visible()

    phone.sign_out()

    expect(other.get_by_role("link", name="Sign in", exact=True)).to_be_visible()


def test_f40_sign_out_of_which_another_tab_told_the_server_first_is_one(phone: Device, alice: Person) -> None:
    def be_quicker(route: Route) -> None:
        if route.request.method == "DELETE":
            assert route.fetch().status == 204
        route.continue_()

    phone.sign_in(alice)
    phone.page.route("**/api/v1/session", be_quicker)

    phone.sign_out()

    assert not phone.page.evaluate("localStorage.getItem('hipcare:sign-out-pending')")


def test_f41_worker_keeps_no_page_of_an_account(device_at: MakeDevice, alice: Person) -> None:
    phone = device_at(worker=True)
    phone.page.goto("/about/")
    wait_for_pack(phone.page)
    phone.sign_in(alice)
    for path in ("/accounts/data/", "/accounts/email/", "/accounts/sessions/", "/journal/"):
        phone.page.goto(path)
    phone.sign_out()

    kept = phone.everything()

    assert ("/stretches/" in kept, "/accounts/data/export" in kept, alice.email in kept) == (True, False, False)
