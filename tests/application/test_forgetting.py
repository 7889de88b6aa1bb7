"""Forgetting closes what is open, ends with proof, or says that it failed."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from application.execute import Shop
from application.forgetting import Forgetting, KeyOutlivedHer, OrderIsOwedToHer
from application.ports import Emptied
from application.shopping import cart_of
from application.unit import Units
from domain.cart.cart import Cart
from domain.customer.customer import Customer as Known
from domain.customer.events import CustomerForgotten, ErasureRequested
from domain.customer.refusals import CustomerIsUnknown
from domain.identity import BoutiqueId, CustomerId, OrderId
from domain.order.state import OrderStatus
from tests.application.little_shop import AMANI, PHONE, PWANI, Customer, LittleShop
from tests.domain.pieces import an_id
from tests.support.memory import MemoryVault


class NothingLeft:
    """Leftovers of which there are none; notes what it was asked for."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def orders_of(self, boutique: BoutiqueId, customer: CustomerId) -> Sequence[OrderId]:
        """No order but what her cart knows."""
        return ()

    def empty(self, boutique: BoutiqueId, customer: CustomerId, names: Sequence[str]) -> Emptied:
        """Nothing to empty."""
        self.names += names
        return Emptied(0, 0, 0, 0, 0)


class DeafVault(MemoryVault):
    """A vault that keeps every key."""

    def destroy(self, boutique: BoutiqueId, subject: UUID) -> None:
        """Nothing is destroyed."""


def forgetting(little: LittleShop) -> tuple[Forgetting, NothingLeft]:
    left = NothingLeft()
    return Forgetting(little.shop, little.vault, left), left


def test_who_was_known_under_two_records_is_forgotten_under_both() -> None:
    little = LittleShop()
    old, her = Customer(little, "by her number"), Customer(little)
    for each, words in ((old, "my name is Wanjiku"), (her, "hi")):
        each.says(words)
    old.says("red dress")
    old.says("1")
    old.taps("tell_size:M")
    little.shop.tell(AMANI, her.id, Known, her.id, lambda known: known.merge(old.id))
    act, _ = forgetting(little)

    done = act.forget(AMANI, her.id, little.new_id("forget"))

    assert [little.get(Known, each.id, AMANI).is_forgotten for each in (old, her)] == [True, True]
    assert (done.cart_emptied, done.sealed >= 2, done.emptied) == (True, True, Emptied(0, 0, 0, 0, 0))


def test_her_unpaid_order_is_closed_and_her_cart_emptied_before_her_key_goes() -> None:
    little = LittleShop()
    her = Customer(little)
    order = her.has_ordered()
    her.says("blue dress")
    her.says("1")
    her.taps("tell_size:M")
    act, left = forgetting(little)

    done = act.forget(AMANI, her.id, little.new_id("forget"))

    assert done.orders_closed == (order,)
    assert done.cart_emptied
    assert her.order.status is OrderStatus.CANCELLED
    assert little.get(Cart, cart_of(her.id)).is_empty
    assert PHONE in left.names
    assert little.log.told(ErasureRequested, CustomerForgotten) == [ErasureRequested(), CustomerForgotten()]
    assert little.get(Known, her.id).is_forgotten


def test_a_paid_order_is_brought_to_her_first() -> None:
    little = LittleShop()
    her = Customer(little)
    her.has_paid()

    with pytest.raises(OrderIsOwedToHer):
        forgetting(little)[0].forget(AMANI, her.id, little.new_id("forget"))

    assert little.log.told(CustomerForgotten) == []


def test_who_never_wrote_to_this_shop_cannot_be_forgotten_by_it() -> None:
    little = LittleShop()
    her = Customer(little)
    her.says("hello")

    with pytest.raises(CustomerIsUnknown):
        forgetting(little)[0].forget(PWANI, her.id, little.new_id("forget"))

    assert not little.get(Known, her.id).is_forgotten


def test_a_key_that_outlives_her_is_no_proof() -> None:
    little = LittleShop()
    little.vault = DeafVault()
    little.units = Units(little.log, little.vault, little.clock)
    little.shop = Shop(little.units, little.clock)
    stranger = CustomerId(an_id("stranger"))
    sealed = little.vault.seal(AMANI, stranger, "Wanjiku")
    little.tell(Known, stranger, lambda known: known.meet("whatsapp", "amani-number"))
    little.tell(Known, stranger, lambda known: known.learn_name(sealed))

    with pytest.raises(KeyOutlivedHer):
        forgetting(little)[0].forget(AMANI, stranger, little.new_id("forget"))
