"""The shop as a whole: who is signed in, and how its day goes."""

from datetime import date
from uuid import UUID

from domain.staff.events import Role
from interfaces.http.schemas.answers import Amount, Answer


class BoutiqueCard(Answer):
    """The boutique of the session."""

    id: UUID
    name: str
    town: str
    currency: str
    whatsapp_numbers: list[str]


class Me(Answer):
    """Who is signed in, and where."""

    boutique: BoutiqueCard
    role: Role


class LowStock(Answer):
    """A size that is running out. `sold` counts the pieces of the last four weeks."""

    product: UUID
    title: str
    size: str
    available: int
    sold: int
    picture: str | None


class Today(Answer):
    """The day so far, in East Africa Time. `change_percent` is against the same weekday last week.

    Shape: `low_stock` are those of the `low_stock_sizes` that run out first.
    """

    day: date
    paid: Amount
    paid_orders: int
    same_weekday_last_week: Amount
    change_percent: int | None
    orders_to_pack: int
    orders_awaiting_payment: int
    chats_waiting: int
    low_stock: list[LowStock]
    low_stock_sizes: int
