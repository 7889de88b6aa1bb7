"""A size runs out by the number that the owner named, or else by how it sells."""

from datetime import timedelta

import pytest

from domain.clothing import Garment
from domain.fact import Fact
from domain.identity import BoutiqueId, ConversationId, CustomerId, OrderId, PaymentId, VariantId
from domain.money import Money
from domain.order.events import OrderLine, OrderPaid, OrderPlaced, OrderRefunded, RefundDue
from domain.product.events import LowStockLevelLifted, LowStockLevelSet, ProductArchived
from domain.sealed import Sealed
from domain.sizes import Size
from domain.stock.events import StockAdjusted
from interfaces.postgres.database import Database
from projections import product_lists, running_out, stock
from projections.product_lists import Asked, Standing
from projections.running_out import LOOKS_BACK
from tests.projections.history import BEGIN
from tests.projections.test_rows import Rows

NOW = BEGIN + timedelta(days=60)
LATELY, LONG_AGO = timedelta(days=3), LOOKS_BACK + timedelta(days=1)
PRICE = Money.shillings(2_000)
DUE = RefundDue(amount=PRICE * 5, reason="owner")
BACK = OrderRefunded(amount=PRICE * 5, reference="RF")


class Shelf(Rows):
    """A shop with one size on its shelf."""

    def __init__(self, database: Database, boutique: BoutiqueId) -> None:
        super().__init__(database, boutique)
        self.piece = self.history.list_product()
        variants = [variant for variant, _ in self.history.products[self.piece][2]]
        self.size = variants[0]
        for variant in variants:
            self.left(0, variant)

    def left(self, count: int, variant: VariantId | None = None) -> None:
        """So many are there."""
        size = variant or self.size
        change = count - self.ask(stock.levels, [size])[size].on_hand
        if change:
            self.history.tell("stock", size, StockAdjusted(change=change, reason="counted"))

    def sells(self, pieces: int, before: timedelta = LATELY, *more: Fact) -> None:
        """An order of so many pieces was paid so long ago."""
        order, payment = OrderId(self.history.id()), PaymentId(self.history.id())
        line = OrderLine(
            variant=self.size, product=self.piece, title="Gown", garment=Garment.DRESS,
            size=Size.letter("M"), unit_price=PRICE, quantity=pieces,
        )  # fmt: skip
        box = Sealed(subject=order, box="AAAA")
        placed = OrderPlaced(
            number="DK-1", customer=CustomerId(order), conversation=ConversationId(order), lines=(line,),
            delivery_area="", delivery_fee=Money.zero(), total=PRICE * pieces, address=box, paying_number=box,
            payment=payment, pay_until=NOW,
        )  # fmt: skip
        self.history.now = NOW - before
        self.history.tell(
            "order", order, placed, OrderPaid(payment=payment, amount=PRICE * pieces, receipt=None), *more
        )

    def says(self, fact: Fact) -> None:
        """The owner says something of the piece."""
        self.history.tell("product", self.piece, fact)

    @property
    def runs_out(self) -> bool:
        """Whether it does; all that tell it agree."""
        told = [row.variant for row in self.ask(running_out.soonest, NOW, 5)]
        assert self.ask(running_out.among, NOW, [self.piece]) == set(told)
        assert self.ask(running_out.how_many, NOW) == len(told)
        listed = self.ask(product_lists.listed, Asked(standing=Standing.LOW, now=NOW), 5)
        assert [row.product for row in listed] == ([self.piece] if told else [])
        return told == [self.size]


@pytest.fixture
def shelf(database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]) -> Shelf:
    """A shop's, beside another whose pieces sell well."""
    other = Shelf(database, two_boutiques[1])
    other.left(1)
    other.sells(9)
    assert other.runs_out
    return Shelf(database, two_boutiques[0])


def test_the_last_of_what_does_not_sell_is_not_running_out(shelf: Shelf) -> None:
    shelf.left(1)
    shelf.sells(1)
    shelf.sells(5, LONG_AGO)
    shelf.sells(5, LATELY, DUE)
    shelf.sells(5, LATELY, DUE, BACK)
    assert not shelf.runs_out


def test_what_will_be_gone_within_two_weeks_as_it_sells_is_running_out(shelf: Shelf) -> None:
    shelf.left(3)
    shelf.sells(5)
    assert not shelf.runs_out
    shelf.sells(1)
    assert shelf.runs_out
    (told,) = shelf.ask(running_out.soonest, NOW, 5)
    assert (told.available, told.sold) == (3, 6)
    shelf.left(0)
    assert not shelf.runs_out


def test_the_owners_own_number_goes_before_how_it_sells_until_she_lifts_it(shelf: Shelf) -> None:
    shelf.left(3)
    shelf.sells(8)
    shelf.says(LowStockLevelSet(level=2))
    assert not shelf.runs_out
    shelf.says(LowStockLevelSet(level=3))
    assert shelf.runs_out
    shelf.says(LowStockLevelLifted())
    shelf.left(5)
    assert not shelf.runs_out


def test_what_is_out_of_the_shop_does_not_run_out(shelf: Shelf) -> None:
    shelf.left(1)
    shelf.sells(4)
    shelf.says(ProductArchived())
    assert not shelf.runs_out
