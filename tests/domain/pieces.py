"""Words for the things that the rules are told with."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from domain.clothing import Colour, Garment
from domain.money import Money
from domain.order.events import OrderLine, OrderPlaced
from domain.product.events import Listing
from domain.sealed import Sealed
from domain.sizes import Measurements, Size, SizeChart

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=30)
M, L = Size.letter("M"), Size.letter("L")
KES = Money.shillings
CHART = SizeChart(rows=((M, Measurements(bust=92, waist=75, hip=100)),))


def an_id(word: str) -> UUID:
    """The id that this word stands for, the same wherever it is said."""
    return uuid5(NAMESPACE_URL, word)


def sealed(word: str) -> Sealed:
    """A personal value, sealed for Wanjiku."""
    return Sealed(subject=an_id("wanjiku"), box=word)


def a_listing(title: str = "Red wrap dress") -> Listing:
    """A dress as the shop describes it."""
    return Listing(
        title=title,
        title_sw="Gauni jekundu",
        description="Falls to the knee.",
        garment=Garment.DRESS,
        colours=(Colour.RED,),
    )


def an_order_line(price: int = 2_500, quantity: int = 1) -> OrderLine:
    """A red dress in M, as ordered."""
    return OrderLine(
        variant=an_id("red-m"),
        product=an_id("red"),
        title="Red wrap dress",
        garment=Garment.DRESS,
        size=M,
        unit_price=KES(price),
        quantity=quantity,
    )


def an_order_placed() -> OrderPlaced:
    """A dress for 2,500 and its delivery for 300, to be paid within half an hour."""
    return OrderPlaced(
        number="DK-7F3K9",
        customer=an_id("wanjiku"),
        conversation=an_id("talk"),
        lines=(an_order_line(),),
        delivery_area="Westlands",
        delivery_fee=KES(300),
        total=KES(2_800),
        address=sealed("address"),
        paying_number=sealed("phone"),
        payment=an_id("payment"),
        pay_until=LATER,
    )
