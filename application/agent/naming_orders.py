"""Orders that she calls by their number. Only her own are ever spoken of."""

from typing import Final

from application.agent.state import Turn
from application.understanding import Intent

ABOUT_ORDERS: Final = frozenset(
    {Intent.ORDER_STATUS, Intent.CANCEL_ORDER, Intent.CLAIM_PAID, Intent.PAY, Intent.PAY_AGAIN}
)
"""What is never done to another order than the one named."""


def is_the_order_named(turn: Turn) -> bool:
    """Whether the order of this turn is the one whose number she wrote; true where she wrote none."""
    number = turn.understanding.order_number
    return number is None or (turn.order is not None and turn.order.number == number)
