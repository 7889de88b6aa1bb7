"""What of a boutique's facts is counted: sums by day, and the few rows that are needed to count on.

A fact tells little by itself: that an order is paid says nothing of whose it was, what was in it, and in
which chat it began. So rows of chats, buyers, open orders, pieces and bills are kept beside the sums. Whoever
keeps both loads the rows that a page of facts names, lets the facts be taken in, and saves what changed, all
at once.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from math import log
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar
from uuid import UUID

from projections.sales import day_of


class Step(IntEnum):
    """How far a chat came. Whoever came further counts for the steps before."""

    OPENED = 0
    SHOWN = 1
    CARTED = 2
    PROMPTED = 3
    PAID = 4


class Tally(NamedTuple):
    """What is summed: a kind of thing about something, on a day in East Africa."""

    day: date
    kind: str
    about: str


GOODS: Final = frozenset({"product", "came", "went", "corrected"})
"""The kinds that are about products, each of which has sums of its own."""


@dataclass(slots=True)
class Sum:
    """How many, how many pieces, and how much. Units: cents, or millionths of a US dollar for what costs."""

    n: int = 0
    pieces: int = 0
    amount: int = 0


@dataclass(slots=True)
class ChatRow:
    """A chat: how far it came, when she wrote first and was answered first, whether a person took part.

    `channel` is the way it goes, by the word that its facts use.
    """

    chat: UUID
    customer: UUID
    day: date
    reached: int = Step.OPENED
    wrote_at: datetime | None = None
    answered_at: datetime | None = None
    person: bool = False
    paid: int = 0
    channel: str = ""


@dataclass(slots=True)
class BuyerRow:
    """A customer: her newest chat, and since when she buys. Shape: `first` and `last` are months, 2026-11."""

    customer: UUID
    chat: UUID | None = None
    orders: int = 0
    first: str = ""
    last: str = ""


@dataclass(slots=True)
class OrderRow:
    """An order that waits for its money. Shape: `lines` are those of Line, as JSON."""

    order_id: UUID
    customer: UUID
    chat: UUID
    lines: str


@dataclass(slots=True)
class LinkRow:
    """Whose a cart is, which order a payment is for, of which product a variant is."""

    subject: UUID
    target: UUID


@dataclass(slots=True)
class PieceRow:
    """A product: its newest title, and how many of it are there."""

    product: UUID
    title: str = ""
    on_hand: int = 0


@dataclass(slots=True)
class BillRow:
    """A message of the shop that is delivered, priced, or both and therefore counted. `rate` is its kind."""

    reply: UUID
    rate: str = ""
    delivered: bool = False
    counted: bool = False


@dataclass(slots=True)
class ParcelRow:
    """A delivered order: its day, and the stars that she gave it; 0 until she says something."""

    order_id: UUID
    day: date
    stars: int = 0


ROWS: Final[Mapping[str, type]] = {
    "chats": ChatRow,
    "buyers": BuyerRow,
    "open_orders": OrderRow,
    "links": LinkRow,
    "sold_pieces": PieceRow,
    "bills": BillRow,
    "parcels": ParcelRow,
}
"""The kinds of rows, by the name of what holds them; a row's first field is its key."""

R = TypeVar("R")


class Loads(Protocol):
    """Finds the rows of a kind that were saved before."""

    def load(self, kind: str, row: type[R], keys: Collection[UUID]) -> Iterable[R]:
        """Those of these keys that there are."""
        ...


@dataclass(slots=True)
class Held(Generic[R]):
    """The rows of one kind that a page of facts names. `touched` are to be saved, `gone` to be taken away."""

    kind: str
    row: type[R]
    rows: dict[UUID, R] = field(default_factory=dict)
    touched: set[UUID] = field(default_factory=set)
    gone: set[UUID] = field(default_factory=set)

    def load(self, keys: Iterable[UUID | None], rows: Loads) -> None:
        """Have the rows of these keys at hand."""
        wanted = {key for key in keys if key is not None} - self.rows.keys()
        if wanted:
            found = rows.load(self.kind, self.row, wanted)
            self.rows.update({_key(row): row for row in found})

    def get(self, key: UUID | None) -> R | None:
        """The row of this key, if there is one."""
        return self.rows.get(key) if key is not None else None

    def put(self, row: R) -> R:
        """Keep a row, new or changed."""
        key = _key(row)
        self.rows[key] = row
        self.touched.add(key)
        self.gone.discard(key)
        return row

    def drop(self, key: UUID) -> None:
        """Keep a row no longer."""
        self.rows.pop(key, None)
        self.touched.discard(key)
        self.gone.add(key)


class Tallies:
    """The sums of a page of facts, and the rows it was counted with. Example: see tests of the figures."""

    def __init__(self) -> None:
        self.sums: dict[Tally, Sum] = defaultdict(Sum)
        self.chats = Held("chats", ChatRow)
        self.buyers = Held("buyers", BuyerRow)
        self.orders = Held("open_orders", OrderRow)
        self.links = Held("links", LinkRow)
        self.pieces = Held("sold_pieces", PieceRow)
        self.bills = Held("bills", BillRow)
        self.parcels = Held("parcels", ParcelRow)

    @property
    def held(self) -> Sequence[Held[Any]]:
        """All rows, by kind."""
        return (self.chats, self.buyers, self.orders, self.links, self.pieces, self.bills, self.parcels)

    def add(self, day: date, kind: str, about: str, n: int = 0, pieces: int = 0, amount: int = 0) -> None:
        """Count something."""
        total = self.sums[Tally(day, kind, about)]
        total.n += n
        total.pieces += pieces
        total.amount += amount

    def buyer(self, customer: UUID) -> BuyerRow:
        """The customer's row, begun where there is none."""
        return self.buyers.put(self.buyers.get(customer) or BuyerRow(customer))

    def piece(self, product: UUID) -> PieceRow:
        """The product's row, begun where there is none."""
        return self.pieces.put(self.pieces.get(product) or PieceRow(product))

    def chat_of(self, customer: UUID | None) -> UUID | None:
        """The customer's newest chat."""
        buyer = self.buyers.get(customer)
        return buyer.chat if buyer else None

    def change_chat(self, chat: UUID | None, change: Callable[[ChatRow], None]) -> None:
        """Change a chat, and what it counts for with it."""
        row = self.chats.get(chat)
        if row is None:
            return
        before = _counts_for(row)
        change(row)
        self.chats.put(row)
        after = _counts_for(row)
        if before != after:
            for sign, standing in ((-1, before), (1, after)):
                for kind, about, amount in standing:
                    self.add(row.day, kind, about, n=sign, amount=sign * amount)

    def open_chat(self, chat: UUID, customer: UUID, channel: str, at: datetime) -> None:
        """A chat begins, and is from now on the customer's newest."""
        row = self.chats.put(ChatRow(chat, customer, day_of(at), channel=channel))
        self.buyer(customer).chat = chat
        for kind, about, _ in _counts_for(row):
            self.add(row.day, kind, about, n=1)

    def reach(self, chat: UUID | None, step: Step, paid: int = 0) -> None:
        """A chat came so far at least."""

        def further(row: ChatRow) -> None:
            row.reached = max(row.reached, step)
            row.paid += paid

        self.change_chat(chat, further)


GROWTH: Final = 1.02
"""The classes of waiting grow by two in a hundred, so that a middle value is right to one."""

AGENT, PERSON = "agent", "person"
WAITED, UNANSWERED = "waited", ""
LIKED: Final = "liked"


def waiting_class(seconds: float) -> int:
    """The class of a time that somebody waited."""
    return round(log(1 + max(0.0, seconds), GROWTH))


def seconds_of(waited: int) -> float:
    """The time that a class of waiting stands for."""
    return float(GROWTH**waited - 1)


def _counts_for(chat: ChatRow) -> list[tuple[str, str, int]]:
    counted = [(PERSON if chat.person else AGENT, Step(chat.reached).name.lower(), chat.paid)]
    if chat.wrote_at is not None:
        waited = UNANSWERED
        if chat.answered_at is not None:
            waited = str(waiting_class((chat.answered_at - chat.wrote_at).total_seconds()))
        counted.append((WAITED, waited, 0))
    return counted


def _key(row: Any) -> UUID:
    key: UUID = getattr(row, row.__slots__[0])
    return key
