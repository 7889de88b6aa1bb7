"""Refunding: money that goes back, approved by a person above the boutique's limit, and sent once."""

from application.commands import (
    AcceptRefund,
    ApproveRefund,
    AskRefundAgain,
    DeclineRefund,
    DoubtRefund,
    FailRefund,
    NoteRefundDeclined,
    NoteRefunded,
    OweRefund,
    RecordRefund,
    RequestRefund,
)
from application.paying import payee_of
from application.ports import RefundRequest
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.identity import PaymentId
from domain.money import Money
from domain.order.events import RefundDue
from domain.order.order import Order
from domain.payment.events import MoneyReceived, MoneyUnallocated
from domain.payment.payment import Payment
from domain.payment.refund import Refund, RefundState
from domain.payment.takings import BY_HAND, NOT_OURS

WITHIN_LIMIT = "the boutique's limit"
"""Who approves what the boutique lets go without asking."""


def owe_refund(command: OweRefund, unit: Unit) -> None:
    """An order's money goes back. Of an order that was never paid nothing is owed by the order itself.

    Raises: RefundIsAbovePaid.
    """
    if not unit.get(Order, command.order).was_paid:
        return
    unit.tell(
        Order,
        command.order,
        lambda order: order.refund_due(
            amount=command.amount, reason=command.reason, keeps_order=command.keeps_order
        ),
    )


def request_refund(command: RequestRefund, unit: Unit) -> None:
    """Somebody wishes it; up to the boutique's limit it is approved at once.

    Raises: PaymentIsNotRequested, RefundIsAboveReceived, ReceiptIsUnknown.
    """
    before = unit.get(Payment, command.payment).refunds
    unit.tell(
        Payment,
        command.payment,
        lambda payment: payment.request_refund(
            amount=command.amount,
            requested_by=command.requested_by,
            reason=command.reason,
            receipt=command.receipt,
            debt=command.debt,
        ),
    )
    limits = unit.get(Boutique, unit.boutique).limits
    new = set(unit.get(Payment, command.payment).refunds) - set(before)
    if new and limits and not limits.order_limit < command.amount:
        approve_refund(ApproveRefund(command.payment, new.pop(), WITHIN_LIMIT), unit)


def approve_refund(command: ApproveRefund, unit: Unit) -> None:
    """A person promises the money back. Raises: RefundIsUnknown, ApprovalIsMissing."""
    unit.tell(
        Payment,
        command.payment,
        lambda payment: payment.approve_refund(refund=command.refund, approved_by=command.approved_by),
    )


def decline_refund(command: DeclineRefund, unit: Unit) -> None:
    """A person keeps the money. Raises: RefundIsUnknown."""
    unit.tell(
        Payment,
        command.payment,
        lambda payment: payment.decline_refund(
            refund=command.refund, declined_by=command.declined_by, reason=command.reason
        ),
    )


def ask_refund_again(command: AskRefundAgain, unit: Unit) -> None:
    """Money that a person kept is due anew, and she is asked anew. Nothing for any other refund, nor for one
    that was asked for since.

    Raises: RefundIsAboveReceived, where it went back in another way since.
    """
    payment = unit.get(Payment, command.payment)
    refund, asked = payment.refunds.get(command.refund), payment.asked
    if asked is None or refund is None or refund.state is not RefundState.DECLINED:
        return
    order, on_top = unit.get(Order, asked.order), refund.reason in NOT_OURS
    kept = command.refund in order.declined and not on_top
    if payment.awaits_one_like(refund) or (kept and order.kept < refund.amount):
        return
    falls_due = kept or (order.outstanding < refund.amount and bool(order.was_paid or order.kept.cents))
    debt = order.debts + 1 if falls_due and not on_top else None
    request_refund(_again(command, refund, debt), unit)
    if falls_due:
        unit.tell(
            Order,
            asked.order,
            lambda due: due.refund_due(amount=refund.amount, reason=refund.reason, keeps_order=on_top),
        )


def _again(command: AskRefundAgain, refund: Refund, debt: int | None) -> RequestRefund:
    by = command.requested_by
    return RequestRefund(command.payment, refund.amount, by, refund.reason, refund.receipt, debt)


def note_refund_declined(command: NoteRefundDeclined, unit: Unit) -> None:
    """An order learns that its money stays; money that it never counted is none of its business."""
    due = (told for told in unit.story(Order, command.order) if isinstance(told, RefundDue))
    counted = command.owed_for in {told.reason for told in due}
    if not counted or unit.get(Order, command.order).outstanding < command.amount:
        return
    unit.tell(
        Order,
        command.order,
        lambda order: order.decline_refund(
            refund=command.refund,
            amount=command.amount,
            declined_by=command.declined_by,
            reason=command.reason,
            keeps_order=command.owed_for in NOT_OURS,
            owed_for=command.owed_for,
        ),
    )


def accept_refund(command: AcceptRefund, unit: Unit) -> None:
    """The neighbour took it."""
    unit.tell(
        Payment,
        command.payment,
        lambda payment: payment.accept_refund(refund=command.refund, reference=command.reference),
    )


def doubt_refund(command: DoubtRefund, unit: Unit) -> None:
    """Nobody knows whether it was sent."""
    unit.tell(
        Payment,
        command.payment,
        lambda payment: payment.doubt_refund(refund=command.refund, reason=command.reason),
    )


def fail_refund(command: FailRefund, unit: Unit) -> None:
    """It surely moved nothing."""
    unit.tell(
        Payment,
        command.payment,
        lambda payment: payment.fail_refund(refund=command.refund, code=command.code, reason=command.reason),
    )


def record_refund(command: RecordRefund, unit: Unit) -> None:
    """The money went back. Raises: RefundIsUnknown, RefundIsNotStarted."""
    unit.tell(
        Payment,
        command.payment,
        lambda payment: payment.record_refund(refund=command.refund, reference=command.reference),
    )


def note_refunded(command: NoteRefunded, unit: Unit) -> None:
    """An order learns that its money went back; money that it never counted is none of its business."""
    if unit.get(Order, command.order).outstanding < command.amount:
        return
    unit.tell(
        Order, command.order, lambda order: order.refund(amount=command.amount, reference=command.reference)
    )


def refund_asked_of(unit: Unit, payment: PaymentId, number: int, token: str) -> RefundRequest | None:
    """What the neighbour is asked to give back; None while the receipt of the money is not known.

    Where only the prompt's own end was told, what came by the receipt is what the prompt asked for.
    """
    known = unit.get(Payment, payment)
    asked, refund = known.asked, known.refunds[number]
    receipt = refund.receipt or known.takings.settled_by
    if asked is None or receipt is None:
        return None
    attempt = known.attempts.get(known.takings.receipts.get(receipt, BY_HAND))
    wanted = (attempt.amount if attempt else None) or asked.amount
    return RefundRequest(
        payment=payment,
        refund=number,
        payee=payee_of(unit.boutique, asked, attempt),
        amount=refund.amount,
        receipt=receipt,
        reason=refund.reason,
        token=token,
        checkout_id=attempt.checkout_id if attempt else None,
        received=_came_by(unit, payment, receipt) or wanted,
    )


def _came_by(unit: Unit, payment: PaymentId, receipt: str) -> Money | None:
    """All that came by a receipt: what settled something, and what was on top of it."""
    story = unit.story(Payment, payment)
    came = [
        fact.amount
        for fact in story
        if isinstance(fact, MoneyReceived | MoneyUnallocated) and fact.receipt == receipt
    ]
    return sum(came[1:], came[0]) if came else None
