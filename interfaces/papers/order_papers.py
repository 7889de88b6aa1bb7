"""The papers of an order: the slip that is packed, and the receipt that the customer keeps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from interfaces.http.schemas import Order
from interfaces.papers import blank
from projections.sales import EAST_AFRICA

if TYPE_CHECKING:
    from interfaces.papers.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Sender:
    """The shop as its papers name it."""

    name: str
    place: str
    phone: str
    returns: str


def packing_slips(sender: Sender, orders: Sequence[Order], now: datetime) -> bytes:
    """A page for each order: what goes into the parcel, and to whom. No prices: parcels are often gifts."""
    sheet = blank(f"{sender.name}: packing slips", now)
    for order in orders:
        sheet.add_page()
        _head(sheet, sender, "Packing slip", order)
        for line in order.lines:
            if left := line.quantity - line.taken_back:
                sheet.pair(f"[  ]  {line.title}, {line.size}", f"x {left}")
        sheet.rule()
        sheet.words("Deliver to", bold=True)
        sheet.words(order.customer.name or "Customer", 12)
        sheet.words(order.paying_number or "")
        sheet.words(", ".join(filter(None, (order.delivery_area, order.address))), after=2)
        if order.courier:
            sheet.words(" ".join(filter(None, ("Courier:", order.courier, order.tracking))))
        sheet.words(sender.returns, 8)
    return bytes(sheet.output())


def receipt(sender: Sender, order: Order, now: datetime) -> bytes:
    """What was bought, what it cost and how it was paid. It says that it is no tax invoice."""
    sheet = blank(f"{sender.name}: receipt {order.number}", now)
    sheet.add_page()
    _head(sheet, sender, "Receipt", order)
    for line in order.lines:
        words = f"{line.quantity} x {line.title}, {line.size}, {line.list_price.text}"
        sheet.pair(words, line.list_total.text)
    if order.discount is not None:
        sheet.pair("Discount", f"-{order.discount.text}")
    sheet.pair(f"Delivery to {order.delivery_area}", order.delivery_fee.text)
    sheet.rule()
    sheet.pair("Total", order.total.text, bold=True)
    if order.payment is not None:
        paid = order.payment
        sheet.pair(" ".join(filter(None, ("Paid", paid.receipt))), paid.received.text)
    sheet.words(f"Paid on {eat(order.paid_at)}" if order.paid_at else "", after=3)
    if order.gone_back.cents:
        sheet.pair("Given back", f"-{order.gone_back.text}", bold=True)
    sheet.words("Asante sana!", bold=True)
    sheet.words(sender.returns, 8, after=2)
    sheet.words("This receipt is not a tax invoice.", 8)
    return bytes(sheet.output())


def eat(at: datetime) -> str:
    """A time as clocks in East Africa show it. Example: 28 Nov 2026, 14:05 EAT."""
    return f"{at.astimezone(EAST_AFRICA):%d %b %Y, %H:%M} EAT"


def _head(sheet: "Sheet", sender: Sender, kind: str, order: Order) -> None:
    sheet.words(sender.name, 16, bold=True)
    sheet.words(", ".join(filter(None, (sender.place, sender.phone))), 9, after=3)
    sheet.words(f"{kind} {order.number}", 13, bold=True)
    sheet.words(f"Placed on {eat(order.placed_at)}", 9)
    sheet.rule()
