"""Money that goes back: what was wished for, who approved it, and how far it came."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId, subject_of
from domain.payment.events import (
    MoneyRefunded,
    RefundAccepted,
    RefundDeclined,
    RefundFailed,
    RefundRequested,
    RefundStarted,
    RefundUncertain,
)
from projections.fold import Fold
from projections.table import Table


@dataclass(slots=True)
class RefundRow:
    """One refund. `state` is requested, declined, approved, on-its-way, uncertain, failed or done.

    `reference` is the neighbour's name of it. Units: cents.
    """

    payment: UUID
    refund: int
    amount: int = 0
    currency: str = "KES"
    reason: str = ""
    receipt: str | None = None
    state: str = "requested"
    requested_by: str = ""
    decided_by: str | None = None
    declined_for: str | None = None
    trouble: str | None = None
    trouble_code: str | None = None
    reference: str | None = None
    at: datetime | None = None
    version: int = 0


REFUNDS: Final = Table("refunds", RefundRow, key=("payment", "refund"), newest="version")
_fold = Fold[RefundRow]()


@_fold.on(RefundRequested)
def _requested(row: RefundRow, fact: RefundRequested, _: Recorded[Any]) -> None:
    row.amount, row.currency = fact.amount.cents, fact.amount.currency
    row.reason, row.receipt, row.requested_by = fact.reason, fact.receipt, fact.requested_by


@_fold.on(RefundDeclined)
def _declined(row: RefundRow, fact: RefundDeclined, _: Recorded[Any]) -> None:
    row.state, row.decided_by = "declined", fact.declined_by
    row.declined_for = fact.reason


@_fold.on(RefundStarted)
def _approved(row: RefundRow, fact: RefundStarted, _: Recorded[Any]) -> None:
    row.state, row.decided_by = "approved", fact.approved_by
    row.amount, row.currency, row.reason = fact.amount.cents, fact.amount.currency, fact.reason


@_fold.on(RefundAccepted)
def _accepted(row: RefundRow, fact: RefundAccepted, _: Recorded[Any]) -> None:
    row.state, row.reference = "on-its-way", fact.reference


@_fold.on(RefundUncertain)
def _uncertain(row: RefundRow, fact: RefundUncertain, _: Recorded[Any]) -> None:
    row.state, row.trouble_code, row.trouble = "uncertain", None, fact.reason


@_fold.on(RefundFailed)
def _failed(row: RefundRow, fact: RefundFailed, _: Recorded[Any]) -> None:
    row.state, row.trouble_code, row.trouble = "failed", fact.code, fact.reason


@_fold.on(MoneyRefunded)
def _done(row: RefundRow, fact: MoneyRefunded, _: Recorded[Any]) -> None:
    row.state, row.reference = "done", fact.reference
    row.trouble_code, row.trouble = None, None
    row.amount, row.currency = fact.amount.cents, fact.amount.currency


class Refunds:
    """The read model of refunds."""

    name: ClassVar[str] = "refunds"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        mine = [(subject_of(one.originator_id), one) for one in _fold.known(facts)]
        rows = REFUNDS.load(conn, boutique, {payment for payment, _ in mine})
        changed: dict[Hashable, RefundRow] = {}
        for payment, recorded in mine:
            row = _row_of(rows, payment, recorded)
            if recorded.originator_version > row.version:
                _fold.take(row, recorded)
                row.version, row.at = recorded.originator_version, recorded.at
                changed[(payment, row.refund)] = row
        REFUNDS.save(conn, boutique, changed.values())

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        REFUNDS.clear(conn, boutique)


def _row_of(rows: dict[Hashable, RefundRow], payment: UUID, recorded: Recorded[Any]) -> RefundRow:
    """The refund that a fact is about; the oldest facts do not count them, and mean the last one."""
    counted: int | None = recorded.fact.refund
    if counted is None:
        mine = [row for row in rows.values() if row.payment == payment]
        seen = next((row for row in mine if row.version == recorded.originator_version), None)
        open_ones = [row for row in mine if row.state != "done"]
        is_new = isinstance(recorded.fact, RefundStarted) or not open_ones
        counted = seen.refund if seen else len(mine) + 1 if is_new else open_ones[0].refund
    return rows.setdefault((payment, counted), RefundRow(payment, counted))


def open_ones(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[RefundRow]:
    """Refunds that are neither done nor declined, those that a person must decide before the others."""
    condition = "state NOT IN ('done', 'declined') ORDER BY state <> 'requested', at DESC LIMIT %s"
    return REFUNDS.where(conn, boutique, condition, [limit])


def unknown(
    boutique: BoutiqueId, conn: Connection[Any], doubted_before: datetime, sent_before: datetime, limit: int
) -> list[RefundRow]:
    """Refunds of which nobody knows whether they went: long in doubt, or long on their way; oldest first."""
    condition = """((state = 'uncertain' AND at < %s) OR (state = 'on-its-way' AND at < %s))
        ORDER BY at, refund LIMIT %s"""
    return REFUNDS.where(conn, boutique, condition, [doubted_before, sent_before, limit])


def requested(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[RefundRow]:
    """Refunds that a person must decide, the oldest first."""
    return REFUNDS.where(conn, boutique, "state = 'requested' ORDER BY at, refund LIMIT %s", [limit])


def failed(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[RefundRow]:
    """Refunds that moved nothing and after which no other was wished for, the oldest first."""
    condition = """state = 'failed' AND NOT EXISTS (SELECT FROM dukani.refunds n WHERE n.boutique_id = %s
        AND n.payment = refunds.payment AND n.refund > refunds.refund) ORDER BY at, refund LIMIT %s"""
    return REFUNDS.where(conn, boutique, condition, [boutique, limit])


def kept(boutique: BoutiqueId, conn: Connection[Any], payment: UUID) -> list[RefundRow]:
    """Refunds that were declined and not asked for again, the oldest first."""
    condition = """payment = %s AND state = 'declined' AND NOT EXISTS (SELECT FROM dukani.refunds n
        WHERE n.boutique_id = %s AND n.payment = refunds.payment AND n.refund > refunds.refund
        AND n.reason = refunds.reason AND n.receipt IS NOT DISTINCT FROM refunds.receipt) ORDER BY refund"""
    return REFUNDS.where(conn, boutique, condition, [payment, boutique])


def of_payment(boutique: BoutiqueId, conn: Connection[Any], payment: UUID) -> list[RefundRow]:
    """All refunds of a payment, in their order."""
    return REFUNDS.where(conn, boutique, "payment = %s ORDER BY refund", [payment])
