"""An owner opens her boutique, lets a helper in, and both come in by their own passwords."""

import json
from zipfile import ZipFile

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.phones import Street
from tests.support.browser import DESK, PHONE, Dashboard, new_person

pytest_plugins = ["tests.browser.town"]

PASSWORD = "maridadi sana 7"

BROWSERS_OWN_SUBSCRIPTION = """
  const hers = { endpoint: 'https://push.example/zawadi', unsubscribe: async () => true, toJSON: () => ({
    endpoint: 'https://push.example/zawadi', keys: { p256dh: 'BAAA', auth: 'AAAA' } }) }
  let subscribed = null
  PushManager.prototype.subscribe = async () => (subscribed = hers)
  PushManager.prototype.getSubscription = async () => subscribed
"""
"""What a browser's maker would answer, whom no test may ask."""

SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready
  for (let tries = 0; tries < 100; tries += 1) {
    const [one] = await worker.getNotifications()
    if (one) return [one.title, one.body, one.data]
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}"""


@pytest.mark.parametrize(("size", "name"), [(PHONE, "phone"), (DESK, "desk")])
def test_an_owner_opens_her_boutique_and_lets_a_helper_in(
    street: Street, chromium: Browser, size: tuple[int, int], name: str
) -> None:
    hers = new_person(chromium, street.house.url, size)
    owner = Dashboard(hers.new_page())
    owner.open("/today").sees("Your shop, its chats and its money")
    looks_right(owner, f"sign-in-{name}")
    owner.press("Forgot your password?").write("Email", "wanjiku@example.com").press("Send me a link")
    owner.sees("This installation sends no mail")
    looks_right(owner, f"forgot-{name}")
    owner.press("Back to signing in")
    owner.press("New here? Open your boutique").sees("Open your boutique")
    looks_right(owner, f"join-{name}")
    for label, text in (
        ("Name of the boutique", "Maridadi Nakuru"),
        ("Town", "Nakuru"),
        ("Your name", "Wanjiku Njeri"),
        ("Your phone", "0712 345 678"),
        ("Email", f"wanjiku-{name}@example.com"),
        ("Password", PASSWORD),
    ):
        owner.page.get_by_label(label, exact=True).fill(text)
    owner.press("Open the boutique").sees("Maridadi Nakuru").sees("Open your shop")

    owner.press("Settings").follow("Staff").sees(f"wanjiku-{name}@example.com")
    owner.sees("Nobody helps you here yet")
    looks_right(owner, f"staff-alone-{name}")
    owner.press("Let your first helper in").write("Name", "Baraka Otieno").write(
        "Email", f"baraka-{name}@example.com"
    )
    looks_right(owner, f"invite-{name}")
    owner.press("Let in").sees("Send her this link")
    link = owner.page.get_by_text("/set-password#").inner_text()
    owner.press("Close").sees("Baraka Otieno")
    looks_right(owner, f"staff-{name}")

    his = new_person(chromium, street.house.url, size)
    helper = Dashboard(his.new_page())
    helper.page.goto(link)
    helper.write("New password", PASSWORD).press("Keep this password").sees("Your password is set")
    helper.follow("Sign in").write("Email", f"baraka-{name}@example.com").write("Password", "not his at all")
    helper.press("Sign in").sees("Email and password do not fit together")
    helper.write("Password", PASSWORD).press("Sign in").sees("Maridadi Nakuru")
    helper.press("Settings")
    expect(helper.page.get_by_role("link", name="Staff")).to_have_count(0)

    his_line = owner.page.get_by_role("listitem").filter(has_text="Baraka")
    his_line.get_by_role("button", name="New password").click()
    owner.press("Make a link").sees("Send her this link").press("Close")
    his_line.get_by_role("button", name="Send away").click()
    owner.page.get_by_role("dialog").get_by_role("button", name="Send away").click()
    owner.sees_nothing_of("Baraka Otieno")
    helper.open("/orders").sees("Your shop, its chats and its money")
    for context in (hers, his):
        context.close()
    assert owner.complaints + helper.complaints == []


def opens_a_boutique(street: Street, name: str) -> str:
    """Somebody who has a boutique of her own already; her address."""
    asked = {
        "email": f"{name.lower()}@example.com",
        "password": PASSWORD,
        "name": name,
        "phone": "0712 345 678",
        "boutique": f"Shop of {name}",
        "town": "Kisumu",
    }
    told = httpx.post(f"{street.house.url}/api/sign-up", json=asked, headers={"Origin": street.house.url})
    assert told.status_code == 204
    return asked["email"]


def test_who_has_an_account_comes_in_by_her_own_yes(street: Street, chromium: Browser) -> None:
    hers, helpers = opens_a_boutique(street, "Akinyi"), opens_a_boutique(street, "Naliaka")
    street.house.settles()
    people = [new_person(chromium, street.house.url, PHONE) for _ in range(2)]
    owner, helper = (Dashboard(person.new_page()) for person in people)
    owner.open("/today").write("Email", hers).write("Password", PASSWORD).press("Sign in")
    owner.sees("Shop of Akinyi").open("/staff").press("Let your first helper in")
    owner.write("Name", "Naliaka").write("Email", helpers).press("Let in").sees("only then she is in")
    looks_right(owner, "invite-known-phone")
    link = owner.page.get_by_text("/join#").inner_text()
    owner.press("Close").sees("Nobody helps you here yet")

    helper.page.goto(link)
    helper.sees("A shop invites you")
    looks_right(helper, "invited-phone")
    helper.write("Email", helpers).write("Password", PASSWORD).press("Sign in").sees("Shop of Akinyi")
    street.house.settles()
    owner.open("/staff").sees("Naliaka")
    helper.page.goto("/today")
    helper.page.goto(link)
    helper.write("Email", helpers).write("Password", PASSWORD).press("Sign in").sees("This link was used")
    for person in people:
        person.close()
    assert owner.complaints + helper.complaints == []


def test_what_is_typed_wrong_is_told_beneath_it_in_swahili_and_nothing_is_lost(
    street: Street, chromium: Browser
) -> None:
    hers = new_person(chromium, street.house.url, PHONE, locale="sw-KE")
    owner = Dashboard(hers.new_page())
    owner.open("/today").write("Barua pepe", "halima@").press("Ingia sasa")
    owner.sees("Hii si barua pepe").sees("Tafadhali jaza hapa")
    expect(owner.page.get_by_label("Barua pepe")).to_be_focused()
    looks_right(owner, "sign-in-wrong-phone")
    owner.press("Mgeni hapa? Fungua duka lako")
    typed = {"Mji": "Lamu", "Jina lako": "Halima", "Simu yako": "0712 345", "Barua pepe": "halima@lamu"}
    for label, text in typed.items():
        owner.write(label, text)
    owner.write("Nenosiri", "fupi").press("Fungua duka")
    wrong = owner.page.get_by_label("Jina la duka")
    expect(wrong).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_accessible_description("Tafadhali jaza hapa.")
    expect(owner.page.get_by_role("alert")).to_have_text(
        [
            "Tafadhali jaza hapa.",
            "Hii si namba ya simu. Huandikwa kama 0712 345 678.",
            "Hii si barua pepe. Huandikwa kama zawadi@example.com.",
            "Ni fupi mno: angalau herufi 10.",
        ]
    )
    looks_right(owner, "join-wrong-phone")
    owner.write("Jina la duka", "Halima Lamu").write("Simu yako", "0712 345 671")
    owner.write("Barua pepe", "halima@lamu.example").write("Nenosiri", PASSWORD).press("Fungua duka")
    owner.sees("Halima Lamu").sees("Fungua duka lako")
    hers.close()
    assert owner.complaints == []


def test_an_owners_phone_is_buzzed_for_what_she_chose(street: Street, chromium: Browser) -> None:
    here = street.house.url.replace("127.0.0.1", "localhost")
    hers = new_person(chromium, here, PHONE)
    asked = {"name": "Zawadi Otieno", "phone": "0712 345 670", "boutique": "Zawadi Wear", "town": "Thika"}
    account = {**asked, "email": "zawadi@example.com", "password": PASSWORD}
    assert hers.request.post("/api/sign-up", data=account, headers={"Origin": here}).ok
    hers.grant_permissions(["notifications"], origin=here)
    owner = Dashboard(hers.new_page())
    owner.page.add_init_script(BROWSERS_OWN_SUBSCRIPTION)
    owner.open("/account").sees("A customer waits for a person")
    words = owner.page.get_by_label("Show who writes and what")
    words.click()
    expect(words).to_be_checked()
    owner.press("Buzz this device").sees("Buzz this device no more")
    looks_right(owner, "alerts-phone")

    workers = hers.new_cdp_session(owner.page)
    found: list[dict[str, str]] = []
    workers.on("ServiceWorker.workerRegistrationUpdated", lambda told: found.extend(told["registrations"]))
    workers.send("ServiceWorker.enable")
    owner.page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    told = {"tag": "chat-1", "title": "Wanjiku", "body": "Do you have it in red?", "place": "/today"}
    registration = found[-1]["registrationId"]
    message = {"origin": here, "registrationId": registration, "data": json.dumps(told)}
    workers.send("ServiceWorker.deliverPushMessage", message)
    assert owner.page.evaluate(SHOWN) == ["Wanjiku", "Do you have it in red?", "/today"]
    hers.close()
    assert owner.complaints == []


def test_an_owner_takes_all_that_is_hers_away_and_sees_who_did(street: Street) -> None:
    owner = street.owner(size=PHONE)
    owner.open("/shop").press("Make a copy of everything").sees("Ready. It is kept until")
    assert owner.offences() == []
    owner.picture("export-phone", whole=True)
    with owner.page.expect_download() as fetched:
        owner.page.get_by_role("link", name="Download").click()
    names = ZipFile(fetched.value.path()).namelist()
    assert {"products.csv", "orders.csv", "customers.csv", "facts.jsonl", "verify.py"} <= set(names)
    assert any(name.startswith("pictures/") for name in names)
    owner.open("/staff").sees("took a copy of everything")
    assert owner.offences() == []


def looks_right(dashboard: Dashboard, name: str) -> None:
    for look in ("light", "dark"):
        dashboard.page.emulate_media(color_scheme=look, reduced_motion="reduce")
        dashboard.picture(f"{name}-{look}")
        assert dashboard.offences() == []
    assert not dashboard.scrolls_sideways()
    dashboard.page.emulate_media(color_scheme="light", reduced_motion="reduce")


def test_an_owner_comes_in_by_a_passkey_until_she_removes_it(street: Street, chromium: Browser) -> None:
    here = street.house.url.replace("127.0.0.1", "localhost")
    hers = new_person(chromium, here, PHONE)
    asked = {"name": "Amina Said", "phone": "0712 345 679", "boutique": "Amina Designs", "town": "Kisumu"}
    account = {**asked, "email": "amina@example.com", "password": PASSWORD}
    assert hers.request.post("/api/sign-up", data=account, headers={"Origin": here}).ok
    owner = Dashboard(hers.new_page())
    device = hers.new_cdp_session(owner.page)
    device.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    unlocked = {**kind, "isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": unlocked})

    owner.open("/account").write("Name of this device", "Amina phone").press("Add a passkey on this device")
    owner.sees("Not used yet")
    looks_right(owner, "account-phone")
    owner.press("Settings").press("Sign out").sees("Your shop, its chats and its money")
    looks_right(owner, "sign-in-passkey-phone")
    owner.press("Sign in with a passkey").sees("Amina Designs")
    owner.open("/account").sees("Last used").press("Remove Amina phone").press("Remove it")
    owner.sees_nothing_of("Amina phone")
    owner.press("Settings").press("Sign out").press("Sign in with a passkey")
    owner.sees("This passkey does not open")
    hers.close()
    assert owner.complaints == []
