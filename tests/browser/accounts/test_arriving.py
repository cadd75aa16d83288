"""Signing in: what was on the device, what was in the account, and whose it is."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.accounts.conftest import MakeDevice
from tests.browser.accounts.devices import PASSWORD, Device
from tests.journal.live import Person
from tests.server import wait_until


def test_records_of_nobody_go_into_an_empty_account(phone: Device, alice: Person) -> None:
    phone.page.goto("/about/")
    phone.write("before the account")

    phone.sign_in(alice)

    assert phone.notes() == ["before the account"]
    assert alice.notes == ["before the account"]


def account_with_a_journal(phone: Device, alice: Person) -> None:
    """Put a record into the account, and another one under nobody's name on the phone."""
    phone.sign_in(alice)
    phone.write("in the account")
    phone.sign_out()
    phone.write("on the device")


def test_account_with_a_journal_is_asked_before_putting_them_together(phone: Device, alice: Person) -> None:
    account_with_a_journal(phone, alice)
    phone.sign_in(alice, ends_at="/accounts/arrival/")
    expect(phone.page.get_by_role("heading", name="There is a journal on this device")).to_be_focused()
    before = phone.notes()

    phone.page.get_by_role("button", name="It is mine: put them together").click()
    phone.page.wait_for_url("/journal/")

    assert before == ["in the account"]
    assert phone.notes() == ["in the account", "on the device"]


def test_journal_that_is_left_out_stays_nobodys(phone: Device, alice: Person) -> None:
    account_with_a_journal(phone, alice)
    phone.sign_in(alice, ends_at="/accounts/arrival/")
    phone.page.get_by_role("button", name="Leave it out for now").click()
    phone.page.wait_for_url("/journal/")

    assert (phone.notes(), alice.notes) == (["in the account"], ["in the account"])
    phone.sign_out()
    assert phone.notes() == ["on the device"]


def test_f33_signing_in_again_goes_on_where_it_was(phone: Device, alice: Person) -> None:
    phone.sign_in(alice)
    phone.context.clear_cookies(name="session")
    phone.write("waits")
    assert alice.notes == []

    phone.sign_in(alice)

    wait_until(lambda: alice.notes == ["waits"], 30)
    assert phone.notes() == ["waits"]


def test_f34_somebody_else_who_signs_in_instead_neither_sees_nor_sends_it(
    phone: Device, alice: Person, bob: Person
) -> None:
    phone.sign_in(alice)
    phone.context.clear_cookies(name="session")
    phone.write("waits")

    phone.sign_in(bob)
    seen = phone.notes()
    phone.sign_out()
    phone.sign_in(alice)

    wait_until(lambda: alice.notes == ["waits"], 30)
    assert (seen, bob.notes) == ([], [])


def test_second_device_finds_everything(device_at: MakeDevice, alice: Person) -> None:
    phone, tablet = device_at(), device_at()
    phone.sign_in(alice)
    phone.write("on the phone")
    phone.page.reload()
    wait_until(lambda: alice.notes == ["on the phone"], 30)

    tablet.sign_in(alice)

    assert tablet.notes() == ["on the phone"]


def test_f57_deleted_account_leaves_this_device_and_the_other(device_at: MakeDevice, alice: Person) -> None:
    phone, tablet = device_at(), device_at()
    for one in (phone, tablet):
        one.sign_in(alice)
    tablet.write("sent")
    tablet.page.goto("/about/")
    tablet.context.set_offline(True)

    delete_account(phone.page)

    assert alice.email not in phone.everything()
    tablet.context.set_offline(False)
    tablet.page.goto("/journal/")
    expect(tablet.page.get_by_role("contentinfo").get_by_role("link", name="Sign in", exact=True)).to_be_visible()
    wait_until(lambda: "sent" not in tablet.everything(), 30)


def delete_account(page: Page) -> None:
    """Delete the account that is signed in."""
    page.goto("/accounts/delete/")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Delete my account").click()
    page.wait_for_url("**/accounts/deleted/")
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()


def test_erased_health_data_leaves_the_device_and_the_account_stays(phone: Device, alice: Person) -> None:
    phone.sign_in(alice)
    phone.write("sent")
    phone.page.reload()
    wait_until(lambda: alice.notes == ["sent"], 30)
    phone.page.goto("/accounts/data/erase/")
    phone.page.get_by_label("Your password").fill(PASSWORD)
    phone.page.get_by_role("button", name="Delete my health data").click()
    expect(phone.page.get_by_text("is deleted from the server")).to_be_visible()

    wait_until(lambda: phone.notes() == [], 30)
    assert phone.session()["signed_in"] is True


def test_consent_that_is_taken_back_stops_the_sync_and_keeps_the_outbox(phone: Device, alice: Person) -> None:
    phone.sign_in(alice)
    phone.page.goto("/accounts/consent/withdraw/")
    phone.page.get_by_label("Keep it. I may go on later.").check()
    phone.page.get_by_role("button", name="Take my yes back").click()
    phone.page.wait_for_url("**/accounts/data/")
    tab = phone.journal
    tab.save(note="stays here")
    status = tab.sync()
    assert (status["trouble"], status["waiting"]) == ("consent", 1)

    phone.page.goto("/accounts/consent/?next=/journal/")
    phone.page.get_by_label("Yes, keep my health data").check()
    phone.page.get_by_role("button", name="Start sharing between my devices").click()

    wait_until(lambda: alice.notes == ["stays here"], 30)


def test_page_for_everybody_asks_the_server_nothing_unless_somebody_is_signed_in(phone: Device, alice: Person) -> None:
    asked: list[str] = []
    phone.context.on("request", lambda request: asked.append(request.url))
    phone.page.goto("/about/", wait_until="networkidle")
    before = [url for url in asked if "/api/" in url or "/js/journal/" in url]

    phone.sign_in(alice)
    phone.page.goto("/about/")

    expect(phone.page.get_by_role("link", name=alice.email)).to_be_visible()
    assert before == []
