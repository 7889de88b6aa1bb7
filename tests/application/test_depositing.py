"""Money by its receipt: it is the order's that its reference names, or it waits for a person; never twice."""

from typing import TypedDict, Unpack
from uuid import UUID

import pytest

from application.commands import ClaimDeposit, ReceiveDeposit, ReceiveMoney, ReturnDeposit
from application.depositing import NO_ORDER
from domain.deposit.deposit import Deposit
from domain.deposit.events import DepositSetAside
from domain.deposit.refusals import DepositDiffers, DepositIsClaimed, DepositIsUnknown
from domain.identity import BoutiqueId, DepositId, PaymentId, deposit_of
from domain.money import Money
from domain.order.state import OrderStatus
from domain.payment.events import EvidenceContradicted, MoneySource, MoneyUnallocated
from domain.payment.payment import RECEIPT_USED
from domain.payment.takings import PAID_TWICE, WRONG_AMOUNT, WRONG_SHOP
from tests.application.little_shop import AMANI, PHONE, PWANI, Customer, LittleShop
from tests.domain.pieces import KES, NOW, an_id

PART, WHOLE = KES(1_000), KES(2_800)


@pytest.fixture
def ordered(wanjiku: Customer) -> Customer:
    """An order waits for its 2,800 shillings."""
    wanjiku.has_ordered()
    return wanjiku


class Asked(TypedDict, total=False):
    payment: PaymentId | None


class Told(Asked, total=False):
    amount: Money
    shortcode: str


def came(
    who: Customer,
    amount: Money = WHOLE,
    receipt: str = "HND0000001",
    shortcode: str = "174379",
    **changes: Unpack[Asked],
) -> ReceiveDeposit:
    """Money by hand under her order's number."""
    payment = changes.pop("payment", who.payment_id)
    number = who.order.number
    return ReceiveDeposit("mpesa", shortcode, receipt, amount, number, "2547****678", NOW, payment)


def deposit(receipt: str = "HND0000001", boutique: BoutiqueId = AMANI) -> UUID:
    return deposit_of(boutique, "mpesa", receipt)


def test_the_whole_amount_under_her_orders_number_pays_it(little: LittleShop, ordered: Customer) -> None:
    little.do(came(ordered))
    assert ordered.order.status is OrderStatus.PAID
    assert little.get(Deposit, deposit()).payment == ordered.payment_id


def test_the_same_news_again_is_no_more_money(little: LittleShop, ordered: Customer) -> None:
    little.do(came(ordered), came(ordered))
    assert ordered.payment.received == WHOLE
    with pytest.raises(DepositDiffers):
        little.do(came(ordered, amount=PART))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"amount": PART}, WRONG_AMOUNT),
        ({"shortcode": "999999"}, WRONG_SHOP),
        ({"payment": None}, NO_ORDER),
        ({"payment": an_id("a payment that nobody asked for")}, NO_ORDER),
    ],
)
def test_what_does_not_fit_waits_for_a_person(
    little: LittleShop, ordered: Customer, changes: Told, why: str
) -> None:
    little.do(came(ordered, **changes))
    assert [fact.reason for fact in little.log.told(DepositSetAside)] == [why]
    assert little.get(Deposit, deposit()).is_unallocated
    assert ordered.order.status is OrderStatus.AWAITING_PAYMENT


def test_a_person_may_count_a_part_for_an_order_and_the_rest_comes_later(
    little: LittleShop, ordered: Customer
) -> None:
    little.do(came(ordered, amount=PART), ClaimDeposit(DepositId(deposit()), ordered.payment_id))
    assert ordered.payment.due == WHOLE - PART
    little.do(came(ordered, amount=WHOLE - PART, receipt="HND0000002"))
    assert ordered.order.status is OrderStatus.PAID


def test_a_receipt_that_settled_one_order_settles_no_other(little: LittleShop, ordered: Customer) -> None:
    little.do(came(ordered))
    achieng = Customer(little, "achieng", "+254722000001")
    achieng.has_ordered()
    claim = ReceiveMoney(achieng.payment_id, 1, WHOLE, "HND0000001", MoneySource.CALLBACK)
    little.do(claim)
    assert achieng.order.status is OrderStatus.AWAITING_PAYMENT
    assert [fact.code for fact in little.log.told(EvidenceContradicted)] == [RECEIPT_USED]
    with pytest.raises(DepositIsClaimed):
        little.do(ClaimDeposit(DepositId(deposit()), achieng.payment_id))


def test_the_boutique_next_door_may_know_the_same_receipt(little: LittleShop, ordered: Customer) -> None:
    little.do(came(ordered))
    next_door = Customer(little, "achieng", PHONE, PWANI)
    next_door.has_ordered()
    little.do(came(next_door), boutique=PWANI)
    assert next_door.order.status is OrderStatus.PAID


def test_money_that_a_person_gave_back_pays_nothing_any_more(little: LittleShop, ordered: Customer) -> None:
    little.do(came(ordered, payment=None), ReturnDeposit(DepositId(deposit()), "Amina", "M-Pesa, RKT1"))
    little.do(ReceiveMoney(ordered.payment_id, 1, WHOLE, "HND0000001", MoneySource.CALLBACK))
    assert ordered.order.status is OrderStatus.AWAITING_PAYMENT
    assert not little.get(Deposit, deposit()).is_unallocated


def test_money_that_nobody_has_seen_is_not_claimed(little: LittleShop, ordered: Customer) -> None:
    with pytest.raises(DepositIsUnknown):
        little.do(ClaimDeposit(DepositId(deposit()), ordered.payment_id))


def test_money_for_an_order_that_is_paid_is_held_and_asked_back(
    little: LittleShop, ordered: Customer
) -> None:
    ordered.pays()
    little.do(came(ordered))
    assert [fact.reason for fact in little.log.told(MoneyUnallocated)] == [PAID_TWICE]
    assert [(refund.amount, refund.receipt) for refund in ordered.payment.refunds.values()] == [
        (WHOLE, "HND0000001")
    ]
    assert ordered.order.status is OrderStatus.PAID
    assert ordered.order.outstanding == WHOLE


def test_money_of_a_payment_that_no_order_asked_for_is_nobodys(little: LittleShop) -> None:
    before = len(little.log.facts)
    little.do(ReceiveMoney(PaymentId(an_id("nobody")), 1, None, "RKT0000001", MoneySource.CALLBACK))
    assert len(little.log.facts) == before
