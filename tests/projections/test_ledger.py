"""What the ledger says of a boutique's sales, refunds, fees, invoices and payments."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.clothing import Garment
from domain.fact import Fact
from domain.identity import BoutiqueId, ConversationId, CustomerId, PaymentId, ProductId, VariantId
from domain.money import Money
from domain.order.events import OrderLine, OrderPaid, OrderPlaced, OrderRefunded, RefundDue
from domain.sealed import Sealed
from domain.sizes import Size
from domain.subscription.events import InvoiceLine, LineKind, TermsAgreed
from domain.subscription.terms import Terms
from interfaces.postgres.database import Database, enter
from projections import ledger_lists
from projections.ledger import Ledger
from tests.projections.bills import SEPTEMBER, SHARE, agree, bill
from tests.projections.history import History

KES = Money.shillings
FIVE = Terms(plan="five", monthly_fee=KES(1_500), commission_basis_points=500)
LATER = datetime(2026, 9, 20, tzinfo=UTC)
BALANCES = """
    SELECT account, sum(debit - credit)::bigint FROM dukani.ledger_postings WHERE boutique_id = %s
     GROUP BY account"""


class Shop:
    """A boutique whose ledger is brought up to its history whenever it is asked."""

    def __init__(self, database: Database, boutique: BoutiqueId) -> None:
        self.database, self.boutique = database, boutique
        self.history = History(boutique, seed=3)

    def tell(self, kind: str, subject: UUID, *facts: Fact) -> None:
        """These happened."""
        self.history.tell(kind, subject, *facts)

    def sell(self, pieces: int = 2_500, delivery: int = 300) -> UUID:
        """Somebody orders and pays."""
        order = self.history.id()
        line = OrderLine(
            variant=VariantId(order),
            product=ProductId(order),
            title="Red dress",
            garment=Garment.DRESS,
            size=Size.letter("M"),
            unit_price=KES(pieces),
            quantity=1,
        )
        box = Sealed(subject=order, box="AAAA")
        placed = OrderPlaced(
            number=f"DK-{order.hex[:5]}",
            customer=CustomerId(order),
            conversation=ConversationId(order),
            lines=(line,),
            delivery_area="Westlands",
            delivery_fee=KES(delivery),
            total=KES(pieces + delivery),
            address=box,
            paying_number=box,
            payment=PaymentId(order),
            pay_until=self.history.now,
        )
        paid = OrderPaid(payment=PaymentId(order), amount=placed.total, receipt=None)
        self.tell("order", order, placed, paid)
        return order

    def refund(self, order: UUID, shillings: int, *, keeps_order: bool = False) -> None:
        """Money of an order goes back."""
        due = RefundDue(amount=KES(shillings), reason="owner", keeps_order=keeps_order)
        self.tell("order", order, due, OrderRefunded(amount=KES(shillings), reference=str(uuid4())))

    def ask(self, query: Callable[..., Any], *values: Any) -> Any:
        """The answer of a query, after all facts so far, which are told anew each time."""
        with self.database.as_follower() as conn:
            enter(conn, self.boutique)
            Ledger().apply(conn, self.boutique, self.history.facts)
        with self.database.as_boutique(self.boutique) as conn:
            return query(self.boutique, conn, *values)

    def entries(self) -> Sequence[tuple[str, int, int, int]]:
        """Kind, goods, net and VAT of each entry."""
        rows = self.ask(ledger_lists.listed, 100)
        return [(row.kind, row.goods, row.net, row.vat) for row in rows]

    def balances(self) -> dict[str, int]:
        """What stands on each account that is not level."""
        told = self.ask(lambda boutique, conn: conn.execute(BALANCES, (boutique,)).fetchall())
        return {account: cents for account, cents in told if cents}


@pytest.fixture
def shop(database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]) -> Shop:
    other = Shop(database, two_boutiques[1])
    agree(other.boutique, other.tell)
    other.sell()
    other.entries()
    return Shop(database, two_boutiques[0])


def test_a_share_of_the_goods_is_charged_with_vat_and_none_of_the_delivery(shop: Shop) -> None:
    agree(shop.boutique, shop.tell)
    shop.sell()
    assert shop.entries() == [("sale", 250_000, 7_500, 1_200)]
    assert shop.balances() == {
        "boutique:receivable": 8_700,
        "platform:revenue:commission": -7_500,
        "platform:vat-payable": -1_200,
    }


def test_a_trial_costs_nothing(shop: Shop) -> None:
    shop.refund(shop.sell(), 2_800)
    assert shop.entries() == []


def test_the_rate_of_a_sale_is_that_which_stood_when_it_was_paid(shop: Shop) -> None:
    agree(shop.boutique, shop.tell)
    before = shop.sell()
    shop.tell("subscription", shop.boutique, TermsAgreed(terms=FIVE, starts=SEPTEMBER))
    shop.sell()
    shop.refund(before, 2_800)
    assert [(kind, net) for kind, _, net, _ in shop.entries()] == [
        ("sale", 7_500), ("sale", 12_500), ("refund", -7_500)
    ]  # fmt: skip


def test_terms_that_begin_next_month_do_not_count_yet(shop: Shop) -> None:
    later = TermsAgreed(terms=FIVE, starts=date(2026, 10, 1))
    shop.tell("subscription", shop.boutique, later)
    shop.sell()
    assert shop.entries() == []


def test_a_refund_takes_its_part_back_and_the_last_one_all_that_is_left(shop: Shop) -> None:
    agree(shop.boutique, shop.tell)
    order = shop.sell(pieces=1_111, delivery=222)
    for part in (333, 500, 500):
        shop.refund(order, part)
    (sale, *back) = shop.ask(ledger_lists.listed, 100)
    assert len(back) == 3
    assert {row.reverses for row in back} == {sale.entry}
    assert sum(row.net for row in back) == -sale.net
    assert sum(row.goods for row in back) == -sale.goods
    assert shop.balances() == {}


@pytest.mark.parametrize("own_first", [True, False])
def test_money_that_came_twice_takes_nothing_back(shop: Shop, own_first: bool) -> None:
    agree(shop.boutique, shop.tell)
    order = shop.sell()
    shop.refund(order, 2_800, keeps_order=True)
    assert [kind for kind, *_ in shop.entries()] == ["sale"]
    dues = [(1_000, False), (700, True)]
    for shillings, beside in dues if own_first else reversed(dues):
        due = RefundDue(amount=KES(shillings), reason="owner", keeps_order=beside)
        shop.tell("order", order, due)
    for shillings in (700, 600, 400):
        shop.tell("order", order, OrderRefunded(amount=KES(shillings), reference=str(uuid4())))
    refunds = [goods for kind, goods, *_ in shop.entries() if kind == "refund"]
    assert sum(refunds) == -round(250_000 * 1_000 / 2_800)


def test_a_fee_an_invoice_and_what_is_paid_too_much_balance(shop: Shop) -> None:
    agree(shop.boutique, shop.tell)
    shop.sell()
    bill(shop.boutique, shop.tell, up_to=2)
    late = shop.sell()
    told = {(row.kind, row.name): row.invoice for row in shop.ask(ledger_lists.listed, 100)}
    assert told["fee", "2026-09"] == "INV-1"
    assert told["sale", f"DK-{late.hex[:5]}"] is None
    assert sum(shop.balances().values()) == 0
    assert shop.balances()["boutique:credit"] == -8_000
    assert shop.ask(ledger_lists.invoices_seen) == 2


def test_what_is_unbilled_is_summed_up_by_kind_and_rate(shop: Shop) -> None:
    agree(shop.boutique, shop.tell)
    for _ in range(2):
        order = shop.sell()
    shop.refund(order, 2_800)
    sold = InvoiceLine(
        kind=LineKind.SALES, basis_points=300, entries=2, goods=KES(5_000), net=KES(150), vat=KES(24)
    )
    back = InvoiceLine(
        kind=LineKind.REFUNDS, basis_points=300, entries=1, goods=KES(-2_500), net=KES(-75), vat=KES(-12)
    )
    end = len(shop.history.facts)
    assert shop.ask(ledger_lists.unbilled, SEPTEMBER, end) == (sold, back)
    assert shop.ask(ledger_lists.unbilled, SEPTEMBER, end - 1) == (sold,)
    assert shop.ask(ledger_lists.unbilled, date(2026, 8, 1), end) == ()


def test_what_a_boutique_brings_in_a_month_is_its_fee_and_thirty_days_of_its_share(shop: Shop) -> None:
    assert shop.ask(ledger_lists.monthly_revenue, LATER).total == 0
    agree(shop.boutique, shop.tell)
    shop.sell()
    terms = SHARE.model_copy(update={"monthly_fee": KES(900)})
    shop.tell("subscription", shop.boutique, TermsAgreed(terms=terms, starts=SEPTEMBER))
    told = shop.ask(ledger_lists.monthly_revenue, LATER)
    assert (told.fee, told.commission, told.total) == (90_000, 7_500, 97_500)
    assert shop.ask(ledger_lists.monthly_revenue, datetime(2026, 12, 1, tzinfo=UTC)).commission == 0


def test_a_sale_costs_within_its_bounds_and_its_refund_takes_its_part_back(shop: Shop) -> None:
    bounded = SHARE.model_copy(update={"least_of_sale": KES(50), "most_of_sale": KES(100)})
    shop.tell("subscription", shop.boutique, TermsAgreed(terms=bounded, starts=SEPTEMBER))
    small, large = shop.sell(1_000, 0), shop.sell(20_000, 0)
    nets = {entry.name[-5:]: entry.net for entry in shop.ask(ledger_lists.listed, 10, 0)}
    assert (nets[small.hex[:5]], nets[large.hex[:5]]) == (5_000, 10_000)
    shop.refund(small, 500)
    assert shop.ask(ledger_lists.listed, 10, 0)[-1].net == -2_500
