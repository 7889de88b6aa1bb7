"""Money that waits for a person, as the dashboard shows it."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from application.depositing import number_meant
from domain.identity import BoutiqueId, DepositId, PaymentId
from domain.money import Money
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
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

MOST: Final = 100
"""Of each list; a shop in which more waits begins with these."""


def waiting_money(boutique: BoutiqueId, deps: DashboardDeps, role: Role) -> WaitingMoney:
    """All of it, the latest first."""
    with deps.door(boutique) as conn:
        loose = deposits.unallocated(boutique, conn, MOST)
        beside = payments.beside(boutique, conn, MOST)
        back = refunds.open_ones(boutique, conn, MOST)
        ids = [*(d.suggested for d in loose), *(b.payment for b in beside), *(r.payment for r in back)]
        known = _named(boutique, conn, ids)
    return WaitingMoney(
        deposits=[_deposit(boutique, deps, row, known, role) for row in loose],
        beside=[_beside(row, known) for row in beside],
        refunds=[_refund(row, known) for row in back],
    )


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
    boutique: BoutiqueId, deps: DashboardDeps, row: DepositRow, known: Mapping[UUID, PaymentRow], role: Role
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
        trouble=row.trouble,
        at=row.at,
    )


def _amount(row: DepositRow | UnallocatedRow | RefundRow) -> Amount:
    return Amount.of(Money(cents=row.amount, currency=row.currency))
