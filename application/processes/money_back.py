"""Money that is not the shop's to keep is asked back for whoever paid it, and its order learns how that ends.

What came twice or on top goes back by its own receipt; where that is not known yet, once it is.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from application.commands import Command, NoteRefundDeclined, NoteRefunded, OweRefund, RequestRefund
from domain.fact import Fact, fold
from domain.identity import PaymentId
from domain.order.events import OrderPlaced, RefundDue
from domain.order.order import Order
from domain.payment.events import (
    MoneyRefunded,
    MoneyUnallocated,
    PaymentRequested,
    ReceiptLearned,
    RefundDeclined,
    RefundRequested,
)
from domain.payment.takings import NOT_OURS

BY_RULE: Final = "dukani"
"""Who asks for a refund that follows from the money itself."""


def react(subject: UUID, fact: Fact, story: Sequence[Fact]) -> tuple[Command, ...]:
    """Ask for what must go back, and tell the order when it went."""
    match fact:
        case RefundDue(keeps_order=False):
            placed = next((told for told in story if isinstance(told, OrderPlaced)), None)
            if placed is None:
                return ()
            debt = fold(Order(), story).debts
            return (RequestRefund(placed.payment, fact.amount, BY_RULE, fact.reason, debt=debt),)
        case MoneyUnallocated() | MoneyRefunded() | ReceiptLearned() | RefundDeclined():
            asked = next((told for told in story if isinstance(told, PaymentRequested)), None)
            return _of_payment(PaymentId(subject), asked, fact, story) if asked else ()
    return ()


def _of_payment(
    payment: PaymentId, asked: PaymentRequested, fact: Fact, story: Sequence[Fact]
) -> tuple[Command, ...]:
    match fact:
        case MoneyUnallocated(reason=reason) if reason in NOT_OURS:
            owed = OweRefund(asked.order, fact.amount, reason, keeps_order=True)
            known = (_ask_back(payment, fact, fact.receipt),) if fact.receipt else ()
            return (owed, *known)
        case ReceiptLearned(receipt=receipt, attempt=attempt):
            late = (told for told in story if isinstance(told, MoneyUnallocated) and told.receipt is None)
            return tuple(
                _ask_back(payment, told, receipt)
                for told in late
                if told.attempt == attempt and told.reason in NOT_OURS
            )
        case RefundDeclined():
            return tuple(
                _stays(asked, told, fact)
                for told in story
                if isinstance(told, RefundRequested) and told.refund == fact.refund
            )
        case MoneyRefunded():
            return (NoteRefunded(asked.order, fact.amount, fact.reference),)
    return ()


def _stays(asked: PaymentRequested, wish: RefundRequested, fact: RefundDeclined) -> NoteRefundDeclined:
    why = fact.reason or ""
    return NoteRefundDeclined(asked.order, wish.refund, wish.amount, wish.reason, fact.declined_by, why)


def _ask_back(payment: PaymentId, money: MoneyUnallocated, receipt: str | None) -> RequestRefund:
    return RequestRefund(payment, money.amount, BY_RULE, money.reason, receipt)
