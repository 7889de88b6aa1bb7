"""Money in the boutique's account by receipt, and whose it is; what belongs to nobody waits for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.deposit.events import DepositClaimed, DepositReceived, DepositReturned, DepositSetAside
from domain.fact import Recorded
from domain.identity import BoutiqueId
from projections.fold import Fold, fold_streams
from projections.table import Json, Table, literally


@dataclass(slots=True)
class DepositRow:
    """One receipt. `state` is received, claimed, unallocated or returned; `reference` and `payer` are sealed.

    A claim may be known before the money's own news; the receipt is then still empty. Units: cents.
    """

    deposit: UUID
    provider: str = ""
    shortcode: str = ""
    receipt: str = ""
    amount: int = 0
    currency: str = "KES"
    reference: Json | None = None
    payer: Json | None = None
    state: str = "received"
    reason: str | None = None
    suggested: UUID | None = None
    payment: UUID | None = None
    paid_at: datetime | None = None
    version: int = 0


DEPOSITS: Final = Table("deposits", DepositRow, key=("deposit",))
_fold = Fold[DepositRow]()


@_fold.on(DepositReceived)
def _received(row: DepositRow, fact: DepositReceived, _: Recorded[Any]) -> None:
    row.provider, row.shortcode, row.receipt = fact.provider, fact.shortcode, fact.receipt
    row.amount, row.currency, row.paid_at = fact.amount.cents, fact.amount.currency, fact.paid_at
    row.reference, row.payer = fact.reference.model_dump(mode="json"), fact.payer.model_dump(mode="json")


@_fold.on(DepositClaimed)
def _claimed(row: DepositRow, fact: DepositClaimed, _: Recorded[Any]) -> None:
    row.state, row.payment = "claimed", fact.payment


@_fold.on(DepositSetAside)
def _set_aside(row: DepositRow, fact: DepositSetAside, _: Recorded[Any]) -> None:
    row.state, row.reason, row.suggested = "unallocated", fact.reason, fact.suggested


@_fold.on(DepositReturned)
def _returned(row: DepositRow, _: DepositReturned, __: Recorded[Any]) -> None:
    row.state = "returned"


class Deposits:
    """The read model of deposits."""

    name: ClassVar[str] = "deposits"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        fold_streams(_fold, DEPOSITS, DepositRow, conn, boutique, facts)

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        DEPOSITS.clear(conn, boutique)


def unallocated(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[DepositRow]:
    """Money that waits for a person to say whose it is, the latest first."""
    return DEPOSITS.where(
        conn, boutique, "state = 'unallocated' ORDER BY paid_at DESC, deposit LIMIT %s", [limit]
    )


def longest_waiting(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[DepositRow]:
    """Of the same money what has waited longest."""
    return DEPOSITS.where(conn, boutique, "state = 'unallocated' ORDER BY paid_at, deposit LIMIT %s", [limit])


def begin_with(boutique: BoutiqueId, conn: Connection[Any], receipt: str, limit: int) -> list[DepositRow]:
    """Of the same money what came by a receipt that begins so."""
    condition = "state = 'unallocated' AND receipt LIKE %s ORDER BY receipt LIMIT %s"
    return DEPOSITS.where(conn, boutique, condition, [f"{literally(receipt)}%", limit])


def one(boutique: BoutiqueId, conn: Connection[Any], deposit: UUID) -> DepositRow | None:
    """A deposit; None for one that is not this boutique's."""
    return next(iter(DEPOSITS.load(conn, boutique, {deposit}).values()), None)


def since(boutique: BoutiqueId, conn: Connection[Any], shortcode: str, at: datetime) -> list[DepositRow]:
    """What came into an account since a time, for comparing it with the neighbour's own list."""
    return DEPOSITS.where(
        conn, boutique, "shortcode = %s AND paid_at >= %s ORDER BY paid_at", [shortcode, at]
    )
