"""The desk: what staff does with orders."""

from uuid import UUID

from application.commands import CancelOrder, Command, DeliverOrder, HandToCourier, PackOrder, TakeBack
from application.execute import Shop
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, OrderId
from domain.order.events import CancelReason
from domain.order.order import Order
from interfaces.http.deps import Parcel


class ShopDesk:
    """The dashboard's commands on orders."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def pack(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> None:
        """The pieces are packed."""
        self._do(boutique, order, command, PackOrder(order))

    def hand_to_courier(self, boutique: BoutiqueId, order: OrderId, command: UUID, parcel: Parcel) -> None:
        """The parcel leaves the shop."""
        self._do(boutique, order, command, HandToCourier(order, parcel.courier, parcel.tracking, parcel.link))

    def deliver(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> None:
        """The customer has it."""
        self._do(boutique, order, command, DeliverOrder(order))

    def cancel(self, boutique: BoutiqueId, order: OrderId, command: UUID) -> bool:
        """Give it up. True: it was paid, and its money goes back."""
        self._do(boutique, order, command, CancelOrder(order, CancelReason.OWNER))
        return self._shop.open(boutique, order).get(Order, order).was_paid

    def take_back(self, boutique: BoutiqueId, command: UUID, asked: TakeBack) -> None:
        """Pieces of it come back, or some of its money goes back."""
        self._do(boutique, asked.order, command, asked)

    def _do(self, boutique: BoutiqueId, order: OrderId, command: UUID, asked: Command) -> None:
        self._shop.do(boutique, Cause(Actor.OWNER, command, order), asked)
