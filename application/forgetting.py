"""Forgetting a customer who asked for it: what is open is closed, her key destroyed, what is left emptied.

Totals and history stay, and the chain over them: they hold what was sealed under a key that is no more.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from uuid import UUID

from application.commands import CancelOrder, Command, EmptyCart, ForgetCustomer, RequestErasure
from application.execute import Shop
from application.ports import Emptied, Leftovers, Vault
from application.shopping import cart_of
from application.unit import Unit
from domain.cart.cart import Cart
from domain.customer.customer import Customer
from domain.customer.events import (
    AddressRemembered,
    IdentifierLearned,
    NameLearned,
    PayingNumberConfirmed,
)
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, CustomerId, OrderId, derive
from domain.notebook.events import NoteWritten
from domain.notebook.notebook import Notebook
from domain.order.events import CancelReason
from domain.order.order import Order
from domain.order.state import OrderStatus
from domain.refusal import Refusal
from domain.sealed import Sealed

_OPEN = (OrderStatus.PAID, OrderStatus.PACKED, OrderStatus.ON_ITS_WAY)


class OrderIsOwedToHer(Refusal):
    """She paid for what she has not got yet, or money goes back to her: she must be reached."""


class KeyOutlivedHer(Exception):  # noqa: N818
    """Something that was sealed for her can still be read."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was destroyed. Shape: `sealed` counts the names of hers that can be read no more."""

    orders_closed: tuple[OrderId, ...]
    cart_emptied: bool
    sealed: int
    emptied: Emptied


class Forgetting:
    """Carries out erasures. A repetition after a crash finishes what was begun."""

    def __init__(self, shop: Shop, vault: Vault, leftovers: Leftovers) -> None:
        self._shop, self._vault, self._leftovers = shop, vault, leftovers

    def forget(self, boutique: BoutiqueId, customer: CustomerId, command: UUID) -> Forgotten:
        """Forget her; an operator or the owner answers for the wish being hers.

        Raises: OrderIsOwedToHer, CustomerIsUnknown; KeyOutlivedHer when the vault did not do its work.
        """
        look = self._shop.open(boutique, customer)
        merged = sorted(look.get(Customer, customer).merged)
        others = [self.forget(boutique, other, derive(command, str(other))) for other in merged]
        unpaid = self._unpaid(look, customer)
        cart = not look.get(Cart, cart_of(customer)).is_empty
        closing: list[Command] = [CancelOrder(order, CancelReason.CUSTOMER) for order in unpaid]
        closing += [EmptyCart(customer)] if cart else []
        self._shop.do(
            boutique,
            Cause(Actor.OWNER, command, customer),
            *(*closing, RequestErasure(customer), ForgetCustomer(customer)),
        )
        numbers, sealed = _sealed(look, customer)
        names = [name for each in numbers if (name := self._vault.open(boutique, each))]
        emptied = self._leftovers.empty(boutique, customer, names)
        self._vault.destroy(boutique, customer)
        if any(self._vault.open(boutique, each) is not None for each in sealed):
            raise KeyOutlivedHer(f"{customer} can still be read")
        return _together([Forgotten(tuple(unpaid), cart, len(sealed), emptied), *others])

    def must_be_forgettable(self, boutique: BoutiqueId, customer: CustomerId) -> None:
        """Look before anything is destroyed. Raises: OrderIsOwedToHer."""
        self._unpaid(self._shop.open(boutique, customer), customer)

    def _unpaid(self, unit: Unit, customer: CustomerId) -> Sequence[OrderId]:
        """Her orders that wait for money; the newest is known by her cart before any list knows it."""
        newest = unit.get(Cart, cart_of(customer)).last_order
        hers = dict.fromkeys(
            [*self._leftovers.orders_of(unit.boutique, customer), *([newest] if newest else [])]
        )
        unpaid = []
        for each in hers:
            order = unit.get(Order, each)
            if order.status in _OPEN or order.outstanding.cents > 0:
                raise OrderIsOwedToHer(f"{order.number} is {order.status.value}")
            if order.status is OrderStatus.AWAITING_PAYMENT:
                unpaid.append(each)
        return unpaid


def _together(records: Sequence[Forgotten]) -> Forgotten:
    """What was destroyed of one person, under all the records that the shop had of her."""
    counts = zip(*(astuple(each.emptied) for each in records), strict=True)
    return Forgotten(
        tuple(order for each in records for order in each.orders_closed),
        any(each.cart_emptied for each in records),
        sum(each.sealed for each in records),
        Emptied(*(sum(count) for count in counts)),
    )


def _sealed(unit: Unit, customer: CustomerId) -> tuple[list[Sealed], list[Sealed]]:
    """Every number of hers that was ever learned, which are hers alone; and all that is sealed of her."""
    story = unit.story(Customer, customer)
    numbers = [fact.value for fact in story if isinstance(fact, IdentifierLearned)]
    numbers += [fact.phone for fact in story if isinstance(fact, PayingNumberConfirmed)]
    others = [fact.name for fact in story if isinstance(fact, NameLearned)]
    others += [fact.address for fact in story if isinstance(fact, AddressRemembered)]
    written = unit.story(Notebook, customer)
    others += [fact.body for fact in written if isinstance(fact, NoteWritten)]
    return numbers, [*numbers, *others]
