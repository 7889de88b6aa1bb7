"""The waiting money asked for, as a file of exactly what is filtered."""

from collections.abc import Iterator
from typing import Final

from domain.identity import BoutiqueId
from domain.staff.events import Role
from interfaces.http.deps import OpenRows
from interfaces.http.schemas.money import MoneyBeside, OpenRefund, OrderName, WaitingDeposit
from interfaces.http.views.money import ALL, AskedMoney, MoneyKind, waiting_money
from interfaces.papers.order_papers import eat
from interfaces.spreadsheets.csv_writing import csv_lines

HEADINGS: Final = (
    "kind", "amount", "currency", "why", "state", "since", "receipt", "order", "perhaps_for", "typed",
    "payer", "trouble",
)  # fmt: skip


def file(boutique: BoutiqueId, deps: OpenRows, asked: AskedMoney, role: Role) -> Iterator[str]:
    """The money asked for as CSV, in the order of the page; without what is personal for who only reads."""
    told = waiting_money(boutique, deps, asked, role, ALL)
    rows = (*map(_refund, told.refunds), *map(_deposit, told.deposits), *map(_beside, told.beside))
    return csv_lines(HEADINGS, rows)


def _refund(one: OpenRefund) -> tuple[object, ...]:
    sum_of = (one.amount.cents / 100, one.amount.currency)
    when = eat(one.at)
    return (
        MoneyKind.REFUNDS,
        *sum_of,
        one.reason,
        one.state,
        when,
        "",
        _number(one.order),
        "",
        "",
        "",
        ": ".join(filter(None, (one.trouble_code, one.trouble))),
    )


def _deposit(one: WaitingDeposit) -> tuple[object, ...]:
    sum_of = (one.amount.cents / 100, one.amount.currency)
    typed = (_number(one.suggested), one.reference, one.payer)
    return (MoneyKind.DEPOSITS, *sum_of, one.reason, "", eat(one.paid_at), one.receipt, "", *typed, "")


def _beside(one: MoneyBeside) -> tuple[object, ...]:
    sum_of = (one.amount.cents / 100, one.amount.currency)
    of = (eat(one.at), one.receipt, _number(one.order))
    return (MoneyKind.BESIDE, *sum_of, one.reason, "", *of, "", "", "", "")


def _number(order: OrderName | None) -> str:
    return order.number if order else ""
