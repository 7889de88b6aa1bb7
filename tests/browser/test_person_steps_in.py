"""A person of the shop answers a customer herself, from her phone, and leaves the chat to the agent again."""

import json
import re
from pathlib import Path

from playwright.sync_api import FilePayload, expect

from tests.browser.phones import SEEN, HeldPhone, Street, somebody
from tests.support.browser import PHONE, Dashboard
from tests.support.house import AMANI, photo_of

pytest_plugins = ["tests.browser.town"]

HEM = FilePayload(name="hem.jpg", mimeType="image/jpeg", buffer=photo_of("AM-103-RED"))


def shows_a_photo(dashboard: Dashboard, her: HeldPhone) -> None:
    """The owner shows a photo from her phone."""
    dashboard.page.get_by_label("Show a photo").set_input_files(files=[HEM])
    dashboard.write("Words under it", "The hem, close by").picture("chat-photo-phone")
    assert dashboard.offences() == []
    dashboard.press("Send the photo")
    assert her.hears("The hem, close by").get_by_role("img").first.evaluate(SEEN)


def shows_pieces(dashboard: Dashboard, her: HeldPhone) -> None:
    """The owner picks a piece, and the customer chooses it."""
    dashboard.press("Show pieces").write("Search the pieces", "wrap midi dress, red")
    dashboard.page.get_by_role("button", name="Wambui wrap midi dress, red").click()
    dashboard.write("Words above them", "For you").picture("chat-pieces-phone")
    assert dashboard.small_targets() == []
    assert dashboard.offences() == []
    dashboard.press("Send 1 piece")
    her.hears(re.compile("For you.*1. Wambui wrap midi dress, red", re.DOTALL))
    her.taps("Number 1").hears("Which size shall I take")
    her.writes("M").hears("instead of")
    dashboard.sees(re.compile(r"In her cart: 1 × Wambui wrap midi dress, red.*15% off"))
    dashboard.picture("chat-cart-phone")


def gives_a_discount(dashboard: Dashboard, her: HeldPhone) -> None:
    """The owner takes something off what the customer will choose, and she hears of it."""
    dashboard.press("Give a discount").write("Percent", "91").press("Give it and tell her")
    expect(dashboard.page.get_by_label("Percent")).to_have_attribute("aria-invalid", "true")
    dashboard.write("Percent", "15").picture("chat-discount-phone")
    assert dashboard.small_targets() == []
    assert dashboard.offences() == []
    dashboard.press("Give it and tell her").sees("She gets 15% off what she chooses.")
    her.hears(re.compile("Good news from Amani Styles: 15% off"))


def notes_down(dashboard: Dashboard, her: HeldPhone) -> None:
    """The owner writes something down and labels the chat; the customer sees nothing of it."""
    dashboard.press("Write a note").write("What should the shop remember?", "Wants it by Friday")
    dashboard.press("Keep the note").sees("Private note").sees("Wants it by Friday")
    dashboard.press("Labels").write("New label", "Regular").press("Add the label")
    dashboard.page.get_by_label("Regular", exact=True).check()
    dashboard.picture("chat-labels-phone")
    assert dashboard.small_targets() == []
    assert dashboard.offences() == []
    dashboard.page.keyboard.press("Escape")
    dashboard.picture("chat-note-phone")
    assert dashboard.offences() == []
    expect(her.glass.get_by_text("Friday")).to_have_count(0)


def test_the_owner_answers_for_the_agent_and_gives_the_chat_back(street: Street) -> None:
    customer = somebody(street.house)
    phones, dashboard = street.phones(), street.owner(AMANI, PHONE)
    her = phones.hands(customer.name).opens(AMANI)
    her.writes("Hi").hears("Amani Styles")

    row = dashboard.go_to("Chats").page.get_by_role("link", name=customer.name)
    expect(row).to_contain_text("1 new message")
    dashboard.follow(customer.name).sees("The agent answers here.").press("Take over")
    her.hears("answers you from here")
    dashboard.sees("You answer here").write("Write to her", "Hi, Amina here. Shall I keep it for you?")
    dashboard.press("Send")
    her.hears("Amina here")
    expect(dashboard.page.get_by_label("Write to her")).to_have_value("")
    expect(dashboard.page.get_by_role("img", name="Read")).to_have_count(3)
    her.writes("Yes please")
    dashboard.sees("Yes please").picture("chat-standing-in-phone")
    assert dashboard.small_targets() == []
    assert dashboard.offences() == []
    dashboard.page.get_by_role("button", name="Why this?").first.click()
    dashboard.sees("Understood as").picture("chat-reasons-phone")
    assert dashboard.offences() == []
    dashboard.page.keyboard.press("Escape")

    shows_a_photo(dashboard, her)
    notes_down(dashboard, her)
    gives_a_discount(dashboard, her)

    dashboard.press("Give back to the agent").sees("The agent answers here.")
    her.hears("back to help")
    shows_pieces(dashboard, her)

    dashboard.page.get_by_role("link", name="Back").click()
    expect(row).not_to_contain_text("new message")
    dashboard.page.get_by_role("link", name="Regular", exact=True).click()
    expect(row).to_contain_text("Regular")
    dashboard.picture("chats-labelled-phone")


def test_the_owner_finds_a_customer_and_forgets_her_with_a_proof(street: Street) -> None:
    customer = somebody(street.house)
    her = street.phones().hands(customer.name).opens(AMANI)
    her.writes("I wear size M").hears("M")
    dashboard = street.owner(AMANI).go_to("Customers")

    dashboard.write("Name or number", customer.name).follow(customer.name).sees("She said so")
    dashboard.write("What should the shop remember?", "Likes pockets").press("Keep the note")
    dashboard.sees("Private note").picture("customer", whole=True)
    assert dashboard.offences() == []
    dashboard.press("Remove the note").sees("Nothing noted yet.")
    dashboard.page.get_by_text("What happened", exact=True).click()
    dashboard.press("Undo: A note was taken away").sees("Likes pockets")
    dashboard.press("Forget her").write(f"Type “{customer.name}” to be sure", customer.name)
    dashboard.picture("customer-forget")
    dashboard.press("Forget her for ever")

    dashboard.sees("The chain of all facts still verifies").sees("Forgotten customer")
    dashboard.sees_nothing_of("Likes pockets")
    dashboard.picture("customer-forgotten")
    with dashboard.page.expect_download() as taken:
        dashboard.follow("Keep the proof as a file")
    proof = json.loads(Path(taken.value.path()).read_text(encoding="utf-8"))
    assert (proof["key_destroyed"], proof["log_whole"]) == (True, True)
    assert customer.name not in json.dumps(proof)
    assert dashboard.offences() == []
