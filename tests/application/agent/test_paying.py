"""Payment and Confirmation: the prompt, what became of it, and how the order stands."""

from datetime import timedelta

import pytest

from application.agent.nodes.payment import WHY
from application.agent.wording.phrases import Phrase, texts
from application.commands import CancelOrder, DeliverOrder, HandToCourier, PackOrder
from application.ports import NUMBER_NOT_TAKEN, PHONE_BUSY, Evidence, EvidenceKind, NeighbourFailed
from application.reactors.prompt_payment import MOST_RETRIES
from domain.conversation.events import HandedToPerson
from domain.conversation.reply import Reply
from domain.language import Language
from domain.order.events import CancelReason, RefundDue
from domain.order.order import Order
from domain.order.state import OrderStatus
from domain.payment.attempt import AttemptState
from domain.payment.events import MoneySource, PromptRefused
from domain.payment.payment import Payment
from domain.stock.stock import Stock
from tests.application.little_shop import AMANI, RED_M, Customer, LittleShop, intents
from tests.domain.pieces import KES
from tests.support.present import present


@pytest.fixture
def ordered(wanjiku: Customer) -> Customer:
    """A prompt rings on her phone."""
    wanjiku.has_ordered()
    return wanjiku


def fails(customer: Customer, code: str, attempt: int = 1) -> Reply:
    """M-Pesa calls back that the prompt came to nothing; what she then hears."""
    checkout = customer.payment.attempts[attempt].checkout_id
    said = Evidence(EvidenceKind.FAILED, code, "no", checkout, "merchant-1")
    customer.little.called_back(said, customer.payment_id, attempt)
    customer.little.works()
    return customer.heard[-1]


@pytest.mark.parametrize("code", ["2001", "1032", "1037", "1", "17"])
def test_why_a_prompt_failed_is_told_with_what_she_can_do(ordered: Customer, code: str) -> None:
    reply = fails(ordered, code)
    why = texts(Language.EN)[WHY.get(code, Phrase.PROMPT_OUR_FAULT)][0]
    assert why.split("{")[0] in reply.text
    assert [button.id for button in reply.buttons] == ["pay_again", "give_phone:other", "cancel_order"]


def test_trying_again_asks_the_phone_once_more(little: LittleShop, ordered: Customer) -> None:
    fails(ordered, "2001")
    assert "prompt" in ordered.taps("pay_again").text
    assert [asked.attempt for asked in little.money.asked] == [1, 2]
    ordered.pays(attempt=2)
    assert ordered.order.status is OrderStatus.PAID


def test_yes_to_trying_again_is_as_good_as_the_button(little: LittleShop, ordered: Customer) -> None:
    fails(ordered, "1032")
    ordered.says("yes")
    assert len(little.money.asked) == 2


@pytest.mark.parametrize("words", ["jaribu tena", "nimeweka pesa", "try again"])
def test_everyday_words_for_trying_again_are_as_good(
    little: LittleShop, ordered: Customer, words: str
) -> None:
    fails(ordered, "1")
    ordered.says(words)
    assert len(little.money.asked) == 2


@pytest.mark.parametrize("words", ["namba nyingine", "use another number"])
def test_another_number_said_in_words_is_asked_for_and_prompted(
    little: LittleShop, ordered: Customer, words: str
) -> None:
    fails(ordered, "1")
    ordered.says("green scarf")
    ordered.says("1")
    fails_again = ordered.says("send the prompt again")
    assert "0712 345 678" in fails_again.text
    fails(ordered, "1", attempt=2)
    asked = ordered.says(words).text
    assert "0712 345 678)" in asked
    ordered.says("0733 444 555")
    assert [asked.phone for asked in little.money.asked] == [
        "+254712345678",
        "+254712345678",
        "+254733444555",
    ]


def test_who_asks_for_another_way_to_pay_is_not_prompted(little: LittleShop, ordered: Customer) -> None:
    fails(ordered, "1")
    assert intents(ordered.says("can I pay cash?")) == ["pay_again", "human"]
    assert len(little.money.asked) == 1


@pytest.mark.parametrize("words", ["nilipe aje?", "how do I pay?"])
def test_who_asks_how_she_pays_is_told_and_prompted_when_she_says_so(
    little: LittleShop, ordered: Customer, words: str
) -> None:
    fails(ordered, "1032")
    ordered.says("asante")
    told = ordered.says(words)
    assert len(little.money.asked) == 1
    assert ordered.order.number in told.text
    assert "M-Pesa" in told.text
    assert [button.id for button in told.buttons] == ["pay_again", "give_phone:other"]
    ordered.says("ndio")
    assert len(little.money.asked) == 2


def test_who_asks_how_she_pays_while_her_phone_rings_hears_that_it_rings(
    little: LittleShop, ordered: Customer
) -> None:
    assert not ordered.says("nilipe aje?").buttons
    assert len(little.money.asked) == 1


def test_no_to_trying_again_leaves_the_order_waiting(little: LittleShop, ordered: Customer) -> None:
    fails(ordered, "1032")
    assert ordered.order.number in ordered.says("no").text
    assert len(little.money.asked) == 1


class TestAnEarlierPromptStillRings:
    """Row 56 of the bad input: of two prompts wanted at once on one phone the second is refused."""

    def test_while_hers_rings_no_other_is_sent(self, little: LittleShop, ordered: Customer) -> None:
        assert "0712 345 678" in ordered.says("send the mpesa prompt again").text
        assert len(little.money.asked) == 1

    def test_another_shops_is_waited_for_and_hers_rings_once_it_is_gone(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        little.money.answers.extend([_busy(), None])
        wanjiku.has_ordered()
        assert [attempt.state for attempt in wanjiku.payment.attempts.values()] == [AttemptState.SUBMITTING]
        little.clock.pass_by(timedelta(seconds=1))
        little.works()
        assert [asked.attempt for asked in little.money.asked] == [1, 1]
        assert present(wanjiku.payment.live_attempt).state is AttemptState.PROMPTED
        wanjiku.pays()
        assert wanjiku.order.status is OrderStatus.PAID

    def test_one_that_stays_is_told_to_her_as_it_is_and_hers_is_sent_when_she_says(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        little.money.answers.extend([_busy()] * (MOST_RETRIES + 1))
        wanjiku.has_ordered()
        for _ in range(MOST_RETRIES):
            little.clock.pass_by(timedelta(seconds=20))
            little.works()
        assert "Another payment prompt is still on that phone" in wanjiku.heard[-1].text
        assert len(little.log.told(PromptRefused)) == 1
        wanjiku.taps("pay_again")
        wanjiku.pays(attempt=2)
        assert wanjiku.order.status is OrderStatus.PAID


def _busy() -> NeighbourFailed:
    return NeighbourFailed("mpesa", PHONE_BUSY, "a transaction is already in process", retryable=True)


def test_a_number_that_cannot_be_prompted_is_not_tried_again(little: LittleShop, wanjiku: Customer) -> None:
    little.money.answers.append(NeighbourFailed("paylink", NUMBER_NOT_TAKEN, "+2547 only", retryable=False))
    wanjiku.has_ordered()
    told = wanjiku.heard[-1]
    assert "can't send an M-Pesa prompt to that number" in told.text
    assert "Which M-Pesa number" in told.text
    assert intents(told) == ["cancel_order"]
    assert "0733 000 111" in wanjiku.says("0733000111").text
    wanjiku.pays(attempt=2)
    assert wanjiku.order.status is OrderStatus.PAID


def test_another_number_is_asked_for_and_rings(little: LittleShop, ordered: Customer) -> None:
    fails(ordered, "1037")
    assert "M-Pesa" in ordered.taps("give_phone:other").text
    assert "0733 000 111" in ordered.says("0733000111").text
    assert [asked.phone for asked in little.money.asked] == ["+254712345678", "+254733000111"]


def test_after_three_prompts_in_a_row_she_is_asked_to_wait(little: LittleShop, ordered: Customer) -> None:
    for attempt in (1, 2, 3):
        fails(ordered, "2001", attempt)
        reply = ordered.taps("pay_again")
    assert len(little.money.asked) == 3
    assert "prompt" in reply.text.casefold()


def test_having_paid_is_not_believed_because_it_is_said(little: LittleShop, ordered: Customer) -> None:
    ordered.says("I have paid")
    assert ordered.order.status is OrderStatus.AWAITING_PAYMENT
    assert "RCPT" not in ordered.heard[-1].text


def test_with_nothing_ordered_there_is_nothing_to_pay(wanjiku: Customer) -> None:
    wanjiku.says("hi")
    assert wanjiku.says("I have paid").text in texts(Language.EN)[Phrase.NOTHING_TO_PAY]


def test_what_is_paid_is_not_paid_again(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.has_paid()
    assert wanjiku.order.number in wanjiku.taps("pay_again").text
    assert len(little.money.asked) == 1


def test_money_is_confirmed_with_receipt_and_where_it_goes(wanjiku: Customer) -> None:
    wanjiku.has_paid()
    text = wanjiku.heard[-1].text
    assert "KSh 2,800" in text
    assert "RCPT1" in text
    assert "Westlands" in text


def test_money_known_without_a_receipt_is_confirmed_without_one(
    little: LittleShop, ordered: Customer
) -> None:
    little.tell(
        Payment,
        ordered.payment_id,
        lambda asked: asked.receive_money(
            attempt=1, amount=KES(2_800), receipt=None, source=MoneySource.QUERY
        ),
    )
    little.works()
    assert "receipt" not in ordered.heard[-1].text


def test_where_is_my_order_is_answered_at_every_step(little: LittleShop, wanjiku: Customer) -> None:
    assert wanjiku.says("where is my order?").text in texts(Language.EN)[Phrase.NO_ORDER]
    order = wanjiku.has_ordered()
    said = [wanjiku.says("where is my order?").text]
    wanjiku.pays()
    said.append(wanjiku.says("where is my order?").text)
    for step in (PackOrder(order), HandToCourier(order, "Sendy", "S-1"), DeliverOrder(order)):
        little.do(step)
        little.works()
        told = wanjiku.heard[-1].text
        said.append(wanjiku.says("where is my order?").text)
        assert told.startswith(said[-1])
    assert len(set(said)) == 5
    assert "Sendy S-1" in said[3]


class TestCancelling:
    def test_an_unpaid_order_is_cancelled_on_her_word(self, little: LittleShop, ordered: Customer) -> None:
        assert intents(ordered.says("cancel my order")) == ["confirm", "decline"]
        ordered.presses()
        assert ordered.order.status is OrderStatus.CANCELLED
        assert ordered.order.number in ordered.says("cancel my order").text

    def test_no_keeps_it(self, ordered: Customer) -> None:
        ordered.says("cancel my order")
        ordered.presses(1)
        assert ordered.order.status is OrderStatus.AWAITING_PAYMENT

    def test_a_paid_order_is_left_to_a_person(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.has_paid()
        wanjiku.says("cancel my order")
        assert wanjiku.order.status is OrderStatus.PAID
        assert [fact.reason for fact in little.log.told(HandedToPerson)] == ["payment"]

    def test_money_for_a_cancelled_order_brings_it_back_while_its_piece_is_there(
        self, little: LittleShop, ordered: Customer
    ) -> None:
        ordered.says("cancel my order")
        ordered.presses()
        ordered.pays()
        assert ordered.order.status is OrderStatus.PAID

    def test_money_too_late_for_a_piece_that_is_gone_goes_back(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.has_ordered()
        wanjiku.says("cancel my order")
        wanjiku.presses()
        little.tell(Stock, RED_M, lambda stock: stock.adjust(0, "burnt"))
        wanjiku.pays()
        assert "KSh 2,800" in wanjiku.heard[-1].text
        assert [fact.amount for fact in little.log.told(RefundDue)] == [KES(2_800)]
        assert wanjiku.order.status is OrderStatus.CANCELLED

    def test_what_became_of_a_prompt_after_the_order_was_given_up_needs_no_button(
        self, ordered: Customer
    ) -> None:
        ordered.says("cancel my order")
        ordered.presses()
        assert fails(ordered, "1032").buttons == ()
        assert ordered.taps("pay_again").text in texts(Language.EN)[Phrase.NOTHING_TO_PAY]


def test_the_shop_cancelling_is_told(little: LittleShop, ordered: Customer) -> None:
    little.do(CancelOrder(ordered.order_id, CancelReason.OWNER))
    little.works()
    assert ordered.order.number in ordered.heard[-1].text
    assert little.get(Order, ordered.order_id, AMANI).status is OrderStatus.CANCELLED


def test_paying_again_without_any_number_asks_for_one(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.has_ordered()
    fails(wanjiku, "1032")
    little.vault.destroy(AMANI, wanjiku.id)
    wanjiku.sends(text="x", choice="pay_again")
    wanjiku.turn()
    assert len(little.money.asked) == 1
