"""Money on top of an order goes back, and the order stands; its own money goes back, and it is given up."""

from uuid import UUID

import pytest

from domain.clothing import Garment
from domain.fact import Fact
from domain.identity import BoutiqueId, ConversationId, CustomerId, OrderId, PaymentId, ProductId, VariantId
from domain.money import Money
from domain.order.events import (
    OrderLine,
    OrderPaid,
    OrderPlaced,
    OrderRefundDeclined,
    OrderRefunded,
    RefundDue,
)
from domain.order.order import Order, OrderStatus
from domain.sizes import Size
from interfaces.postgres.database import Database, enter
from projections import buyers, customer_lists, orders
from projections.customer_lists import AskedCustomers, Group
from projections.orders import OrderRow, Status
from tests.projections.came_back import all_of
from tests.projections.test_rows import Rows, met

WHOLE = Money.shillings(2_800)


class Till:
    """A boutique in which one customer has paid for one order."""

    def __init__(self, rows: Rows) -> None:
        self.rows, self.her, self.order = rows, met(rows), OrderId(rows.history.id())
        self.story: list[Fact] = []
        placed = _placed(rows, self.her)
        self.happens(placed, OrderPaid(payment=placed.payment, amount=WHOLE, receipt="QX1"))

    def happens(self, *facts: Fact) -> OrderRow:
        """How the order stands after this."""
        self.story += facts
        self.rows.history.tell("order", self.order, *facts)
        found: OrderRow = self.rows.ask(orders.one, self.order)
        return found

    def has_bought(self) -> tuple[int, bool]:
        """Her cents paid and kept, and whether she is listed as a buyer."""
        bought = self.rows.ask(buyers.bought_by, [self.her])
        listed = self.rows.ask(customer_lists.listed, AskedCustomers(group=Group.BUYERS), 100)
        spent = bought[self.her].spent if self.her in bought else 0
        return spent, any(row.customer == self.her for row in listed)


def _placed(rows: Rows, her: CustomerId) -> OrderPlaced:
    new = rows.history.id
    line = OrderLine(
        variant=VariantId(new()),
        product=ProductId(new()),
        title="Red dress",
        garment=Garment.DRESS,
        size=Size.letter("M"),
        unit_price=Money.shillings(2_500),
        quantity=1,
    )
    return OrderPlaced(
        number="DK-7F3K9",
        customer=her,
        conversation=ConversationId(new()),
        lines=(line,),
        delivery_area="Westlands",
        delivery_fee=Money.shillings(300),
        total=WHOLE,
        address=rows.history._seal(her, "Sarit Centre"),
        paying_number=rows.history._seal(her, "+254712345678"),
        payment=PaymentId(new()),
        pay_until=rows.history.now,
    )


@pytest.fixture
def till(database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]) -> Till:
    return Till(Rows(database, two_boutiques[0]))


def _due(amount: Money, *, on_top: bool) -> RefundDue:
    return RefundDue(amount=amount, reason="owner", keeps_order=on_top)


def _back(amount: Money, reference: str) -> OrderRefunded:
    return OrderRefunded(amount=amount, reference=reference)


def test_an_order_paid_twice_is_still_to_be_packed_before_and_after_the_second_money_went_back(
    till: Till, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    assert till.happens(_due(WHOLE, on_top=True)).status == Status.PAID
    row = till.happens(_back(WHOLE, "RF1"))

    assert (row.status, row.outstanding, row.closed_at) == (Status.PAID, 0, None)
    assert till.has_bought() == (WHOLE.cents, True)
    assert till.rows.ask(orders.counts) == {Status.PAID: 1}
    assert Rows(till.rows.database, two_boutiques[1]).ask(orders.counts) == {}


def test_pieces_that_came_back_are_counted_by_their_line_and_the_order_stands(
    till: Till, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    placed = till.story[0]
    assert isinstance(placed, OrderPlaced)
    line = placed.lines[0]
    row = till.happens(all_of(line), _due(Money.shillings(2_500), on_top=False))
    assert (row.status, row.taken_back_of(line.variant)) == (Status.PAID, 1)
    assert (row.outstanding, row.may_go_back) == (2_500_00, 300_00)
    assert till.has_bought() == (300_00, True)
    assert Rows(till.rows.database, two_boutiques[1]).ask(orders.one, till.order) is None


def test_what_she_paid_and_kept_leaves_out_an_order_from_the_moment_its_money_must_go_back(
    till: Till,
) -> None:
    assert till.has_bought() == (WHOLE.cents, True)
    assert till.happens(_due(WHOLE, on_top=False)).status == Status.REFUND_DUE
    assert till.has_bought() == (0, False)


def test_what_she_bought_is_counted_for_her_boutique_alone_and_again_after_a_rebuild(
    till: Till, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    mine, others = two_boutiques
    second = _placed(till.rows, till.her).model_copy(update={"number": "DK-7F3K8"})
    till.rows.history.tell(
        "order",
        OrderId(till.rows.history.id()),
        second,
        OrderPaid(payment=second.payment, amount=WHOLE, receipt="QX2"),
    )
    counted = till.rows.ask(buyers.bought_by, [till.her])[till.her]
    assert (counted.orders, counted.spent) == (2, 2 * WHOLE.cents)
    assert counted.last_paid_at == till.rows.history.now
    assert Rows(till.rows.database, others).ask(buyers.bought_by, [till.her]) == {}
    with till.rows.database.as_follower() as conn:
        enter(conn, mine)
        orders.Orders().reset(conn, mine)
    assert till.rows.ask(buyers.bought_by, [till.her]) == {}


def test_an_order_is_refunded_once_all_that_must_go_back_went(till: Till) -> None:
    extra = Money.shillings(100)
    till.happens(_due(extra, on_top=True), _due(WHOLE, on_top=False))
    row = till.happens(_back(WHOLE, "RF1"))
    assert (row.status, row.outstanding) == (Status.REFUND_DUE, extra.cents)
    row = till.happens(_back(extra, "RF2"))
    assert (row.status, row.outstanding) == (Status.REFUNDED, 0)


def _kept(amount: Money, refund: int, *, on_top: bool) -> OrderRefundDeclined:
    return OrderRefundDeclined(refund=refund, amount=amount, declined_by="owner", keeps_order=on_top)


def test_an_order_whose_money_was_kept_is_not_refunded_until_it_is_asked_for_again(
    till: Till, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    till.happens(_due(WHOLE, on_top=False))
    row = till.happens(_kept(WHOLE, 1, on_top=False))
    assert (row.status, row.outstanding, row.closed_at is None) == (Status.NOT_REFUNDED, 0, False)
    assert till.has_bought() == (0, False)
    assert Rows(till.rows.database, two_boutiques[1]).ask(orders.counts) == {}
    row = till.happens(_due(WHOLE, on_top=False))
    assert (row.status, row.outstanding) == (Status.REFUND_DUE, WHOLE.cents)
    assert till.happens(_back(WHOLE, "RF1")).status == Status.REFUNDED


def test_money_on_top_that_was_kept_leaves_the_order_as_it_stood(till: Till) -> None:
    till.happens(_due(WHOLE, on_top=True))
    row = till.happens(_kept(WHOLE, 1, on_top=True))
    assert (row.status, row.outstanding) == (Status.PAID, 0)
    assert till.has_bought() == (WHOLE.cents, True)


def test_the_status_of_the_row_is_that_of_the_order_after_money_was_kept(till: Till) -> None:
    steps = (
        _due(WHOLE, on_top=False),
        _kept(Money.shillings(1_000), 1, on_top=False),
        _back(Money.shillings(1_800), "RF1"),
        _due(Money.shillings(1_000), on_top=False),
        _back(Money.shillings(1_000), "RF2"),
    )
    for step in steps:
        row = till.happens(step)
        state = Order()
        for fact in till.story:
            state = state.evolve(fact)
        assert row.outstanding == state.outstanding.cents
        for ended in (Status.REFUNDED, Status.NOT_REFUNDED):
            assert (row.status == ended) is (state.status.value == ended.value)


@pytest.mark.parametrize("part", [100, 2_800], ids=["a part", "all"])
@pytest.mark.parametrize("on_top", [True, False], ids=["on top", "its own"])
def test_the_row_is_refunded_exactly_when_the_order_itself_says_so(
    till: Till, part: int, on_top: bool
) -> None:
    row = till.happens(
        _due(Money.shillings(part), on_top=on_top), _back(Money.shillings(part), str(UUID(int=part)))
    )
    state = Order()
    for fact in till.story:
        state = state.evolve(fact)
    assert (row.status == Status.REFUNDED) is (state.status is OrderStatus.REFUNDED)
