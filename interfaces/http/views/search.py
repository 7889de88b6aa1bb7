"""Searching the whole shop: customers, orders, pieces and receipts, as the one who looks may see them."""

import re
from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from domain.identity import BoutiqueId
from domain.money import Money
from domain.sealed import Sealed
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas import Amount, CustomerFound, Found, OrderRow, PieceFound, ReceiptFound
from interfaces.http.schemas.search import MoneyFound
from interfaces.http.views import orders as order_views
from interfaces.http.views.masking import reveals
from interfaces.http.views.people import cards
from interfaces.http.views.products import picture_path
from projections import chats, customer_lists, deposits, order_lists, orders, product_lists, receipts
from projections.customer_lists import AskedCustomers
from projections.customers import CustomerRow
from projections.product_lists import Asked

SHOWN: Final = 5
"""Of each kind."""

LOOKED_AT: Final = 3_000
"""Names and numbers are sealed, each under its customer's own key: so many newest ones are opened."""

_NUMBER: Final = re.compile(r"(?:DK-?)?([0-9A-Z]{2,10})")
_RECEIPT: Final = re.compile(r"[0-9A-Z]{3,20}")
_DIGITS: Final = 4


def search(boutique: BoutiqueId, deps: DashboardDeps, words: str, role: Role) -> Found:
    """What fits the words, a few of each kind."""
    with deps.door(boutique) as conn:
        return Found(
            customers=_customers(boutique, conn, deps, words, role),
            orders=_orders(boutique, conn, deps, words, role),
            pieces=_pieces(boutique, conn, words),
            receipts=_receipts(boutique, conn, deps, words, role),
            money=_money(boutique, conn, words),
        )


def _orders(
    boutique: BoutiqueId, conn: Connection[Any], deps: DashboardDeps, words: str, role: Role
) -> list[OrderRow]:
    number = _NUMBER.fullmatch(words.strip().upper())
    if number is None:
        return []
    return _listed(
        boutique, conn, deps, order_lists.begin_with(boutique, conn, f"DK-{number[1]}", SHOWN), role
    )


def _listed(
    boutique: BoutiqueId,
    conn: Connection[Any],
    deps: DashboardDeps,
    rows: Sequence[orders.OrderRow],
    role: Role,
) -> list[OrderRow]:
    people = cards(boutique, conn, deps.vault, (row.customer for row in rows), role)
    return [order_views.listed(row, people[row.customer]) for row in rows if row.customer]


def _receipts(
    boutique: BoutiqueId, conn: Connection[Any], deps: DashboardDeps, words: str, role: Role
) -> list[ReceiptFound]:
    code = words.strip().upper()
    if not _RECEIPT.fullmatch(code):
        return []
    found = receipts.begin_with(boutique, conn, code, SHOWN)
    rows = list(orders.some(boutique, conn, [order for _, order in found]).values())
    told = {row.id: row for row in _listed(boutique, conn, deps, rows, role)}
    return [ReceiptFound(receipt=receipt, order=told[order]) for receipt, order in found if order in told]


def _money(boutique: BoutiqueId, conn: Connection[Any], words: str) -> list[MoneyFound]:
    code = words.strip().upper()
    rows = deposits.begin_with(boutique, conn, code, SHOWN) if _RECEIPT.fullmatch(code) else []
    sums = ((row.receipt, Money(cents=row.amount, currency=row.currency)) for row in rows)
    return [MoneyFound(receipt=receipt, amount=Amount.of(money)) for receipt, money in sums]


def _pieces(boutique: BoutiqueId, conn: Connection[Any], words: str) -> list[PieceFound]:
    rows = product_lists.listed(boutique, conn, Asked(words=words), SHOWN)
    return [
        PieceFound(product=row.product, title=row.title, sku=row.sku, picture=picture_path(row.pictures))
        for row in rows
    ]


def _customers(
    boutique: BoutiqueId, conn: Connection[Any], deps: DashboardDeps, words: str, role: Role
) -> list[CustomerFound]:
    if not reveals(role):
        return []
    rows = customer_lists.listed(boutique, conn, AskedCustomers(), LOOKED_AT)
    fitting = _named(boutique, deps, rows, words) | _numbered(boutique, deps, rows, words)
    shown = [row.customer for row in rows if row.customer in fitting][:SHOWN]
    people = cards(boutique, conn, deps.vault, shown, role)
    newest = chats.newest_of(boutique, conn, shown)
    return [CustomerFound(customer=people[each], conversation=newest.get(each)) for each in shown]


def _named(boutique: BoutiqueId, deps: DashboardDeps, rows: Sequence[CustomerRow], words: str) -> set[Any]:
    """Whose name has a word that begins with each of these."""
    sealed = [(row.customer, row.name or row.username) for row in rows]
    wanted = words.casefold().split()
    return {
        customer
        for customer, name in _opened(boutique, deps, sealed)
        if all(any(part.startswith(word) for part in name.casefold().split()) for word in wanted)
    }


def _numbered(boutique: BoutiqueId, deps: DashboardDeps, rows: Sequence[CustomerRow], words: str) -> set[Any]:
    """In whose number these digits stand, with or without the country's."""
    digits = re.sub(r"[\s+()-]", "", words)
    if not digits.isdecimal() or len(digits) < _DIGITS:
        return set()
    phones = _opened(boutique, deps, [(row.customer, row.phone) for row in rows])
    return {customer for customer, phone in phones if digits.lstrip("0") in re.sub(r"\D", "", phone)}


def _opened(
    boutique: BoutiqueId, deps: DashboardDeps, sealed: Sequence[tuple[Any, Any]]
) -> list[tuple[Any, str]]:
    there = [(customer, Sealed.model_validate(value)) for customer, value in sealed if value]
    texts = deps.vault.open_all(boutique, [value for _, value in there])
    return [(customer, text) for (customer, _), text in zip(there, texts, strict=True) if text]
