"""Money that waits for a person, as the dashboard shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar
from uuid import UUID

from psycopg import Connection

from application.depositing import number_meant
from domain.identity import BoutiqueId, DepositId, PaymentId
from domain.money import Money
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps, OpenRows
from interfaces.http.problems import not_found
from interfaces.http.schemas.answers import Amount
from interfaces.http.schemas.money import (
    MoneyBeside,
    OpenRefund,
    OrderName,
    RefundState,
    WaitingDeposit,
    WaitingMoney,
)
from interfaces.http.views.masking import reveals
from interfaces.http.views.people import opened
from projections import deposits, payments, refunds
from projections.deposits import DepositRow
from projections.payments import PaymentRow, UnallocatedRow
from projections.refunds import RefundRow

SHOWN: Final = 100
"""Of each list; a shop in which more waits begins with these."""

ALL: Final = 10_000
"""Of each list, for a file and for who looks for one sum among them: more never waits."""


class MoneyKind(StrEnum):
    """Why money waits for somebody."""

    REFUNDS = "refunds"
    """It should go back."""
    DEPOSITS = "deposits"
    """It belongs to no order yet."""
    BESIDE = "beside"
    """It came for an order and settles nothing of it."""


@dataclass(frozen=True, slots=True)
class AskedMoney:
    """Which waiting money is asked for; `words` stand in a receipt, an order's number, or what was typed."""

    kind: MoneyKind | None = None
    words: str | None = None

    def wants(self, kind: MoneyKind) -> bool:
        """Whether money of this kind is asked for."""
        return self.kind in (None, kind)


def waiting_money(
    boutique: BoutiqueId, deps: OpenRows, asked: AskedMoney, role: Role, most: int = SHOWN
) -> WaitingMoney:
    """The money asked for, up to so many of each kind, the latest first."""
    read = ALL if asked.words else most
    with deps.door(boutique) as conn:
        loose = deposits.unallocated(boutique, conn, read) if asked.wants(MoneyKind.DEPOSITS) else []
        beside = payments.beside(boutique, conn, read) if asked.wants(MoneyKind.BESIDE) else []
        back = refunds.open_ones(boutique, conn, read) if asked.wants(MoneyKind.REFUNDS) else []
        ids = [*(d.suggested for d in loose), *(b.payment for b in beside), *(r.payment for r in back)]
        known = _named(boutique, conn, ids)
    words = (asked.words or "").casefold().strip()
    return WaitingMoney(
        deposits=_fitting(words, (_deposit(boutique, deps, row, known, role) for row in loose))[:most],
        beside=_fitting(words, (_beside(row, known) for row in beside))[:most],
        refunds=_fitting(words, (_refund(row, known) for row in back))[:most],
    )


_Waiting = TypeVar("_Waiting", WaitingDeposit, MoneyBeside, OpenRefund)


def _fitting(words: str, waiting: Iterable[_Waiting]) -> list[_Waiting]:
    """Those in whose sum, receipt, order or typed words these stand."""
    return [one for one in waiting if any(words in told.casefold() for told in _told(one))]


def _told(one: WaitingDeposit | MoneyBeside | OpenRefund) -> list[str]:
    """What a person sees of it and may look for."""
    seen: list[str | None] = [one.amount.text, str(one.amount.cents // 100)]
    match one:
        case WaitingDeposit():
            seen += [one.receipt, one.reference, one.payer, one.suggested.number if one.suggested else None]
        case MoneyBeside():
            seen += [one.receipt, one.order.number if one.order else None]
        case OpenRefund():
            seen += [one.order.number if one.order else None]
    return [each for each in seen if each]


def deposit_here(boutique: BoutiqueId, deps: DashboardDeps, deposit: UUID) -> DepositId:
    """The deposit, if it is this boutique's. Raises: ProblemFound 404."""
    with deps.door(boutique) as conn:
        if deposits.one(boutique, conn, deposit) is None:
            raise not_found()
    return DepositId(deposit)


def payment_here(boutique: BoutiqueId, deps: DashboardDeps, payment: UUID) -> PaymentId:
    """The payment, if it is this boutique's. Raises: ProblemFound 404."""
    with deps.door(boutique) as conn:
        if payment not in _named(boutique, conn, [payment]):
            raise not_found()
    return PaymentId(payment)


def payment_of_number(boutique: BoutiqueId, deps: DashboardDeps, typed: str) -> PaymentId:
    """The payment of the order of this number, however it is typed. Raises: ProblemFound 404."""
    with deps.door(boutique) as conn:
        row = payments.by_reference(boutique, conn, number_meant(typed) or typed)
    if row is None:
        raise not_found()
    return PaymentId(row.payment)


def _named(
    boutique: BoutiqueId, conn: Connection[Any], ids: Iterable[UUID | None]
) -> Mapping[UUID, PaymentRow]:
    rows = payments.PAYMENTS.load(conn, boutique, {each for each in ids if each})
    return {row.payment: row for row in rows.values()}


def _order(payment: UUID | None, known: Mapping[UUID, PaymentRow]) -> OrderName | None:
    row = known.get(payment) if payment else None
    return OrderName(id=row.order_id, number=row.reference) if row and row.order_id else None


def _deposit(
    boutique: BoutiqueId, deps: OpenRows, row: DepositRow, known: Mapping[UUID, PaymentRow], role: Role
) -> WaitingDeposit:
    assert row.paid_at is not None  # noqa: S101 — money that waits has come
    return WaitingDeposit(
        id=row.deposit,
        amount=_amount(row),
        receipt=row.receipt,
        reason=row.reason or "",
        reference=opened(boutique, deps.vault, row.reference) if reveals(role) else None,
        payer=opened(boutique, deps.vault, row.payer) if reveals(role) else None,
        paid_at=row.paid_at,
        suggested=_order(row.suggested, known),
    )


def _beside(row: UnallocatedRow, known: Mapping[UUID, PaymentRow]) -> MoneyBeside:
    return MoneyBeside(
        payment=row.payment,
        order=_order(row.payment, known),
        amount=_amount(row),
        receipt=row.receipt or "",
        reason=row.reason,
        at=row.at,
    )


def _refund(row: RefundRow, known: Mapping[UUID, PaymentRow]) -> OpenRefund:
    assert row.at is not None  # noqa: S101 — every row is of a fact
    return OpenRefund(
        payment=row.payment,
        refund=row.refund,
        order=_order(row.payment, known),
        amount=_amount(row),
        reason=row.reason,
        state=RefundState(row.state),
        trouble_code=row.trouble_code,
        trouble=row.trouble,
        at=row.at,
    )


def _amount(row: DepositRow | UnallocatedRow | RefundRow) -> Amount:
    return Amount.of(Money(cents=row.amount, currency=row.currency))
