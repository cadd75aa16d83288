"""Your data: a health record of what the account has, in one step, whatever the device holds."""

from __future__ import annotations

from pathlib import Path

from fhir.resources.R4B.bundle import Bundle
from playwright.sync_api import Page, expect

from tests.browser.accounts.conftest import MakeDevice
from tests.browser.accounts.devices import Device
from tests.journal.live import Person
from tests.server import wait_until

BUTTON = "Health record for clinics (FHIR R4)"


def signed_in(device: Device, member: Person) -> Page:
    """Return the page of somebody's data, with one note in the account."""
    device.sign_in(member)
    device.write("from the account")
    wait_until(lambda: member.notes == ["from the account"], 60)
    device.page.goto("/accounts/data/")
    return device.page


def test_file_holds_what_the_account_has(alice: Person, device_at: MakeDevice) -> None:
    page = signed_in(device_at(), alice)
    page.evaluate("async () => { for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name); }")

    with page.expect_download() as download:
        page.get_by_role("button", name=BUTTON).click()

    bundle = Bundle.model_validate_json(Path(download.value.path()).read_text(encoding="utf-8"))
    assert [one.resource.valueString for one in (bundle.entry or [])[1:]] == ["from the account"]
    expect(page.locator("[data-told]")).to_contain_text("The file is ready: hipcare-")


def test_no_network_says_that_nothing_was_made(alice: Person, device_at: MakeDevice) -> None:
    page = signed_in(device_at(), alice)
    page.context.set_offline(True)

    page.get_by_role("button", name=BUTTON).click()

    expect(page.locator("[data-told]")).to_contain_text("It did not work")
    expect(page.get_by_role("button", name=BUTTON)).to_be_enabled()
