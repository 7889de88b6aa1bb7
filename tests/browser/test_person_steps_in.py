"""A person of the shop answers a customer herself, from her phone, and leaves the chat to the agent again."""

from playwright.sync_api import expect

from tests.browser.phones import Street, somebody
from tests.support.browser import PHONE
from tests.support.house import AMANI

pytest_plugins = ["tests.browser.town"]


def test_the_owner_answers_for_the_agent_and_gives_the_chat_back(street: Street) -> None:
    customer = somebody(street.house)
    phones, dashboard = street.phones(), street.owner(AMANI, PHONE)
    her = phones.hands(customer.name).opens(AMANI)
    her.writes("Hi").hears("Amani Styles")

    dashboard.go_to("Chats").follow(customer.name).sees("The agent answers here.").press("Take over")
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

    dashboard.press("Give back to the agent").sees("The agent answers here.")
    her.hears("back to help")
    her.writes("red dress").hears("Wambui wrap midi dress, red")
