"""What Safaricom may do to a payment, all of it: twelve ways of calling back, over two hands that ask for the
money, to an order in four states.

In each case the money that moved is all accounted for, a receipt counts once, a paid order has its money and
is not given up, and the last dress is sold once.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from uuid import uuid5

import pytest

from application.commands import CancelOrder, ExpireOrder
from application.work import Work, WorkKind
from domain.deposit.deposit import Deposit
from domain.identity import OrderId, PaymentId
from domain.money import Money
from domain.order.events import CancelReason
from domain.order.order import Order
from domain.order.refusals import OrderIsGivenUp
from domain.order.state import OrderStatus
from domain.payment.attempt import AttemptState
from domain.payment.payment import Payment
from domain.stock.stock import Stock
from tests.application.little_shop import AMANI, BLUE_M, Customer
from tests.support.paying import (
    PAY_WITHIN,
    PayingShop,
    Prompt,
    accounted,
    neighbour_customer,
    told,
)

WHOLE, LITTLE, NOTHING = Money.shillings(3_500), Money.shillings(1), Money.zero()
PAID, AWAITING = OrderStatus.PAID, OrderStatus.AWAITING_PAYMENT
CANCELLED, EXPIRED = OrderStatus.CANCELLED, OrderStatus.EXPIRED
HANDS = {"daraja": "mpesa", "paylink": "paylink"}


@dataclass
class Scene:
    """One order whose prompt rings, and what happens to it. `enter` brings the order into its state."""

    shop: PayingShop
    who: Customer
    enter: Callable[["Scene"], None]
    order: OrderId

    @property
    def prompt(self) -> Prompt:
        """The prompt on her phone."""
        return next(iter(self.shop.books.prompts.values()))

    @property
    def number(self) -> str:
        """What the order is called."""
        return self.placed.number

    @property
    def placed(self) -> Order:
        """The order as it stands."""
        order: Order = self.shop.get(Order, self.order)
        return order

    def rings(self) -> "Scene":
        """Her phone rings, and the order comes into its state meanwhile."""
        self.shop.works(WorkKind.PROMPT_PAYMENT)
        self.enter(self)
        return self

    def hears(self, body: bytes, *, then: Callable[[], None] = lambda: None) -> None:
        """A callback is taken in at once; something may happen before it is weighed."""
        assert self.shop.called(self.prompt.request.token, body) == 200
        then()
        self.shop.works(WorkKind.WEIGH_EVIDENCE)


def is_open(_: Scene) -> None:
    """It waits for its money."""


def is_paid(scene: Scene) -> None:
    """She was tired of waiting and paid by hand; the phone still rings."""
    receipt = scene.shop.books.pays_by_hand(WHOLE, scene.number)
    scene.shop.receives(receipt, WHOLE, scene.number)
    assert scene.placed.status is PAID


def is_cancelled(scene: Scene) -> None:
    """She gave it up; the dress hangs in the shop."""
    scene.shop.do(CancelOrder(scene.order, CancelReason.CUSTOMER))


def is_expired(scene: Scene) -> None:
    """Its time is over, and somebody else has ordered the dress."""
    _expires(scene)
    scene.shop.orders(neighbour_customer(scene.shop))


STATES = {"open": is_open, "paid": is_paid, "cancelled": is_cancelled, "expired": is_expired}


def before_our_answer(scene: Scene) -> None:
    """It overtakes the answer to our own prompt."""

    def overtake(prompt: Prompt) -> None:
        scene.shop.books.while_asking = None
        scene.enter(scene)
        assert scene.shop.called(prompt.request.token, scene.shop.books.pays(prompt)) == 200
        scene.shop.works(WorkKind.WEIGH_EVIDENCE)

    scene.shop.books.while_asking = overtake
    scene.shop.works(WorkKind.PROMPT_PAYMENT)
    scene.shop.passes(2)


def after(scene: Scene) -> None:
    """As documented."""
    scene.rings().hears(scene.shop.books.pays(scene.prompt))


def never(scene: Scene) -> None:
    """It is lost; the query knows within two minutes."""
    scene.rings().shop.books.pays(scene.prompt)
    before = scene.shop.clock.now()
    scene.shop.passes(120)
    assert scene.shop.payment(scene.order).attempts[1].brought_money
    assert scene.shop.clock.now() - before <= timedelta(minutes=2)


def twice(scene: Scene) -> None:
    """The same body comes again, weighed and not."""
    body = scene.rings().shop.books.pays(scene.prompt)
    for _ in range(2):
        scene.hears(body)
    scene.hears(body + b" ")


def ten_at_once(scene: Scene) -> None:
    """Ten of them are weighed at the same moment, and each but one finds that another was first."""
    body, shop = scene.rings().shop.books.pays(scene.prompt), scene.shop
    for spaces in range(10):
        assert shop.called(scene.prompt.request.token, body + b" " * spaces) == 200
    first, *rivals = [work for work in shop.due if work.kind is WorkKind.WEIGH_EVIDENCE]

    def weighs(rival: Work) -> None:
        shop.react(rival)

    shop.log.rivals.extend(partial(weighs, rival) for rival in rivals)
    shop.react(first)
    shop.log.rivals.clear()
    shop.works(WorkKind.WEIGH_EVIDENCE)


def wrong_amount(scene: Scene) -> None:
    """One shilling for a dress."""
    scene.rings().hears(scene.shop.books.pays(scene.prompt, LITTLE))


def wrong_shortcode(scene: Scene) -> None:
    """The money of another shop's prompt is told at our address."""
    elsewhere = Prompt(scene.rings().prompt.request, "ws_CO_elsewhere", "0", "RKTELSEWHR", WHOLE)
    scene.hears(told(elsewhere))


def unknown_order(scene: Scene) -> None:
    """Genuine money about a payment that nobody asked for; a made-up address is not even a door."""
    shop, nobody = scene.rings().shop, PaymentId(uuid5(scene.order, "nobody"))
    shop.books.moved.append(("RKTNOBODY0", WHOLE, "DK-NOBODY"))
    lost = Prompt(scene.prompt.request, "ws_CO_nobody", "0", "RKTNOBODY0", WHOLE)
    token = shop.token_of(AMANI, nobody, 1)
    assert shop.called(token, told(lost)) == 200
    assert shop.called(token[:-1] + ("0" if token[-1] != "0" else "1"), told(lost)) == 404
    shop.works(WorkKind.WEIGH_EVIDENCE)


def after_the_shop_cancelled(scene: Scene) -> None:
    """The shop gives the order up while the callback waits to be weighed."""

    def cancel() -> None:
        try:
            scene.shop.do(CancelOrder(scene.order, CancelReason.OWNER))
        except OrderIsGivenUp:
            assert scene.placed.status is EXPIRED

    scene.rings().hears(scene.shop.books.pays(scene.prompt), then=cancel)


def after_expiry(scene: Scene) -> None:
    """The time to pay ends while the callback waits to be weighed."""
    scene.rings().hears(scene.shop.books.pays(scene.prompt), then=lambda: _expires(scene))


def success_after_failure(scene: Scene) -> None:
    """First she cancelled it, says Safaricom; then she has paid."""
    scene.rings().prompt.code = "1032"
    scene.hears(told(scene.prompt, "1032"))
    assert scene.shop.payment(scene.order).attempts[1].state is AttemptState.FAILED
    scene.hears(scene.shop.books.pays(scene.prompt))


def failure_after_success(scene: Scene) -> None:
    """First she has paid, says Safaricom; then she cancelled it. Paid is final."""
    scene.rings().hears(scene.shop.books.pays(scene.prompt))
    scene.hears(told(scene.prompt, "1032"))
    assert (1, "1032") in scene.shop.payment(scene.order).contradictions


def _expires(scene: Scene) -> None:
    scene.shop.clock.pass_by(PAY_WITHIN)
    scene.shop.do(ExpireOrder(scene.order))


@dataclass(frozen=True)
class End:
    """How it must end: the order, what settles it, what waits in the account, and what is to go back."""

    status: OrderStatus
    received: Money = WHOLE
    beside: Money = NOTHING
    back: Money = NOTHING


PAID_ONCE, PAID_TWICE = End(PAID), End(PAID, beside=WHOLE, back=WHOLE)
UNPAID = {state: End(status, NOTHING) for state, status in (("open", AWAITING), ("cancelled", CANCELLED))}
NOT_PAID_BY_IT = {**UNPAID, "paid": PAID_ONCE, "expired": End(EXPIRED, NOTHING)}
GONE = End(EXPIRED, back=WHOLE)
"""The dress is gone, and her money must go back."""

SUCCESS = {"open": PAID_ONCE, "paid": PAID_TWICE, "cancelled": PAID_ONCE, "expired": GONE}


def _beside(money: Money) -> dict[str, End]:
    return {s: End(end.status, end.received, money) for s, end in NOT_PAID_BY_IT.items()}


ROWS: dict[Callable[[Scene], None], dict[str, End]] = {
    before_our_answer: SUCCESS,
    after: SUCCESS,
    never: SUCCESS,
    twice: SUCCESS,
    ten_at_once: SUCCESS,
    wrong_amount: _beside(LITTLE),
    wrong_shortcode: NOT_PAID_BY_IT,
    unknown_order: _beside(WHOLE),
    after_the_shop_cancelled: {**SUCCESS, "paid": End(PAID, beside=WHOLE, back=WHOLE + WHOLE)},
    after_expiry: SUCCESS,
    success_after_failure: SUCCESS,
    failure_after_success: SUCCESS,
}
CASES = [
    pytest.param(provider, happens, state, end, id=f"{hand}-{happens.__name__}-{state}")
    for hand, provider in HANDS.items()
    for happens, ends in ROWS.items()
    for state, end in ends.items()
]


def test_there_are_ninety_six() -> None:
    assert len({case.id for case in CASES}) == 96


@pytest.mark.parametrize(("provider", "happens", "state", "end"), CASES)
def test_whatever_is_called_back_the_money_ends_where_it_belongs(
    provider: str, happens: Callable[[Scene], None], state: str, end: End
) -> None:
    shop = PayingShop(provider)
    who = Customer(shop)
    scene = Scene(shop, who, STATES[state], shop.orders(who))

    happens(scene)
    shop.reconciles()

    payment = shop.payment(scene.order)
    waiting = accounted(shop) - payment.received
    back = sum((r.amount for r in payment.refunds.values() if r.claims_money), NOTHING)
    assert End(scene.placed.status, payment.received, waiting, back) == end
    _money_adds_up(shop)
    _nobody_is_paid_and_given_up(shop)
    _the_dress_is_there_once(shop)


def _money_adds_up(shop: PayingShop) -> None:
    """All that moved is known, and each receipt counts for one payment."""
    assert accounted(shop) == sum((amount for _, amount, _ in shop.books.moved), NOTHING)
    counted: Counter[str] = Counter()
    for payment in shop.all(Payment).values():
        assert isinstance(payment, Payment)
        counted.update(payment.takings.receipts.keys())
    assert all(times == 1 for times in counted.values()), counted
    assert {r for r, _, _ in shop.books.moved} <= {
        each.received.receipt
        for each in shop.all(Deposit).values()
        if isinstance(each, Deposit) and each.received
    }


def _nobody_is_paid_and_given_up(shop: PayingShop) -> None:
    for identity, order in shop.all(Order).items():
        assert isinstance(order, Order)
        assert order.was_paid is False or not order.is_given_up
        assert order.was_paid is False or not shop.payment(OrderId(identity)).received < order.total


def _the_dress_is_there_once(shop: PayingShop) -> None:
    stock = shop.get(Stock, BLUE_M)
    assert stock.on_hand >= stock.reserved >= 0
    assert stock.on_hand + sum(stock.sold.values()) == 1
