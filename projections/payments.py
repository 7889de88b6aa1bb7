"""The money of a boutique: what was asked, what came, and what came that settles nothing.

A receipt belongs to one payment of a provider. A second payment that claims it is noted beside the first,
for a person to look at; it never takes the receipt away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId, OrderId, PaymentId, subject_of
from domain.payment.events import (
    EvidenceContradicted,
    MoneyReceived,
    MoneyRefunded,
    MoneyUnallocated,
    PaymentCancelled,
    PaymentCompleted,
    PaymentRequested,
    PromptAccepted,
    PromptFailed,
    PromptRefused,
    PromptStarted,
    PromptUncertain,
    PromptUnresolved,
    ReceiptLearned,
    RefundFailed,
    RefundStarted,
)
from projections.fold import Fold, fold_streams
from projections.table import Json, Table


@dataclass(slots=True)
class PaymentRow:
    """One payment. `attempts` are objects of attempt, state, code, reason, checkout_id and at, oldest first.

    `states` a payment can be in: requested, prompting, waiting, uncertain, failed, unresolved, received,
    completed, cancelled, refunding, refunded. `contradicted` wants a person's eyes. Units: cents.
    """

    payment: UUID
    order_id: UUID | None = None
    customer: UUID | None = None
    provider: str = ""
    shortcode: str = ""
    reference: str = ""
    currency: str = "KES"
    requested: int = 0
    received: int = 0
    refunded: int = 0
    state: str = "requested"
    attempts: Json = field(default_factory=list)
    receipt: str | None = None
    contradicted: bool = False
    requested_at: datetime | None = None
    completed_at: datetime | None = None
    version: int = 0


@dataclass(slots=True)
class ReceiptRow:
    """A provider's receipt, and the payment that it proves. `also_claimed_by` came later."""

    provider: str
    receipt: str
    payment: UUID
    at: datetime
    also_claimed_by: list[UUID] = field(default_factory=list)


@dataclass(slots=True)
class UnallocatedRow:
    """Money, or a claim of it, that settles nothing. Units: cents."""

    payment: UUID
    version: int
    amount: int
    currency: str
    receipt: str | None
    reason: str
    at: datetime


PAYMENTS: Final = Table("payments", PaymentRow, key=("payment",))
RECEIPTS: Final = Table("payment_receipts", ReceiptRow, key=("provider", "receipt"))
UNALLOCATED: Final = Table("unallocated_money", UnallocatedRow, key=("payment", "version"))
_fold = Fold[PaymentRow]()
_unsettled = Fold[list[UnallocatedRow]]()


@_fold.on(PaymentRequested)
def _requested(row: PaymentRow, fact: PaymentRequested, at: Recorded[Any]) -> None:
    row.order_id, row.customer, row.requested_at = fact.order, fact.customer, at.at
    row.provider, row.shortcode, row.reference = fact.provider, fact.shortcode, fact.reference
    row.requested, row.currency = fact.amount.cents, fact.amount.currency


@_fold.on(PromptStarted)
def _started(row: PaymentRow, fact: PromptStarted, at: Recorded[Any]) -> None:
    _attempt(row, fact.attempt, at, "prompting")


@_fold.on(PromptAccepted)
def _accepted(row: PaymentRow, fact: PromptAccepted, at: Recorded[Any]) -> None:
    _attempt(row, fact.attempt, at, "waiting", checkout_id=fact.checkout_id)


@_fold.on(PromptRefused)
def _refused(row: PaymentRow, fact: PromptRefused, at: Recorded[Any]) -> None:
    _attempt(row, fact.attempt, at, "refused", fact)


@_fold.on(PromptUncertain)
def _uncertain(row: PaymentRow, fact: PromptUncertain, at: Recorded[Any]) -> None:
    _attempt(row, fact.attempt, at, "uncertain", fact)


@_fold.on(PromptFailed)
def _failed(row: PaymentRow, fact: PromptFailed, at: Recorded[Any]) -> None:
    _attempt(row, fact.attempt, at, "failed", fact)


@_fold.on(PromptUnresolved)
def _unresolved(row: PaymentRow, fact: PromptUnresolved, at: Recorded[Any]) -> None:
    _attempt(row, fact.attempt, at, "unresolved")


@_fold.on(MoneyReceived)
def _received(row: PaymentRow, fact: MoneyReceived, at: Recorded[Any]) -> None:
    _attempt(row, fact.attempt, at, "received")
    row.received += fact.amount.cents
    row.receipt = fact.receipt or row.receipt


@_fold.on(ReceiptLearned)
def _receipt_learned(row: PaymentRow, fact: ReceiptLearned, _: Recorded[Any]) -> None:
    row.receipt = fact.receipt


@_fold.on(PaymentCompleted)
def _completed(row: PaymentRow, fact: PaymentCompleted, at: Recorded[Any]) -> None:
    row.state, row.completed_at, row.receipt = "completed", at.at, fact.receipt or row.receipt


@_fold.on(EvidenceContradicted)
def _contradicted(row: PaymentRow, _: EvidenceContradicted, __: Recorded[Any]) -> None:
    row.contradicted = True


@_fold.on(PaymentCancelled)
def _cancelled(row: PaymentRow, _: PaymentCancelled, __: Recorded[Any]) -> None:
    row.state = "cancelled"


@_fold.on(RefundStarted)
def _refund_started(row: PaymentRow, _: RefundStarted, __: Recorded[Any]) -> None:
    row.state = "refunding"


@_fold.on(RefundFailed)
def _refund_failed(row: PaymentRow, _: RefundFailed, __: Recorded[Any]) -> None:
    row.state = "completed" if row.completed_at else "requested"


@_fold.on(MoneyRefunded)
def _refunded(row: PaymentRow, fact: MoneyRefunded, _: Recorded[Any]) -> None:
    row.state = "refunded"
    row.refunded += fact.amount.cents


@_unsettled.on(MoneyUnallocated)
def _unallocated(rows: list[UnallocatedRow], fact: MoneyUnallocated, at: Recorded[Any]) -> None:
    rows.append(
        UnallocatedRow(
            payment=subject_of(at.originator_id),
            version=at.originator_version,
            amount=fact.amount.cents,
            currency=fact.amount.currency,
            receipt=fact.receipt,
            reason=fact.reason,
            at=at.at,
        )
    )


def _attempt(
    row: PaymentRow,
    attempt: int,
    at: Recorded[Any],
    state: str,
    why: PromptRefused | PromptFailed | PromptUncertain | None = None,
    checkout_id: str | None = None,
) -> None:
    """Note what became of an attempt. Money that came is never hidden by what a later answer says."""
    assert isinstance(row.attempts, list)  # noqa: S101 — the column is written here alone
    before: dict[str, Any] = next((one for one in row.attempts if one["attempt"] == attempt), {})
    if before.get("state") == "received":
        return
    noted = {"attempt": attempt, "state": state, "code": getattr(why, "code", None)}
    noted |= {
        "reason": why.reason if why else None,
        "checkout_id": checkout_id or before.get("checkout_id"),
        "at": at.at.isoformat(),
    }
    others = [one for one in row.attempts if one["attempt"] != attempt]
    row.attempts = sorted([*others, noted], key=lambda one: int(one["attempt"]))
    row.state = row.state if row.state in {"completed", "refunding", "refunded"} else state


class Payments:
    """The read model of payments, receipts and unallocated money."""

    name: ClassVar[str] = "payments"
    topics: ClassVar[frozenset[str]] = _fold.topics | _unsettled.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        fold_streams(_fold, PAYMENTS, PaymentRow, conn, boutique, facts)
        _claim_receipts(conn, boutique, facts)
        rows: list[UnallocatedRow] = []
        for recorded in _unsettled.known(facts):
            _unsettled.take(rows, recorded)
        UNALLOCATED.save(conn, boutique, rows)

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        for table in (PAYMENTS, RECEIPTS, UNALLOCATED):
            table.clear(conn, boutique)


def _claim_receipts(conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
    told = [(one, one.fact.receipt) for one in facts if isinstance(one.fact, MoneyReceived | ReceiptLearned)]
    claims = [(recorded, receipt) for recorded, receipt in told if receipt]
    if not claims:
        return
    payments = {subject_of(recorded.originator_id) for recorded, _ in claims}
    providers = {row.payment: row.provider for row in PAYMENTS.load(conn, boutique, payments).values()}
    rows = RECEIPTS.load(conn, boutique, {receipt for _, receipt in claims}, by="receipt")
    for recorded, receipt in claims:
        payment = subject_of(recorded.originator_id)
        key = (providers[payment], receipt)
        row = rows.setdefault(key, ReceiptRow(*key, payment, recorded.at))
        if payment not in (row.payment, *row.also_claimed_by):
            row.also_claimed_by.append(payment)
    RECEIPTS.save(conn, boutique, rows.values())


def of_order(boutique: BoutiqueId, conn: Connection[Any], order: OrderId) -> PaymentRow | None:
    """The payment of an order."""
    return next(iter(PAYMENTS.where(conn, boutique, "order_id = %s ORDER BY requested_at", [order])), None)


def by_receipt(boutique: BoutiqueId, conn: Connection[Any], provider: str, receipt: str) -> PaymentId | None:
    """The payment that a receipt proves; None for a receipt never seen here."""
    rows = RECEIPTS.where(conn, boutique, "provider = %s AND receipt = %s", [provider, receipt])
    return PaymentId(rows[0].payment) if rows else None


def by_reference(boutique: BoutiqueId, conn: Connection[Any], reference: str) -> PaymentRow | None:
    """The latest payment that was asked for under this reference, however it is typed."""
    condition = "upper(reference) = %s ORDER BY requested_at DESC LIMIT 1"
    return next(iter(PAYMENTS.where(conn, boutique, condition, [reference.strip().upper()])), None)


def by_checkout(boutique: BoutiqueId, conn: Connection[Any], checkout_id: str) -> PaymentId | None:
    """The payment one of whose prompts has this id at the neighbour."""
    rows = PAYMENTS.where(
        conn,
        boutique,
        "attempts @> jsonb_build_array(jsonb_build_object('checkout_id', %s::text))",
        [checkout_id],
    )
    return PaymentId(rows[0].payment) if rows else None


def wanting_eyes(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[PaymentRow]:
    """Payments that a person should look at: contradicted, or without evidence in all the time."""
    return PAYMENTS.where(
        conn, boutique, "(contradicted OR state = 'unresolved') ORDER BY requested_at DESC LIMIT %s", [limit]
    )


def beside(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[UnallocatedRow]:
    """Money with a receipt that settles nothing and that no refund speaks of, the latest first."""
    condition = """receipt IS NOT NULL AND (payment, receipt) NOT IN (SELECT r.payment, r.receipt
        FROM dukani.refunds r WHERE r.boutique_id = %s AND r.receipt IS NOT NULL) ORDER BY at DESC LIMIT %s"""
    return UNALLOCATED.where(conn, boutique, condition, [boutique, limit])


def unallocated(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[UnallocatedRow]:
    """Money that settles nothing, the latest first."""
    return UNALLOCATED.where(conn, boutique, "true ORDER BY at DESC, payment, version LIMIT %s", [limit])
