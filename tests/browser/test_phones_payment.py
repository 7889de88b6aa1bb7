"""What may become of M-Pesa's prompt, pressed on the phone itself."""

from playwright.sync_api import expect

from tests.browser.phones import HeldPhone, PhonesPage, Street, somebody
from tests.stories.walks import comes_to_her_word
from tests.support.browser import DESK, PHONE
from tests.support.house import AMANI

pytest_plugins = ["tests.browser.town"]


def test_a_wrong_pin_and_a_cancelled_prompt_are_told_and_the_third_prompt_is_paid(street: Street) -> None:
    phones, her = _asked_for_her_word(street, PHONE)

    her.taps("Pay now").enters_pin("0000").hears("M-Pesa did not accept the PIN")
    phones.picture("payment-wrong-pin-phone")
    her.taps("Send it again").ends_prompt("Cancel").hears("was cancelled on the phone")
    phones.picture("payment-cancelled-phone")
    her.taps("Send it again").enters_pin().hears("Payment received: KSh 2,650")


def test_who_has_no_money_pays_when_she_has_it(street: Street) -> None:
    phones, her = _asked_for_her_word(street, DESK)

    her.taps("Pay now").ends_prompt("Not enough money").hears("There is not enough money")
    phones.picture("payment-no-money")
    her.taps("Send it again").enters_pin().hears("Payment received: KSh 2,650")

    expect(her.glass.get_by_text("New M-PESA balance is Ksh87,350.00")).to_be_visible()
    expect(her.glass.get_by_text("KSh 87,350", exact=True)).to_be_visible()


def test_a_digit_can_be_taken_back_and_only_a_whole_pin_is_sent(street: Street) -> None:
    _, her = _asked_for_her_word(street, DESK)
    prompt = her.taps("Pay now").prompt()
    pay = prompt.get_by_role("button", name="Pay", exact=True)

    for digit in "12394":
        prompt.get_by_role("button", name=digit, exact=True).click()
    expect(prompt.get_by_role("status", name="4 of 4 digits entered")).to_be_visible()
    prompt.get_by_role("button", name="Delete a digit").click()
    expect(pay).to_be_disabled()
    prompt.get_by_role("button", name="4", exact=True).click()
    pay.click()

    her.hears("Payment received")


def test_the_outcome_of_the_next_payment_is_chosen_beside_the_phone(street: Street) -> None:
    _, her = _asked_for_her_word(street, PHONE)
    outcome = her.glass.get_by_role("combobox", name="Next payment")

    outcome.select_option(label="result comes twice")
    her.taps("Pay now").enters_pin().hears("Payment received")

    street.house.settles()
    expect(her.said.filter(has_text="Payment received")).to_have_count(1)
    expect(outcome).to_have_value("normal")


def _asked_for_her_word(street: Street, size: tuple[int, int]) -> tuple[PhonesPage, HeldPhone]:
    customer = somebody(street.house)
    with street.house.phone(customer.id) as ready:
        comes_to_her_word(ready)
    phones = street.phones(size)
    return phones, phones.hands(customer.name).opens(AMANI)
