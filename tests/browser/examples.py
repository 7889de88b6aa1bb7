"""Example answers of the API: one boutique's day, as the real schemas allow it and no other way."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from domain.fact import Actor
from domain.staff.events import Role
from interfaces.http.schemas import (
    BoutiqueCard,
    CustomerCard,
    FactField,
    History,
    HistoryEntry,
    LowStock,
    Me,
    Order,
    OrderedPiece,
    OrderRow,
    OrderStatus,
    OrderStep,
    PaymentAttempt,
    PaymentCard,
    Today,
)  # fmt: skip
from interfaces.http.schemas.history import FactValue, ValueKind
from tests.browser.shelf import SHELF, Piece, example_id, picture_path, shillings

EAST_AFRICA = ZoneInfo("Africa/Nairobi")


class Placed(NamedTuple):
    """An example order: whose, what, how far it came, and how many minutes ago it was placed."""

    number: str
    customer: str
    phone: str
    status: OrderStatus
    pieces: tuple[tuple[int, str, int], ...]
    area: str
    fee: int
    minutes_ago: int


S = OrderStatus
PLACED: tuple[Placed, ...] = (
    Placed("DK-7F3K9", "Wanjiku M.", "+254 7•• ••• 318", S.PAID, ((0, "M", 1),), "Kilimani", 250, 14),
    Placed("DK-2QX8B", "Achieng O.", "+254 7•• ••• 902", S.PAID, ((4, "L", 1), (1, "M", 2)), "Parklands", 300,
           52),
    Placed("DK-9MT4C", "Fatuma A.", "+254 7•• ••• 477", S.AWAITING_PAYMENT, ((5, "One size", 2),), "South B",
           200, 6),
    Placed("DK-5HW2N", "Njeri K.", "+254 7•• ••• 655", S.PACKED, ((8, "S", 1),), "Ruaka", 350, 190),
    Placed("DK-8ZP6V", "Mercy W.", "+254 7•• ••• 120", S.WITH_COURIER, ((10, "M", 1), (11, "M", 1)), "Thika",
           450, 1500),
    Placed("DK-3RJ7D", "Halima S.", "+254 1•• ••• 841", S.DELIVERED, ((2, "L", 2),), "Lavington", 250, 2900),
    Placed("DK-6CN9F", "Brenda A.", "+254 7•• ••• 233", S.DELIVERED, ((9, "UK 10", 1),), "Karen", 400, 4300),
    Placed("DK-4KD5S", "Aisha N.", "+254 7•• ••• 519", S.CANCELLED, ((3, "S", 1),), "Ngong", 400, 5800),
    Placed("DK-1VB3T", "Wambui G.", "+254 7•• ••• 764", S.EXPIRED, ((6, "UK 12", 1),), "Rongai", 350, 7300),
    Placed("DK-8LG2Y", "Wanjiku M.", "+254 7•• ••• 318", S.REFUND_DUE, ((11, "S", 1),), "Kilimani", 250,
           8600),
)  # fmt: skip

_STEPS = {
    S.AWAITING_PAYMENT: [OrderStep.CANCEL],
    S.PAID: [OrderStep.PACK],
    S.PACKED: [OrderStep.COURIER, OrderStep.DELIVER],
    S.WITH_COURIER: [OrderStep.DELIVER],
}


def now() -> datetime:
    """This moment in East Africa."""
    return datetime.now(EAST_AFRICA)


def ago(minutes: float) -> datetime:
    """So many minutes before now."""
    return now() - timedelta(minutes=minutes)


def me(name: str = "Amani Styles", town: str = "Nairobi") -> Me:
    """Who is signed in."""
    card = BoutiqueCard(
        id=example_id(name), name=name, town=town, currency="KES", whatsapp_numbers=["+254 700 000 101"]
    )
    return Me(boutique=card, role=Role.OWNER)


def customer(placed: Placed) -> CustomerCard:
    """The customer as the owner sees her."""
    return CustomerCard(
        id=example_id(placed.customer), name=placed.customer, phone=placed.phone, forgotten=False
    )


def total(placed: Placed) -> int:
    """What the order comes to, in shillings."""
    return placed.fee + sum(SHELF[i].price * n for i, _, n in placed.pieces)


def was_paid(placed: Placed) -> bool:
    """Whether money came in for it."""
    return placed.status not in {S.AWAITING_PAYMENT, S.CANCELLED, S.EXPIRED}


def order_row(placed: Placed) -> OrderRow:
    """The order as the list shows it."""
    return OrderRow(
        id=example_id(placed.number), number=placed.number, customer=customer(placed), status=placed.status,
        total=shillings(total(placed)), pieces=sum(n for *_, n in placed.pieces),
        first_title=SHELF[placed.pieces[0][0]].title, delivery_area=placed.area,
        placed_at=ago(placed.minutes_ago),
        paid_at=ago(placed.minutes_ago - 2) if was_paid(placed) else None,
    )  # fmt: skip


def _line(piece: Piece, size: str, quantity: int, off: int = 0) -> OrderedPiece:
    """A line of an order: what she pays for it, and so many shillings more on the list."""
    return OrderedPiece(
        product=example_id(piece.sku), variant=example_id(f"{piece.sku} {size}"), title=piece.title,
        size=size, quantity=quantity, taken_back=0,
        unit_price=shillings(piece.price), total=shillings(piece.price * quantity),
        list_price=shillings(piece.price + off), list_total=shillings((piece.price + off) * quantity),
        picture=picture_path(piece),
    )  # fmt: skip


def _payment(placed: Placed) -> PaymentCard:
    paid = was_paid(placed)
    tries = [
        PaymentAttempt(
            attempt=1, state="failed", code="2001", reason="The initiator information is invalid.",
            at=ago(placed.minutes_ago - 1),
        ),
        PaymentAttempt(
            attempt=2, state="received" if paid else "waiting", code=None, reason=None,
            at=ago(placed.minutes_ago - 2),
        ),
    ]  # fmt: skip
    return PaymentCard(
        id=example_id(f"payment {placed.number}"), state="completed" if paid else "waiting",
        provider="daraja",
        requested=shillings(total(placed)), received=shillings(total(placed) if paid else 0),
        receipt="TKN4XA81QW" if paid else None, attempts=tries,
    )  # fmt: skip


def order(placed: Placed, status: OrderStatus | None = None) -> Order:
    """The order, whole; in another status where it was moved on."""
    current = status or placed.status
    rank = [S.AWAITING_PAYMENT, S.PAID, S.PACKED, S.WITH_COURIER, S.DELIVERED]
    came = rank.index(current) if current in rank else 0
    since, off = placed.minutes_ago, 350 if placed is PLACED[0] else 0
    return Order(
        id=example_id(placed.number), number=placed.number, customer=customer(placed), status=current,
        conversation=example_id(f"chat {placed.customer}"),
        lines=[_line(SHELF[i], s, n, off) for i, s, n in placed.pieces],
        delivery_area=placed.area, delivery_fee=shillings(placed.fee), total=shillings(total(placed)),
        discount=shillings(off * sum(n for *_, n in placed.pieces)) if off else None,
        paying_number=placed.phone,
        address="Blue gate after the Total station, Rose Avenue, house 12",
        courier="Wells Fargo Courier" if came >= 3 else None, tracking="WF-20418" if came >= 3 else None,
        tracking_link="https://wf.example/WF-20418" if came >= 3 else None,
        cancel_reason="owner" if current is S.CANCELLED else None, payment=_payment(placed), kept=[],
        placed_at=ago(since), pay_until=ago(since - 30), paid_at=ago(since - 2) if was_paid(placed) else None,
        packed_at=ago(since * 0.6) if came >= 2 else None,
        handed_over_at=ago(since * 0.4) if came >= 3 else None,
        delivered_at=ago(since * 0.1) if came >= 4 else None,
        going_back=shillings(total(placed) if current is S.REFUND_DUE else 0),
        gone_back=shillings(total(placed) if current is S.REFUNDED else 0),
        may_go_back=shillings(total(placed) if came >= 1 else 0), steps=_STEPS.get(current, []),
    )  # fmt: skip


_WRAP: Final = {"quantity": "1", "title": "Amani wrap dress", "size": "M", "price": "KSh 3,200"}
_PAID: Final = {"amount": "KSh 3,450", "receipt": "TKN4XA81QW"}
_HISTORY: Final[tuple[tuple[str, str, dict[str, str], Actor], ...]] = (
    ("conversation", "conversation-message-received.v1", {"message": "photo"}, Actor.CUSTOMER),
    ("conversation", "conversation-photo-seen.v1", {"garment": "dress"}, Actor.AGENT),
    ("conversation", "conversation-pieces-shown.v1", {"count": "4", "by": "picture"}, Actor.AGENT),
    ("conversation", "conversation-size-advised.v1", {"size": "M", "fit": "bought"}, Actor.AGENT),
    ("cart", "cart-item-added.v1", _WRAP, Actor.CUSTOMER),
    ("order", "order-placed.v1", {"number": "DK-7F3K9", "total": "KSh 3,450"}, Actor.CUSTOMER),
    ("stock", "stock-reserved.v1", {"quantity": "1"}, Actor.AGENT),
    ("payment", "payment-prompt-accepted.v1", {"attempt": "1"}, Actor.NEIGHBOUR),
    ("payment", "payment-prompt-failed.v1", {"result": "2001"}, Actor.NEIGHBOUR),
    ("payment", "payment-prompt-accepted.v1", {"attempt": "2"}, Actor.NEIGHBOUR),
    ("payment", "payment-money-received.v1", {**_PAID, "source": "callback"}, Actor.NEIGHBOUR),
    ("order", "order-paid.v1", _PAID, Actor.NEIGHBOUR),
    ("stock", "stock-sold.v1", {"quantity": "1"}, Actor.CLOCK),
    ("order", "order-owner-told.v1", {}, Actor.AGENT),
)
_CODED: Final = {"message", "garment", "by", "fit", "result", "source"}


def _value(name: str, value: str) -> FactValue:
    return FactValue(name=name, value=value, kind=ValueKind.CODE if name in _CODED else ValueKind.TEXT)


def history(placed: Placed) -> History:
    """The order's history across all streams."""
    boutique = example_id("Amani Styles")
    entries = [
        HistoryEntry(
            position=4_180 + 3 * i, stream=f"{boutique}/{kind}/{example_id(kind + placed.number)}",
            version=i + 1,
            topic=topic, values=[_value(*each) for each in told.items()],
            at=ago(placed.minutes_ago + 9 - i), actor=actor,
            command=example_id(f"command {i // 3}"), correlation=example_id(f"message {i // 5}"),
            body=[
                FactField(name="currency", value="KES", sealed=False),
                FactField(name="phone", value=None, sealed=True),
            ],
        )
        for i, (kind, topic, told, actor) in enumerate(_HISTORY)
    ]  # fmt: skip
    return History(
        order=example_id(placed.number), number=placed.number, entries=entries, chain_verified=True,
        verified_to=4_219,
    )  # fmt: skip


def today() -> Today:
    """How the day goes."""
    low = [
        LowStock(
            product=example_id(p.sku), title=f"{p.title}, cut on the bias with long sleeves", size=size,
            available=left, sold=3, picture=picture_path(p),
        )
        for p in SHELF for size, left in p.stock.items() if 0 < left <= 1
    ]  # fmt: skip
    return Today(
        day=now().date(), paid=shillings(28_450), paid_orders=6, same_weekday_last_week=shillings(23_900),
        change_percent=19, orders_to_pack=2, orders_awaiting_payment=1, chats_waiting=2, low_stock=low,
        low_stock_sizes=len(low),
    )  # fmt: skip
