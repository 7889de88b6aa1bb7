"""The shop as a whole: who it is, and how its day goes."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from psycopg import Connection

from domain.identity import BoutiqueId, ProductId
from domain.money import Money
from domain.sizes import Size, SizeSystem
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas import Amount, BoutiqueCard, LowStock, Me, Today
from interfaces.http.views.products import picture_path
from projections import accounts, chats, orders, product_index, running_out
from projections.orders import Status
from projections.product_index import VariantRow
from projections.sales import EAST_AFRICA

_SCARCE_SHOWN: Final = 12
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def me(boutique: BoutiqueId, deps: DashboardDeps, role: Role) -> Me:
    """Who is signed in, and in which boutique."""
    with deps.door(boutique) as conn:
        own = accounts.own(boutique, conn)
    card = BoutiqueCard(
        id=boutique,
        name=own.title if own else "",
        town=own.town if own else "",
        currency=own.currency if own else "KES",
        whatsapp_numbers=own.numbers if own else [],
    )
    return Me(boutique=card, role=role)


def today(boutique: BoutiqueId, deps: DashboardDeps) -> Today:
    """How the day goes, and what waits for a person."""
    now = deps.clock.now()
    begin = _midnight(now)
    with deps.door(boutique) as conn:
        paid = orders.paid_between(boutique, conn, begin, begin + _DAY)
        before = orders.paid_between(boutique, conn, begin - _WEEK, begin - _WEEK + _DAY)
        so_far = orders.paid_between(boutique, conn, begin - _WEEK, now - _WEEK)
        standing = orders.counts(boutique, conn)
        return Today(
            day=begin.astimezone(EAST_AFRICA).date(),
            paid=_kes(paid.cents),
            paid_orders=paid.orders,
            same_weekday_last_week=_kes(before.cents),
            change_percent=round(100 * (paid.cents - so_far.cents) / so_far.cents) if so_far.cents else None,
            orders_to_pack=standing.get(Status.PAID, 0),
            orders_awaiting_payment=standing.get(Status.AWAITING_PAYMENT, 0),
            chats_waiting=chats.waiting_for_person(boutique, conn),
            low_stock=_low_stock(boutique, conn, now),
            low_stock_sizes=running_out.how_many(boutique, conn, now),
        )


def _midnight(now: datetime) -> datetime:
    day = now.astimezone(EAST_AFRICA).replace(hour=0, minute=0, second=0, microsecond=0)
    return day.astimezone(UTC)


def _kes(cents: int) -> Amount:
    return Amount.of(Money(cents=cents))


def _low_stock(boutique: BoutiqueId, conn: Connection[Any], now: datetime) -> list[LowStock]:
    scarce = running_out.soonest(boutique, conn, now, _SCARCE_SHOWN)
    products = list({row.product for row in scarce})
    pieces = product_index.pieces(boutique, conn, products)
    sizes = {
        row.variant: row for rows in product_index.sizes(boutique, conn, products).values() for row in rows
    }
    return [
        LowStock(
            product=row.product,
            title=pieces[ProductId(row.product)].title,
            size=_label(sizes[row.variant]),
            available=row.available,
            sold=row.sold,
            picture=picture_path(pieces[ProductId(row.product)].pictures),
        )
        for row in scarce
    ]


def _label(size: VariantRow) -> str:
    return Size(system=SizeSystem(size.size_system), value=size.size_value).label
