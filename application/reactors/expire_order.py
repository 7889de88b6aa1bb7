"""The time to pay is over → OrderExpired, unless the money is there or a prompt is on the phone right now."""

from collections.abc import Callable
from datetime import timedelta

from application.commands import ExpireOrder
from application.execute import Shop
from application.outcome import DONE, Later, Outcome
from application.work import Work
from domain.fact import Actor, Cause
from domain.identity import OrderId, derive
from domain.order.order import Order
from domain.order.state import OrderStatus
from domain.payment.payment import Payment

WHILE_A_PROMPT_RINGS = timedelta(seconds=60)


class ExpireUnpaidOrder:
    """Gives up an order that nobody paid in time."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Expire it, when its time is really over."""
        order_id = OrderId(work.subject)
        unit = self._shop.open(work.boutique, order_id)
        order = unit.get(Order, order_id)
        if order.status is not OrderStatus.AWAITING_PAYMENT or order.pay_until is None:
            return DONE
        now = self._shop.now()
        if now < order.pay_until:
            return Later(order.pay_until, "not yet")
        if order.payment and unit.get(Payment, order.payment).live_attempt:
            return Later(now + WHILE_A_PROMPT_RINGS, "a prompt is on the phone")
        cause = Cause(Actor.CLOCK, derive(order_id, "expire"), unit.origin(Order, order_id))
        self._shop.do(work.boutique, cause, ExpireOrder(order_id))
        return DONE
