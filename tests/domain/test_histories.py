"""Whatever happens in whatever order: stock, carts, orders and payments against simple models of them.

Each machine takes chance steps, seeded by Hypothesis, and compares the aggregate with a model that a child
could keep on paper. A refused step must leave nothing behind.
"""

from datetime import timedelta
from functools import partial
from typing import Generic, TypedDict

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.cart.cart import MOST_LINES, MOST_OF_A_PIECE, Cart
from domain.cart.events import CartOpened
from domain.clothing import Garment
from domain.fact import A, Fact, Facts, fold
from domain.identity import OrderId, PaymentId, ProductId, VariantId
from domain.money import Money
from domain.order.events import CancelReason, OrderPaid, OrderRefunded
from domain.order.order import Order, OrderStatus
from domain.payment.events import (
    MoneyReceived,
    MoneyRefunded,
    MoneySource,
    MoneyUnallocated,
    PaymentCompleted,
    PaymentRequested,
    RefundFailed,
    RefundStarted,
)
from domain.payment.payment import Payment
from domain.refusal import Refusal
from domain.stock.events import (
    ReleaseReason,
    StockAdjusted,
    StockReceived,
    StockReleased,
    StockReserved,
    StockReturned,
    StockSold,
)
from domain.stock.stock import Stock
from tests.domain.pieces import KES, LATER, NOW, M, an_id, an_order_placed, sealed
from tests.support.scenario import Decide

STEADY = settings(max_examples=120, stateful_step_count=40, deadline=None, derandomize=True, database=None)

orders = st.sampled_from([OrderId(an_id(f"order {n}")) for n in range(4)])
few = st.integers(-1, 5)
rarely = st.sampled_from([False, False, False, True])


class History(RuleBasedStateMachine, Generic[A]):
    """An aggregate and all facts of it so far."""

    def begin(self, aggregate: A, *facts: Fact) -> None:
        self.now = fold(aggregate, facts)
        self.facts = list(facts)
        self.begun = aggregate

    def decide(self, decision: Decide[A]) -> Facts:
        """The facts of a decision, one at a time, each checked; nothing when it refused."""
        try:
            facts = decision(self.now)
        except Refusal:
            return ()
        for fact in facts:
            self.now = self.now.evolve(fact)
            self.facts.append(fact)
            self.check()
        return facts

    def check(self) -> None:
        """What holds after every single fact."""

    @invariant()
    def a_replay_comes_to_the_same(self) -> None:
        assert fold(self.begun, self.facts) == self.now


def _on_the_shelf(fact: Fact) -> int:
    """By how many pieces more or fewer a fact leaves the shelf."""
    match fact:
        case StockReceived() | StockReturned():
            return fact.quantity
        case StockSold():
            return -fact.quantity
        case StockAdjusted():
            return fact.change
        case StockReserved() | StockReleased():
            return 0
    raise TypeError(f"{fact} moves no stock")


class StockHistory(History[Stock]):
    """Pieces on a shelf, in a drawer for each order, and gone."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(Stock())
        self.shelf = 0
        self.drawers: dict[OrderId, int] = {}
        self.gone: dict[OrderId, int] = {}

    def check(self) -> None:
        assert 0 <= self.now.reserved <= self.now.on_hand
        assert self.now.on_hand == sum(_on_the_shelf(fact) for fact in self.facts)

    @rule(quantity=few)
    def receive(self, quantity: int) -> None:
        self.decide(lambda s: s.receive(ProductId(an_id("red")), quantity))
        self.shelf += max(quantity, 0)

    @rule(order=orders, quantity=few)
    def reserve(self, order: OrderId, quantity: int) -> None:
        self.decide(lambda s: s.reserve(order, quantity, LATER))
        free = self.shelf + self.drawers.get(order, 0)
        if order not in self.gone and 0 < quantity <= free:
            self.drawers[order], self.shelf = quantity, free - quantity

    @rule(order=orders)
    def release(self, order: OrderId) -> None:
        self.decide(lambda s: s.release(order, ReleaseReason.EXPIRED))
        self.shelf += self.drawers.pop(order, 0)

    @rule(order=orders)
    def sell(self, order: OrderId) -> None:
        self.decide(lambda s: s.sell(order))
        if order in self.drawers:
            self.gone[order] = self.drawers.pop(order)

    @rule(order=orders, quantity=few)
    def sell_late(self, order: OrderId, quantity: int) -> None:
        self.decide(lambda s: s.sell_late(order, quantity))
        free = self.shelf + self.drawers.get(order, 0)
        if order not in self.gone and 0 < quantity <= free:
            self.drawers.pop(order, None)
            self.gone[order], self.shelf = quantity, free - quantity

    @rule(order=orders, quantity=few)
    def take_back(self, order: OrderId, quantity: int) -> None:
        self.decide(lambda s: s.take_back(order, quantity))
        if 0 < quantity <= self.gone.get(order, 0):
            self.gone[order] -= quantity
            self.shelf += quantity

    @rule(counted=st.integers(-1, 9))
    def adjust(self, counted: int) -> None:
        self.decide(lambda s: s.adjust(counted, "counted"))
        if counted >= sum(self.drawers.values()):
            self.shelf = counted - sum(self.drawers.values())

    @invariant()
    def the_paper_agrees(self) -> None:
        assert self.now.available == self.shelf
        assert {order: held.quantity for order, held in self.now.reservations.items()} == self.drawers
        assert self.now.sold == self.gone


class CartHistory(History[Cart]):
    """A list of wishes."""

    variants = st.sampled_from([VariantId(an_id(f"piece {n}")) for n in range(MOST_LINES + 2)])

    def __init__(self) -> None:
        super().__init__()
        self.begin(Cart(), CartOpened(customer=an_id("wanjiku")))
        self.wishes: dict[VariantId, tuple[int, int]] = {}
        self.count, self.percent = 0, 0

    @rule(variant=variants, quantity=st.integers(-1, 8), price=st.sampled_from([900, 2_500]))
    def add(self, variant: VariantId, quantity: int, price: int) -> None:
        self.decide(
            lambda c: c.add_item(
                variant=variant,
                product=ProductId(an_id("red")),
                title="Dress",
                garment=Garment.DRESS,
                size=M,
                unit_price=KES(price),
                quantity=quantity,
            )
        )
        total = self.wishes.get(variant, (0, 0))[0] + quantity
        fits = variant in self.wishes or len(self.wishes) < MOST_LINES
        if quantity > 0 and total <= MOST_OF_A_PIECE and fits:
            self.wishes[variant] = (total, price)

    @rule(variant=variants, quantity=st.integers(-1, 12))
    def change(self, variant: VariantId, quantity: int) -> None:
        self.decide(lambda c: c.change_quantity(variant, quantity))
        if variant in self.wishes and 0 < quantity <= MOST_OF_A_PIECE:
            self.wishes[variant] = (quantity, self.wishes[variant][1])

    @rule(variant=variants, price=st.sampled_from([900, 2_500, 2_900]))
    def reprice(self, variant: VariantId, price: int) -> None:
        self.decide(lambda c: c.reprice(variant, KES(price)))
        if variant in self.wishes:
            self.wishes[variant] = (self.wishes[variant][0], price)

    @rule(variant=variants)
    def remove(self, variant: VariantId) -> None:
        self.decide(lambda c: c.remove(variant))
        self.wishes.pop(variant, None)

    @rule(percent=st.integers(-1, 20), most=st.integers(0, 20))
    def discount(self, percent: int, most: int) -> None:
        self.decide(lambda c: c.discount(percent, most=most))
        if percent <= most:
            self.percent = max(self.percent, percent)

    @rule(all_out=rarely)
    def empty(self, all_out: bool) -> None:
        if all_out:
            self.decide(lambda c: c.empty())
            self.percent = 0 if self.wishes else self.percent
            self.wishes.clear()

    @rule(ordered=rarely)
    def check_out(self, ordered: bool) -> None:
        if ordered:
            self.count += 1
            facts = self.decide(lambda c: c.check_out(OrderId(an_id(f"order {self.count}"))))
            assert bool(facts) == bool(self.wishes)
            self.percent = 0 if self.wishes else self.percent
            self.wishes.clear()

    @invariant()
    def the_paper_agrees(self) -> None:
        assert {x.variant: (x.quantity, x.unit_price.cents // 100) for x in self.now.lines} == self.wishes
        assert self.now.list_total == KES(sum(n * price for n, price in self.wishes.values()))
        off = [(n, -(-price * self.percent // 100)) for n, price in self.wishes.values()]
        assert self.now.list_total - self.now.total == KES(sum(n * each for n, each in off))

    @invariant()
    def nobody_pays_more_than_the_list_price_or_nothing(self) -> None:
        for line in self.now.lines:
            assert KES(1).cents <= line.agreed.cents <= line.unit_price.cents
            assert line.agreed.is_whole_shillings
        assert self.now.total == sum((line.total for line in self.now.lines), KES(0))


class Paying(TypedDict):
    payment: PaymentId
    amount: Money
    receipt: str


class OrderHistory(History[Order]):
    """A parcel, a purse and a calendar."""

    steps = (OrderStatus.PAID, OrderStatus.PACKED, OrderStatus.ON_ITS_WAY, OrderStatus.DELIVERED)

    def __init__(self) -> None:
        super().__init__()
        self.placed = an_order_placed()
        self.begin(Order(), self.placed)
        self.clock, self.step = NOW, OrderStatus.AWAITING_PAYMENT
        self.purse, self.owed, self.beside, self.back, self.kept = 0, 0, 0, 0, 0
        self.refunds = 0

    @property
    def is_given_up(self) -> bool:
        return self.step in (OrderStatus.CANCELLED, OrderStatus.EXPIRED)

    def pays(self, amount: int) -> Paying:
        return {"payment": self.placed.payment, "amount": KES(amount), "receipt": "R"}

    @rule(amount=st.sampled_from([2_800, 2_800, 2_700]))
    def pay(self, amount: int) -> None:
        self.decide(lambda o: o.mark_paid(**self.pays(amount)))
        if amount == 2_800 and self.step is OrderStatus.AWAITING_PAYMENT:
            self.step, self.purse = OrderStatus.PAID, amount

    @rule(stock_is_back=st.booleans())
    def pay_late(self, stock_is_back: bool) -> None:
        self.decide(lambda o: o.accept_late_money(**self.pays(2_800), stock_is_back=stock_is_back))
        if self.is_given_up and not self.owed:
            if stock_is_back:
                self.step, self.purse = OrderStatus.PAID, 2_800
            else:
                self.owed = 2_800

    @rule(number=st.integers(1, 3))
    def move(self, number: int) -> None:
        steps: tuple[Decide[Order], ...] = (
            lambda o: o.pack(),
            lambda o: o.hand_to_courier(courier="G4S"),
            lambda o: o.deliver(),
        )
        self.decide(steps[number - 1])
        keeps_money = number == 3 or self.owed < self.purse
        if self.step is self.steps[number - 1] and keeps_money:
            self.step = self.steps[number]

    @rule(sure=rarely)
    def cancel(self, sure: bool) -> None:
        if not sure:
            return
        self.decide(lambda o: o.cancel(CancelReason.CUSTOMER))
        if self.step is OrderStatus.AWAITING_PAYMENT:
            self.step = OrderStatus.CANCELLED

    @rule(minutes=st.integers(0, 20))
    def expire(self, minutes: int) -> None:
        self.clock += timedelta(minutes=minutes)
        self.decide(lambda o: o.expire(self.clock))
        if self.step is OrderStatus.AWAITING_PAYMENT and self.clock >= LATER:
            self.step = OrderStatus.EXPIRED

    @rule(amount=st.sampled_from([-1, 0, 300, 2_800]), keeps_order=st.booleans())
    def owe(self, amount: int, keeps_order: bool) -> None:
        self.decide(lambda o: o.refund_due(amount=KES(amount), reason="torn", keeps_order=keeps_order))
        paid = self.purse or self.kept
        free = (self.purse - self.owed if self.purse else 0) + self.kept
        if amount > 0 and paid and keeps_order:
            self.beside += amount
        elif 0 < amount <= free and paid:
            anew = min(self.kept, amount)
            self.kept -= anew
            self.owed += amount - anew

    @rule(amount=st.sampled_from([-1, 0, 300, 2_800]), reference=st.sampled_from("abcdef"))
    def give_back(self, amount: int, reference: str) -> None:
        facts = self.decide(lambda o: o.refund(amount=KES(amount), reference=reference))
        self.back += sum(fact.amount.cents // 100 for fact in facts if isinstance(fact, OrderRefunded))

    @rule(amount=st.sampled_from([-1, 0, 300, 2_800]), keeps_order=st.booleans())
    def keep(self, amount: int, keeps_order: bool) -> None:
        self.refunds += 1
        number, money = self.refunds, KES(amount)
        facts = self.decide(
            lambda o: o.decline_refund(
                refund=number, amount=money, declined_by="owner", keeps_order=keeps_order
            )
        )
        if facts and keeps_order:
            self.beside -= amount
        elif facts:
            self.kept += amount

    @invariant()
    def the_paper_agrees(self) -> None:
        assert self.now.step is self.step
        assert self.now.kept == KES(self.kept)
        assert self.kept >= 0
        assert (self.now.paid, self.now.due, self.now.due_beside) == (
            KES(self.purse),
            KES(self.owed),
            KES(self.beside),
        )

    @invariant()
    def no_money_goes_back_that_is_not_owed(self) -> None:
        assert 0 <= self.back <= self.owed + self.beside
        assert self.now.outstanding == KES(self.owed + self.beside - self.back - self.kept)
        assert self.now.outstanding.cents >= 0

    @invariant()
    def an_order_is_never_paid_twice_nor_paid_and_given_up(self) -> None:
        assert sum(isinstance(fact, OrderPaid) for fact in self.facts) <= 1
        assert not (self.now.was_paid and self.now.is_given_up)


class PaymentHistory(History[Payment]):
    """A world in which phones ring and money moves; evidence of it comes late, twice and out of order.

    The model knows which moves of money are real. However the news comes, the payment must never count
    more money than the evidence shows, and must not lose any of it once every receipt was reported.
    """

    def __init__(self) -> None:
        super().__init__()
        asked = PaymentRequested(
            order=an_id("order"),
            customer=an_id("wanjiku"),
            amount=KES(2_800),
            provider="daraja",
            shortcode="600999",
            is_till=False,
            reference="DK-1",
            paying_number=sealed("phone"),
        )
        self.begin(Payment(), asked)
        self.clock = NOW
        self.moved: dict[int, str] = {}
        self.reported: set[int] = set()

    def check(self) -> None:
        live = [attempt for attempt in self.now.attempts.values() if attempt.is_live]
        assert len(live) <= 1
        assert self.now.received in (KES(0), KES(2_800))

    @initialize(earlier=st.integers(0, 2))
    def some_prompts_are_over(self, earlier: int) -> None:
        for attempt in range(1, earlier + 1):
            self.start(5)
            self.decide(partial(Payment.give_up_waiting, attempt=attempt))
            self.moved[attempt] = f"SGR{attempt}"

    def attempt(self, number: int) -> int:
        return number % self.now.next_attempt

    @rule(minutes=st.integers(0, 5))
    def start(self, minutes: int) -> None:
        self.clock += timedelta(minutes=minutes)
        self.decide(lambda p: p.start_prompt(paying_number=sealed("phone"), now=self.clock))

    @rule(number=st.integers(0, 9), answer=st.integers(0, 4))
    def answer(self, number: int, answer: int) -> None:
        attempt = self.attempt(number)
        ids = {"checkout_id": f"ws_{attempt}", "merchant_request_id": f"m_{attempt}"}
        asked = MoneySource.QUERY
        answers: tuple[Decide[Payment], ...] = (
            lambda p: p.accept_prompt(attempt=attempt, **ids),
            lambda p: p.refuse_prompt(attempt=attempt, code="500", reason="so"),
            lambda p: p.doubt_prompt(attempt=attempt, reason="so"),
            lambda p: p.fail_prompt(attempt=attempt, code="1032", reason="so", source=asked),
            lambda p: p.give_up_waiting(attempt),
        )
        self.decide(answers[answer])

    @rule(number=st.integers(0, 9))
    def pay(self, number: int) -> None:
        attempt = self.attempt(number)
        if attempt:
            self.moved.setdefault(attempt, f"SGR{attempt}")

    @rule(number=st.integers(0, 9), source=st.sampled_from(["query", "callback", "deposit"]))
    def report(self, number: int, source: str) -> None:
        attempt = self.attempt(number)
        if attempt in self.moved:
            self.tell(attempt, source)

    def tell(self, attempt: int, source: str) -> None:
        receipt = None if source == "query" else self.moved[attempt]
        if receipt:
            self.reported.add(attempt)
        told, said_by = 0 if source == "deposit" else attempt, MoneySource(source)
        self.decide(
            lambda p: p.receive_money(attempt=told, amount=KES(2_800), receipt=receipt, source=said_by)
        )
        assert not told or self.now.attempts[told].brought_money

    @rule(sure=rarely)
    def cancel(self, sure: bool) -> None:
        if sure:
            self.decide(lambda p: p.cancel("expired"))

    @rule(amount=st.sampled_from([0, 1_000, 2_800]), step=st.integers(0, 5), number=st.integers(0, 3))
    def refund(self, amount: int, step: int, number: int) -> None:
        self.decide(lambda p: p.request_refund(amount=KES(amount), requested_by="Njeri", reason="torn"))
        refund = number % (len(self.now.refunds) + 1)
        steps: tuple[Decide[Payment], ...] = (
            lambda p: p.approve_refund(refund=refund, approved_by="Njeri"),
            lambda p: p.decline_refund(refund=refund, declined_by="Njeri"),
            lambda p: p.accept_refund(refund=refund, reference=f"AG_{refund}"),
            lambda p: p.doubt_refund(refund=refund, reason="lost"),
            lambda p: p.fail_refund(refund=refund, code="21", reason="so"),
            lambda p: p.record_refund(refund=refund, reference=f"SGX{refund}"),
        )
        self.decide(steps[step])

    @invariant()
    def no_more_goes_back_than_came_in(self) -> None:
        back = [fact for fact in self.facts if isinstance(fact, MoneyRefunded)]
        assert len({fact.refund for fact in back}) == len(back)
        promised = [r.amount.cents for r in self.now.refunds.values() if r.claims_money]
        failed_first = any(
            isinstance(fact, RefundFailed) and any(b.refund == fact.refund for b in back)
            for fact in self.facts
        )
        takings = self.now.takings
        assert failed_first or sum(promised) <= takings.received.cents + takings.held.cents
        approved = {fact.refund for fact in self.facts if isinstance(fact, RefundStarted)}
        assert {fact.refund for fact in back} <= approved

    @invariant()
    def a_success_never_reverts(self) -> None:
        complete = any(isinstance(fact, PaymentCompleted) for fact in self.facts)
        assert self.now.is_complete == complete
        assert self.now.received == KES(2_800 if complete else 0)

    @invariant()
    def each_receipt_counts_once_and_none_is_lost(self) -> None:
        counted = [fact for fact in self.facts if isinstance(fact, MoneyReceived | MoneyUnallocated)]
        assert len(counted) <= len(self.moved)
        assert {self.moved[attempt] for attempt in self.reported} == set(self.now.takings.receipts)
        if self.reported == set(self.moved):
            assert len(counted) == len(self.moved)

    def teardown(self) -> None:
        for attempt in self.moved:
            self.tell(attempt, "callback")
        takings = self.now.takings
        assert takings.received + takings.held == KES(2_800 * len(self.moved))


for machine in (StockHistory, CartHistory, OrderHistory, PaymentHistory):
    machine.TestCase.settings = STEADY

TestStock = StockHistory.TestCase
TestCart = CartHistory.TestCase
TestOrder = OrderHistory.TestCase
TestPayment = PaymentHistory.TestCase
