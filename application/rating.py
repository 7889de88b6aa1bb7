"""Rating: how happy a customer is with what she got."""

from application.commands import RateOrder
from application.unit import Unit
from domain.order.order import Order


def rate_order(command: RateOrder, unit: Unit) -> None:
    """Keep her stars. Nothing happens where the order is not hers. Raises: OrderIsNotDelivered."""
    if unit.get(Order, command.order).customer == command.customer:
        unit.tell(Order, command.order, lambda order: order.rate(command.stars))
