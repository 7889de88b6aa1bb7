"""Processes: facts in, commands out; and of a stranger's order nothing is known."""

from collections.abc import Callable, Sequence
from uuid import UUID

import pytest

from application.commands import (
    CancelPayment,
    Command,
    NoteRefunded,
    OweNotice,
    OweRefund,
    ReleaseStock,
    RememberPurchase,
    RequestRefund,
    ReturnPurchase,
    SellStock,
    SettleOrder,
)
from application.processes import (
    delivery_updates,
    money_back,
    order_given_up,
    order_paid,
    payment_outcome,
    pieces_back,
)
from domain.clothing import Garment
from domain.conversation.events import NoticeKind
from domain.customer.events import PurchasedPiece
from domain.fact import Fact
from domain.identity import CustomerId, OrderId, PaymentId, VariantId
from domain.order.events import (
    CancelReason,
    OrderCancelled,
    OrderDelivered,
    OrderExpired,
    OrderHandedToCourier,
    OrderPacked,
    OrderPaid,
    OrderPiecesTakenBack,
    OrderRefunded,
    OwnerTold,
    PiecesOf,
    RefundDue,
    TakeBackReason,
)
from domain.payment.events import (
    MoneyRefunded,
    MoneySource,
    MoneyUnallocated,
    PaymentCompleted,
    PaymentRequested,
    PromptAccepted,
    PromptFailed,
    PromptRefused,
    PromptStarted,
    PromptUnresolved,
    ReceiptLearned,
)
from domain.stock.events import ReleaseReason
from tests.domain.pieces import KES, M, an_id, an_order_line, an_order_placed, sealed
from tests.support.present import present

ORDER, PAYMENT, WANJIKU, RED_M = (
    OrderId(an_id("order")),
    PaymentId(an_id("payment")),
    CustomerId(an_id("wanjiku")),
    VariantId(an_id("red-m")),
)
PLACED = an_order_placed()
PAID = OrderPaid(payment=PAYMENT, amount=KES(2_800), receipt="RCPT1")
ASKED = PaymentRequested(
    order=ORDER,
    customer=WANJIKU,
    amount=KES(2_800),
    provider="mpesa",
    shortcode="174379",
    is_till=False,
    reference="DK-7F3K9",
    paying_number=sealed("phone"),
)
React = Callable[[UUID, Fact, Sequence[Fact]], tuple[Command, ...]]
OF_ORDERS: tuple[React, ...] = (delivery_updates.react, order_given_up.react, order_paid.react)


def of_order(react: React, fact: Fact, *before: Fact) -> tuple[Command, ...]:
    return react(ORDER, fact, (PLACED, *before, fact))


def of_payment(fact: Fact) -> tuple[Command, ...]:
    return payment_outcome.react(PAYMENT, fact, (ASKED, fact))


def news(kind: NoticeKind, detail: str = "", order: OrderId = ORDER) -> OweNotice:
    return OweNotice(WANJIKU, f"{kind}/{order}", kind, order, detail)


def test_a_paid_order_sells_its_pieces_remembers_her_size_and_tells_her() -> None:
    piece = PurchasedPiece(product=an_id("red"), garment=Garment.DRESS, size=M)
    assert of_order(order_paid.react, PAID) == (
        SellStock(RED_M, ORDER, 1),
        RememberPurchase(WANJIKU, ORDER, (piece,)),
        OweNotice(WANJIKU, f"order-paid/{ORDER}", NoticeKind.ORDER_PAID, ORDER),
    )


def test_an_expired_order_gives_its_pieces_back_and_wants_no_money_and_she_is_told() -> None:
    assert of_order(order_given_up.react, OrderExpired()) == (
        ReleaseStock(RED_M, ORDER, ReleaseReason.EXPIRED),
        CancelPayment(PLACED.payment, "expired"),
        news(NoticeKind.ORDER_EXPIRED),
    )


def test_an_order_that_the_shop_cancels_is_told_to_her() -> None:
    assert of_order(order_given_up.react, OrderCancelled(reason=CancelReason.OWNER)) == (
        ReleaseStock(RED_M, ORDER, ReleaseReason.CANCELLED),
        CancelPayment(PLACED.payment, "cancelled"),
        news(NoticeKind.ORDER_CANCELLED),
    )


@pytest.mark.parametrize("reason", [CancelReason.CUSTOMER, CancelReason.REPLACED])
def test_an_order_that_she_gives_up_herself_is_no_news_to_her(reason: CancelReason) -> None:
    commands = of_order(order_given_up.react, OrderCancelled(reason=reason))
    assert [type(command) for command in commands] == [ReleaseStock, CancelPayment]


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (OrderPacked(), news(NoticeKind.ORDER_PACKED)),
        (OrderHandedToCourier(courier="Sendy"), news(NoticeKind.ORDER_ON_ITS_WAY, "Sendy")),
        (
            OrderHandedToCourier(courier="Sendy", tracking="S-1", link="https://sendy.example/S-1"),
            news(NoticeKind.ORDER_ON_ITS_WAY, "Sendy S-1 https://sendy.example/S-1"),
        ),
        (OrderDelivered(), news(NoticeKind.ORDER_DELIVERED)),
        (RefundDue(amount=KES(2_800), reason="late"), news(NoticeKind.REFUND_DUE, "KSh 2,800")),
        (OrderRefunded(amount=KES(2_800), reference="R1"), news(NoticeKind.REFUNDED, "KSh 2,800")),
    ],
)
def test_each_step_of_the_parcel_is_told(fact: Fact, told: OweNotice) -> None:
    assert of_order(delivery_updates.react, fact) == (told,)


def test_money_that_goes_back_in_parts_is_told_each_time() -> None:
    first, second = (OrderRefunded(amount=KES(1_400), reference=name) for name in ("R1", "R2"))
    [told] = of_order(delivery_updates.react, second, first)
    assert isinstance(told, OweNotice)
    assert (told.key, told.detail) == (f"refunded/{ORDER}/2", "KSh 1,400")


def test_complete_money_settles_the_order() -> None:
    completed = PaymentCompleted(order=ORDER, amount=KES(2_800), receipt="RCPT1")
    assert of_payment(completed) == (SettleOrder(ORDER, PAYMENT, KES(2_800), "RCPT1"),)


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (PromptFailed(attempt=2, code="2001", reason="wrong PIN", source=MoneySource.CALLBACK), "2001"),
        (PromptRefused(attempt=2, code="500", reason="busy"), "500"),
        (PromptUnresolved(attempt=2), "unresolved"),
    ],
)
def test_a_prompt_that_comes_to_nothing_is_told_once_for_each_attempt(fact: Fact, code: str) -> None:
    key = f"prompt-failed/{ORDER}/2"
    assert of_payment(fact) == (OweNotice(WANJIKU, key, NoticeKind.PROMPT_FAILED, ORDER, code),)


def test_a_prompt_that_only_begins_is_no_news() -> None:
    assert of_payment(PromptStarted(attempt=1, paying_number=sealed("phone"))) == ()


@pytest.mark.parametrize("react", OF_ORDERS)
def test_that_the_owner_was_told_asks_for_nothing(react: React) -> None:
    fact = OwnerTold(provider_id="w")
    assert of_order(react, fact) == ()


@pytest.mark.parametrize("react", OF_ORDERS)
@pytest.mark.parametrize("fact", [PAID, OrderExpired(), OrderPacked()])
def test_an_order_that_was_never_placed_asks_for_nothing(react: React, fact: Fact) -> None:
    assert react(an_id("stranger"), fact, (fact,)) == ()


def test_a_page_for_a_card_is_told_to_her_and_a_phone_that_rings_is_not() -> None:
    rings = PromptAccepted(attempt=2, checkout_id="c", merchant_request_id="m")
    page = rings.model_copy(update={"page": "https://checkout.paystack.com/x"})
    key = f"prompt-sent/{ORDER}/2"
    assert of_payment(rings) == ()
    assert of_payment(page) == (OweNotice(WANJIKU, key, NoticeKind.PROMPT_SENT, ORDER, present(page.page)),)


def test_a_page_that_she_left_for_another_way_is_no_news() -> None:
    left = PromptFailed(attempt=1, code="page-left", reason="r", source=MoneySource.PERSON)
    assert of_payment(left) == ()


def test_a_payment_that_was_never_asked_for_asks_for_nothing() -> None:
    completed = PaymentCompleted(order=ORDER, amount=KES(2_800), receipt=None)
    assert payment_outcome.react(an_id("stranger"), completed, (completed,)) == ()


@pytest.mark.parametrize("react", OF_ORDERS)
def test_the_order_beside_is_left_alone(react: React) -> None:
    """Every command names the order that the fact is of, and no other."""
    other = an_id("stranger")
    for fact in (PAID, OrderExpired(), OrderPacked()):
        assert {getattr(c, "order", other) for c in react(other, fact, (PLACED, fact))} <= {other}


def unallocated(reason: str, receipt: str | None = "RCPT2", attempt: int = 2) -> MoneyUnallocated:
    return MoneyUnallocated(amount=KES(2_800), receipt=receipt, reason=reason, attempt=attempt)


def asked_back(*told: Fact, payment: PaymentId = PAYMENT) -> tuple[Command, ...]:
    return money_back.react(payment, told[-1], (ASKED, *told))


@pytest.mark.parametrize("reason", ["paid-twice", "overpaid"])
def test_money_that_came_on_top_is_owed_and_asked_back_by_its_own_receipt(reason: str) -> None:
    assert asked_back(unallocated(reason)) == (
        OweRefund(ORDER, KES(2_800), reason, keeps_order=True),
        RequestRefund(PAYMENT, KES(2_800), "dukani", reason, "RCPT2"),
    )


def test_money_whose_receipt_is_not_known_yet_is_asked_back_once_it_is() -> None:
    late, learned = unallocated("paid-twice", None), ReceiptLearned(attempt=2, receipt="RCPT2")
    assert asked_back(late) == (OweRefund(ORDER, KES(2_800), "paid-twice", keeps_order=True),)
    assert asked_back(late, learned) == (RequestRefund(PAYMENT, KES(2_800), "dukani", "paid-twice", "RCPT2"),)
    assert asked_back(late, ReceiptLearned(attempt=1, receipt="RCPT1")) == ()


def test_money_of_the_wrong_amount_or_shop_is_left_to_a_person() -> None:
    assert asked_back(unallocated("wrong-amount")) == asked_back(unallocated("wrong-shop")) == ()


def test_what_an_order_owes_of_its_own_is_asked_of_its_payment() -> None:
    due = RefundDue(amount=KES(2_800), reason="paid-too-late")
    asked = RequestRefund(PLACED.payment, KES(2_800), "dukani", "paid-too-late", debt=1)
    assert of_order(money_back.react, due) == (asked,)
    assert of_order(money_back.react, due.model_copy(update={"keeps_order": True})) == ()
    assert money_back.react(ORDER, due, (due,)) == ()


def test_two_debts_of_one_sum_are_asked_for_twice() -> None:
    due = RefundDue(amount=KES(1_000), reason="returned")
    asked = of_order(money_back.react, due, PAID, due)
    assert asked == (RequestRefund(PLACED.payment, KES(1_000), "dukani", "returned", debt=2),)


def test_a_piece_that_came_back_is_no_witness_of_her_size() -> None:
    back = OrderPiecesTakenBack(
        pieces=(PiecesOf(variant=RED_M, quantity=1),), reason=TakeBackReason.RETURNED, on_shelf=True
    )
    piece = PurchasedPiece(product=an_id("red"), garment=Garment.DRESS, size=M)
    assert of_order(pieces_back.react, back, PAID) == (ReturnPurchase(WANJIKU, ORDER, (piece,)),)
    assert of_order(pieces_back.react, PAID) == ()


def test_a_size_of_which_she_keeps_a_piece_still_speaks_for_her() -> None:
    two = PLACED.model_copy(update={"lines": (an_order_line(quantity=2),)})
    back = OrderPiecesTakenBack(
        pieces=(PiecesOf(variant=RED_M, quantity=1),), reason=TakeBackReason.RETURNED, on_shelf=True
    )
    assert pieces_back.react(ORDER, back, (two, PAID, back)) == ()


def test_an_order_learns_that_its_money_went_back() -> None:
    back = MoneyRefunded(amount=KES(2_800), reference="RF1", refund=1)
    assert asked_back(back) == (NoteRefunded(ORDER, KES(2_800), "RF1"),)
    assert money_back.react(PAYMENT, back, (back,)) == ()
    assert asked_back(PromptUnresolved(attempt=1)) == ()
