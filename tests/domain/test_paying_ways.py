"""The rules of paying in another way: at a page for a card, into another account, one attempt at a time."""

from domain.payment.events import (
    MoneyReceived,
    MoneySource,
    MoneyUnallocated,
    Payee,
    PromptAccepted,
    PromptFailed,
    PromptStarted,
)
from domain.payment.payment import Payment
from tests.domain.pieces import NOW, sealed
from tests.domain.test_payment import IDS, a_deposit, a_payment, money, receiving, ringing, started
from tests.support.scenario import happens, never_refuses, stays_quiet

CARD = Payee(provider="paystack", shortcode="ACCT_amani")
PAGE = PromptAccepted(attempt=1, **IDS, page="https://checkout.paystack.com/3ni8kdavz62431k")
LEFT = PromptFailed(attempt=1, code="page-left", reason="she pays in another way", source=MoneySource.PERSON)


def by_card(attempt: int = 1) -> PromptStarted:
    return started(attempt).model_copy(update={"payee": CARD})


@happens(Payment.start_prompt)
def test_an_attempt_may_go_to_another_account_of_the_boutique() -> None:
    wanting = a_payment().when(lambda p: p.start_prompt(paying_number=sealed("phone"), now=NOW, payee=CARD))
    assert wanting.then(by_card()).attempts[1].payee == CARD


def test_the_account_that_was_asked_for_first_is_not_said_again() -> None:
    first = Payee(provider="daraja", shortcode="600999", is_till=True, store_number="600998")
    a_payment().when(lambda p: p.start_prompt(paying_number=sealed("phone"), now=NOW, payee=first)).then(
        started()
    )


def test_money_in_the_account_of_an_attempt_is_in_the_right_shop() -> None:
    deposit = a_deposit(shortcode="ACCT_amani")
    right, strange = (given.when(deposit).facts[0] for given in (a_payment(by_card(), PAGE), ringing()))
    assert isinstance(right, MoneyReceived)
    assert isinstance(strange, MoneyUnallocated)
    assert strange.reason == "wrong-shop"


never_refuses(Payment.leave_page, because="where no page stands open there is nothing to leave")


@happens(Payment.leave_page)
def test_a_page_is_left_for_another_way_to_pay() -> None:
    after = a_payment(by_card(), PAGE).when(lambda p: p.leave_page()).then(LEFT)
    assert (after.live_attempt, after.attempts[1].page) == (None, PAGE.page)


@stays_quiet(Payment.leave_page)
def test_where_no_page_stands_open_there_is_none_to_leave() -> None:
    for payment in (a_payment(), ringing(), a_payment(by_card(), PAGE, LEFT)):
        payment.when(lambda p: p.leave_page()).then_nothing()


@happens(Payment.receive_money)
def test_money_by_a_page_that_was_left_is_received_all_the_same() -> None:
    a_payment(by_card(), PAGE, LEFT).when(receiving()).then(*money())
