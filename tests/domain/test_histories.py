"""Whatever happens in whatever order: stock, carts, orders and payments against simple models of them.

Each machine takes chance steps, seeded by Hypothesis, and compares the aggregate with a model that a child
could keep on paper. A refused step must leave nothing behind.
"""

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.cart.cart import MOST_LINES, MOST_OF_A_PIECE, Cart
from domain.cart.events import CartOpened
from domain.clothing import Garment
from domain.fact import fold
from domain.order.events import CancelReason, OrderPaid
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

STEADY = settings(max_examples=120, stateful_step_count=40, deadline=None, derandomize=True, database=None)

orders = st.sampled_from([an_id(f"order {n}") for n in range(4)])
few = st.integers(-1, 5)
rarely = st.sampled_from([False, False, False, True])


class History(RuleBasedStateMachine):
    """An aggregate and all facts of it so far."""

    def begin(self, aggregate, *facts):
        self.now = fold(aggregate, facts)
        self.facts = list(facts)
        self.begun = aggregate

    def decide(self, decision):
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

    def check(self):
        """What holds after every single fact."""

    @invariant()
    def a_replay_comes_to_the_same(self):
        assert fold(self.begun, self.facts) == self.now


class StockHistory(History):
    """Pieces on a shelf, in a drawer for each order, and gone."""

    def __init__(self):
        super().__init__()
        self.begin(Stock())
        self.shelf, self.drawers, self.gone = 0, {}, {}

    def check(self):
        assert 0 <= self.now.reserved <= self.now.on_hand
        assert self.now.on_hand == sum(
            {
                StockReceived: lambda f: f.quantity,
                StockReserved: lambda f: 0,
                StockReleased: lambda f: 0,
                StockSold: lambda f: -f.quantity,
                StockReturned: lambda f: f.quantity,
                StockAdjusted: lambda f: f.change,
            }[type(fact)](fact)
            for fact in self.facts
        )

    @rule(quantity=few)
    def receive(self, quantity):
        self.decide(lambda s: s.receive(an_id("red"), quantity))
        self.shelf += max(quantity, 0)

    @rule(order=orders, quantity=few)
    def reserve(self, order, quantity):
        self.decide(lambda s: s.reserve(order, quantity, LATER))
        free = self.shelf + self.drawers.get(order, 0)
        if order not in self.gone and 0 < quantity <= free:
            self.drawers[order], self.shelf = quantity, free - quantity

    @rule(order=orders)
    def release(self, order):
        self.decide(lambda s: s.release(order, ReleaseReason.EXPIRED))
        self.shelf += self.drawers.pop(order, 0)

    @rule(order=orders)
    def sell(self, order):
        self.decide(lambda s: s.sell(order))
        if order in self.drawers:
            self.gone[order] = self.drawers.pop(order)

    @rule(order=orders, quantity=few)
    def sell_late(self, order, quantity):
        self.decide(lambda s: s.sell_late(order, quantity))
        free = self.shelf + self.drawers.get(order, 0)
        if order not in self.gone and 0 < quantity <= free:
            self.drawers.pop(order, None)
            self.gone[order], self.shelf = quantity, free - quantity

    @rule(order=orders, quantity=few)
    def take_back(self, order, quantity):
        self.decide(lambda s: s.take_back(order, quantity))
        if 0 < quantity <= self.gone.get(order, 0):
            self.gone[order] -= quantity
            self.shelf += quantity

    @rule(counted=st.integers(-1, 9))
    def adjust(self, counted):
        self.decide(lambda s: s.adjust(counted, "counted"))
        if counted >= sum(self.drawers.values()):
            self.shelf = counted - sum(self.drawers.values())

    @invariant()
    def the_paper_agrees(self):
        assert self.now.available == self.shelf
        assert {order: held.quantity for order, held in self.now.reservations.items()} == self.drawers
        assert self.now.sold == self.gone


class CartHistory(History):
    """A list of wishes."""

    variants = st.sampled_from([an_id(f"piece {n}") for n in range(MOST_LINES + 2)])

    def __init__(self):
        super().__init__()
        self.begin(Cart(), CartOpened(customer=an_id("wanjiku")))
        self.wishes, self.count = {}, 0

    @rule(variant=variants, quantity=st.integers(-1, 8), price=st.sampled_from([900, 2_500]))
    def add(self, variant, quantity, price):
        piece = {"variant": variant, "product": an_id("red"), "title": "Dress", "garment": Garment.DRESS}
        offer = {"size": M, "unit_price": KES(price), "quantity": quantity}
        self.decide(lambda c: c.add_item(**piece, **offer))
        total = self.wishes.get(variant, (0, 0))[0] + quantity
        fits = variant in self.wishes or len(self.wishes) < MOST_LINES
        if quantity > 0 and total <= MOST_OF_A_PIECE and fits:
            self.wishes[variant] = (total, price)

    @rule(variant=variants, quantity=st.integers(-1, 12))
    def change(self, variant, quantity):
        self.decide(lambda c: c.change_quantity(variant, quantity))
        if variant in self.wishes and 0 < quantity <= MOST_OF_A_PIECE:
            self.wishes[variant] = (quantity, self.wishes[variant][1])

    @rule(variant=variants, price=st.sampled_from([900, 2_500, 2_900]))
    def reprice(self, variant, price):
        self.decide(lambda c: c.reprice(variant, KES(price)))
        if variant in self.wishes:
            self.wishes[variant] = (self.wishes[variant][0], price)

    @rule(variant=variants)
    def remove(self, variant):
        self.decide(lambda c: c.remove(variant))
        self.wishes.pop(variant, None)

    @rule(all_out=rarely)
    def empty(self, all_out):
        if all_out:
            self.decide(lambda c: c.empty())
            self.wishes.clear()

    @rule(ordered=rarely)
    def check_out(self, ordered):
        if ordered:
            self.count += 1
            facts = self.decide(lambda c: c.check_out(an_id(f"order {self.count}")))
            assert bool(facts) == bool(self.wishes)
            self.wishes.clear()

    @invariant()
    def the_paper_agrees(self):
        assert {x.variant: (x.quantity, x.unit_price.cents // 100) for x in self.now.lines} == self.wishes
        assert self.now.total == KES(sum(n * price for n, price in self.wishes.values()))


class OrderHistory(History):
    """A parcel, a purse and a calendar."""

    steps = (OrderStatus.PAID, OrderStatus.PACKED, OrderStatus.ON_ITS_WAY, OrderStatus.DELIVERED)

    def __init__(self):
        super().__init__()
        self.placed = an_order_placed()
        self.begin(Order(), self.placed)
        self.clock, self.step = NOW, OrderStatus.AWAITING_PAYMENT
        self.purse, self.owed, self.beside, self.back = 0, 0, 0, 0

    @property
    def is_given_up(self):
        return self.step in (OrderStatus.CANCELLED, OrderStatus.EXPIRED)

    def pays(self, amount):
        return {"payment": self.placed.payment, "amount": KES(amount), "receipt": "R"}

    @rule(amount=st.sampled_from([2_800, 2_800, 2_700]))
    def pay(self, amount):
        self.decide(lambda o: o.mark_paid(**self.pays(amount)))
        if amount == 2_800 and self.step is OrderStatus.AWAITING_PAYMENT:
            self.step, self.purse = OrderStatus.PAID, amount

    @rule(stock_is_back=st.booleans())
    def pay_late(self, stock_is_back):
        self.decide(lambda o: o.accept_late_money(**self.pays(2_800), stock_is_back=stock_is_back))
        if self.is_given_up and not self.owed:
            if stock_is_back:
                self.step, self.purse = OrderStatus.PAID, 2_800
            else:
                self.owed = 2_800

    @rule(number=st.integers(1, 3))
    def move(self, number):
        steps = (lambda o: o.pack(), lambda o: o.hand_to_courier(courier="G4S"), lambda o: o.deliver())
        self.decide(steps[number - 1])
        keeps_money = number == 3 or self.owed < self.purse
        if self.step is self.steps[number - 1] and keeps_money:
            self.step = self.steps[number]

    @rule(sure=rarely)
    def cancel(self, sure):
        if not sure:
            return
        self.decide(lambda o: o.cancel(CancelReason.CUSTOMER))
        if self.step is OrderStatus.AWAITING_PAYMENT:
            self.step = OrderStatus.CANCELLED

    @rule(minutes=st.integers(0, 20))
    def expire(self, minutes):
        self.clock += timedelta(minutes=minutes)
        self.decide(lambda o: o.expire(self.clock))
        if self.step is OrderStatus.AWAITING_PAYMENT and self.clock >= LATER:
            self.step = OrderStatus.EXPIRED

    @rule(amount=st.sampled_from([-1, 0, 300, 2_800]), keeps_order=st.booleans())
    def owe(self, amount, keeps_order):
        self.decide(lambda o: o.refund_due(amount=KES(amount), reason="torn", keeps_order=keeps_order))
        if amount > 0 and self.purse and keeps_order:
            self.beside += amount
        elif 0 < amount <= self.purse - self.owed:
            self.owed += amount

    @rule(amount=st.sampled_from([-1, 0, 300, 2_800]), reference=st.sampled_from("abcdef"))
    def give_back(self, amount, reference):
        facts = self.decide(lambda o: o.refund(amount=KES(amount), reference=reference))
        self.back += sum(fact.amount.cents // 100 for fact in facts)

    @invariant()
    def the_paper_agrees(self):
        assert self.now.step is self.step
        assert (self.now.paid, self.now.due, self.now.due_beside) == (
            KES(self.purse),
            KES(self.owed),
            KES(self.beside),
        )

    @invariant()
    def no_money_goes_back_that_is_not_owed(self):
        assert 0 <= self.back <= self.owed + self.beside
        assert self.now.outstanding == KES(self.owed + self.beside - self.back)

    @invariant()
    def an_order_is_never_paid_twice_nor_paid_and_given_up(self):
        assert sum(isinstance(fact, OrderPaid) for fact in self.facts) <= 1
        assert not (self.now.was_paid and self.now.is_given_up)


class PaymentHistory(History):
    """A world in which phones ring and money moves; evidence of it comes late, twice and out of order.

    The model knows which moves of money are real. However the news comes, the payment must never count
    more money than the evidence shows, and must not lose any of it once every receipt was reported.
    """

    def __init__(self):
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
        self.clock, self.moved, self.reported = NOW, {}, set()

    def check(self):
        live = [attempt for attempt in self.now.attempts.values() if attempt.is_live]
        assert len(live) <= 1
        assert self.now.received in (KES(0), KES(2_800))

    @initialize(earlier=st.integers(0, 2))
    def some_prompts_are_over(self, earlier):
        for attempt in range(1, earlier + 1):
            self.start(5)
            self.decide(lambda p, attempt=attempt: p.give_up_waiting(attempt))
            self.moved[attempt] = f"SGR{attempt}"

    def attempt(self, number):
        return number % self.now.next_attempt

    @rule(minutes=st.integers(0, 5))
    def start(self, minutes):
        self.clock += timedelta(minutes=minutes)
        self.decide(lambda p: p.start_prompt(paying_number=sealed("phone"), now=self.clock))

    @rule(number=st.integers(0, 9), answer=st.integers(0, 4))
    def answer(self, number, answer):
        attempt = self.attempt(number)
        why = {"attempt": attempt, "reason": "so"}
        ids = {"checkout_id": f"ws_{attempt}", "merchant_request_id": f"m_{attempt}"}
        answers = (
            lambda p: p.accept_prompt(attempt=attempt, **ids),
            lambda p: p.refuse_prompt(code="500", **why),
            lambda p: p.doubt_prompt(**why),
            lambda p: p.fail_prompt(code="1032", source=MoneySource.QUERY, **why),
            lambda p: p.give_up_waiting(attempt),
        )
        self.decide(answers[answer])

    @rule(number=st.integers(0, 9))
    def pay(self, number):
        attempt = self.attempt(number)
        if attempt:
            self.moved.setdefault(attempt, f"SGR{attempt}")

    @rule(number=st.integers(0, 9), source=st.sampled_from(["query", "callback", "deposit"]))
    def report(self, number, source):
        attempt = self.attempt(number)
        if attempt in self.moved:
            self.tell(attempt, source)

    def tell(self, attempt, source):
        receipt = None if source == "query" else self.moved[attempt]
        if receipt:
            self.reported.add(attempt)
        evidence = {"amount": KES(2_800), "receipt": receipt, "source": MoneySource(source)}
        told = 0 if source == "deposit" else attempt
        self.decide(lambda p: p.receive_money(attempt=told, **evidence))
        assert not told or self.now.attempts[told].brought_money

    @rule(sure=rarely)
    def cancel(self, sure):
        if sure:
            self.decide(lambda p: p.cancel("expired"))

    @rule(amount=st.sampled_from([0, 1_000, 2_800]), step=st.integers(0, 5), number=st.integers(0, 3))
    def refund(self, amount, step, number):
        self.decide(lambda p: p.request_refund(amount=KES(amount), requested_by="Njeri", reason="torn"))
        refund = number % (len(self.now.refunds) + 1)
        steps = (
            lambda p: p.approve_refund(refund=refund, approved_by="Njeri"),
            lambda p: p.decline_refund(refund=refund, declined_by="Njeri"),
            lambda p: p.accept_refund(refund=refund, reference=f"AG_{refund}"),
            lambda p: p.doubt_refund(refund=refund, reason="lost"),
            lambda p: p.fail_refund(refund=refund, code="21", reason="so"),
            lambda p: p.record_refund(refund=refund, reference=f"SGX{refund}"),
        )
        self.decide(steps[step])

    @invariant()
    def no_more_goes_back_than_came_in(self):
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
    def a_success_never_reverts(self):
        complete = any(isinstance(fact, PaymentCompleted) for fact in self.facts)
        assert self.now.is_complete == complete
        assert self.now.received == KES(2_800 if complete else 0)

    @invariant()
    def each_receipt_counts_once_and_none_is_lost(self):
        counted = [fact for fact in self.facts if isinstance(fact, MoneyReceived | MoneyUnallocated)]
        assert len(counted) <= len(self.moved)
        assert {self.moved[attempt] for attempt in self.reported} == set(self.now.takings.receipts)
        if self.reported == set(self.moved):
            assert len(counted) == len(self.moved)

    def teardown(self):
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
