"""The rules by which an order says no."""

from datetime import datetime

from domain.refusal import Refusal


class OrderIsNotPlaced(Refusal):
    """Nobody ordered this."""


class OrderIsPlacedAlready(Refusal):
    """The order was placed with other pieces or under another number."""


class OrderIsNotDelivered(Refusal):
    """She can say how she likes it once she has it."""


class OrderIsEmpty(Refusal):
    """An order has one piece at least."""


class TotalDoesNotAddUp(Refusal):
    """The total is the pieces and the delivery, to the cent."""


class PaymentOfAnotherOrder(Refusal):
    """The money was asked for by another order."""


class AmountDoesNotSettle(Refusal):
    """Money of another amount pays no order."""


class OrderIsGivenUp(Refusal):
    """The order was cancelled or expired."""


class OrderStillStands(Refusal):
    """Money for an order that still waits for it is not late."""


class OrderIsNotPaid(Refusal):
    """Nothing leaves the shop before it is paid."""


class OrderIsPaid(Refusal):
    """What is paid is not cancelled; its money goes back by a refund."""


class MoreThanSheHas(Refusal):
    """No more pieces come back than she ordered and still has. `left` is how many."""

    def __init__(self, left: int) -> None:
        super().__init__(f"she has {left} of them")
        self.left = left


class NothingIsLeftToSend(Refusal):
    """An order that is still in the shop keeps a piece at least; without any it is cancelled."""


class OrderIsNotPacked(Refusal):
    """The courier takes parcels only."""


class OrderIsNotOnItsWay(Refusal):
    """What did not leave cannot arrive."""


class MoneyGoesBack(Refusal):
    """An order whose money goes back is not delivered."""


class TimeToPayIsNotOver(Refusal):
    """She may still pay. `until` is how long."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"she may pay until {until.isoformat()}")
        self.until = until


class RefundIsAbovePaid(Refusal):
    """No more goes back than was paid."""


class RefundIsNotDue(Refusal):
    """Nobody decided that this much goes back."""
