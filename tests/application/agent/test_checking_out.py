"""Checkout beside an older order, and at prices that changed since she chose."""

from uuid import UUID

import pytest

from application.commands import ChangePrice, GiveBack, SetLimits
from application.ports import Evidence, EvidenceKind
from domain.cart.events import CartItemRepriced
from domain.conversation.events import HandedToPerson, HandOverReason
from domain.conversation.reply import Reply
from domain.order.events import CancelReason, OrderCancelled, OrderPlaced
from domain.order.order import Order
from domain.order.state import OrderStatus
from domain.payment.payment import Payment
from domain.stock.stock import Stock
from tests.application.little_shop import BLUE, BLUE_M, PWANI, RED, RED_M, Customer, LittleShop
from tests.domain.pieces import KES
from tests.support.present import present


def fails(customer: Customer, code: str = "1032") -> None:
    """M-Pesa calls back that the prompt came to nothing."""
    checkout = customer.payment.attempts[1].checkout_id
    customer.little.called_back(
        Evidence(EvidenceKind.FAILED, code, "no", checkout, "merchant-1"), customer.payment_id
    )
    customer.little.works()


def has_chosen(customer: Customer, what: str, size: str | None = None) -> Reply:
    """Up to the summary of one piece; what she then hears."""
    customer.says(what)
    customer.says("1")
    if size:
        customer.taps(f"tell_size:{size}")
    said = customer.taps("checkout")
    if said.asks_location:
        return customer.says("Westlands, Sarit Centre, 3rd floor")
    return said


class TestSecondOrder:
    """A second order takes the place of one that she did not pay: nobody holds pieces for two orders of hers,
    and one prompt at a time rings on her phone. Before she gives her word she is told, and how to keep both.
    """

    @pytest.fixture
    def unpaid(self, wanjiku: Customer) -> UUID:
        """She ordered the red dress, and her prompt came to nothing."""
        wanjiku.has_ordered()
        fails(wanjiku)
        return wanjiku.order_id

    def test_the_new_order_takes_the_place_of_the_unpaid_one(
        self, little: LittleShop, wanjiku: Customer, unpaid: UUID
    ) -> None:
        before = wanjiku.order.number
        assert f"takes the place of order {before}" in has_chosen(wanjiku, "green scarf").text
        said = wanjiku.presses().text
        assert f"{before} is cancelled" in said
        assert wanjiku.order.number in said
        assert [fact.reason for fact in little.log.told(OrderCancelled)] == [CancelReason.REPLACED]
        assert little.get(Order, unpaid).status is OrderStatus.CANCELLED
        assert little.get(Stock, RED_M).reserved == 0
        assert not any("had to cancel" in reply.text for reply in wanjiku.heard)

    def test_the_last_piece_that_she_held_herself_is_free_for_her_new_order(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        has_chosen(wanjiku, "blue dress")
        wanjiku.presses()
        fails(wanjiku)
        has_chosen(wanjiku, "green scarf")
        wanjiku.presses()
        assert little.get(Stock, BLUE_M).available == 1

    def test_while_its_prompt_rings_the_earlier_order_is_not_replaced(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.has_ordered()
        before = wanjiku.order_id
        assert "then say “checkout”" in has_chosen(wanjiku, "green scarf").text
        assert "dismiss it" in wanjiku.presses().text
        assert wanjiku.order_id == before
        assert len(little.log.told(OrderPlaced)) == 1
        assert len(wanjiku.cart.lines) == 1
        fails(wanjiku)
        wanjiku.says("checkout")
        wanjiku.presses()
        assert wanjiku.order_id != before

    def test_who_wants_both_pays_the_first_one_first(
        self, little: LittleShop, wanjiku: Customer, unpaid: UUID
    ) -> None:
        has_chosen(wanjiku, "green scarf")
        wanjiku.says("send the prompt again")
        wanjiku.pays(attempt=2)
        wanjiku.says("checkout")
        assert "takes the place" not in wanjiku.heard[-1].text
        wanjiku.presses()
        wanjiku.pays()
        paid = [little.get(Order, identity).status for identity in (unpaid, wanjiku.order_id)]
        assert paid == [OrderStatus.PAID, OrderStatus.PAID]

    def test_money_that_comes_for_the_replaced_order_is_not_lost(
        self, little: LittleShop, wanjiku: Customer, unpaid: UUID
    ) -> None:
        has_chosen(wanjiku, "green scarf")
        wanjiku.presses()
        payment = present(little.get(Order, unpaid).payment)
        checkout = little.get(Payment, payment).attempts[1].checkout_id
        paid = Evidence(EvidenceKind.SUCCEEDED, "0", "paid", checkout, "merchant-1", "LATE1", KES(2_800))
        little.money.truths.append(paid)
        little.called_back(paid, payment)
        little.works()
        assert little.get(Order, unpaid).status is OrderStatus.PAID


class TestPriceOfToday:
    """A cart keeps the price she chose at; an order is placed at the price of the day, up or down, after she
    was told both and gave her word.

    Why: a cart may lie for weeks, and what an owner asks since then is what her piece costs; sold below it,
    she would pay for the customer's wait. A price that fell is the customer's at once: nobody should find the
    piece cheaper in the window than in her cart. And neither is a surprise on the M-Pesa prompt.
    """

    @pytest.mark.parametrize(("price", "total"), [(2_900, "KSh 3,200"), (2_000, "KSh 2,300")])
    def test_a_changed_price_is_told_before_she_gives_her_word(
        self, little: LittleShop, wanjiku: Customer, price: int, total: str
    ) -> None:
        wanjiku.says("red dress")
        wanjiku.says("1")
        wanjiku.taps("tell_size:M")
        little.do(ChangePrice(RED, KES(price)))
        wanjiku.taps("checkout")
        said = wanjiku.says("Westlands, Sarit Centre, 3rd floor").text
        assert f"costs *{KES(price)}* today; it was KSh 2,500" in said
        assert f"To pay: *{total}*" in said
        assert total in wanjiku.presses().text
        assert wanjiku.order.total == KES(price + 300)
        assert little.money.asked[-1].amount == KES(price + 300)

    def test_a_price_that_changes_behind_the_summary_waits_for_her_word_again(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        has_chosen(wanjiku, "red dress", "M")
        little.do(ChangePrice(RED, KES(2_900)))
        said = wanjiku.presses()
        assert "costs *KSh 2,900* today" in said.text
        assert not little.log.told(OrderPlaced)
        assert said.buttons[0].id == "confirm:confirm_order"
        wanjiku.presses()
        assert wanjiku.order.total == KES(3_200)
        assert len(little.log.told(CartItemRepriced)) == 1

    def test_a_price_that_stayed_is_not_spoken_of(self, little: LittleShop, wanjiku: Customer) -> None:
        little.do(ChangePrice(BLUE, KES(9_900)))
        assert "today" not in has_chosen(wanjiku, "red dress", "M").text

    def test_next_door_the_price_stays_its_own(self, little: LittleShop) -> None:
        """Two boutiques, one title: only the one that raised its price asks more."""
        next_door = Customer(little, boutique=PWANI)
        next_door.says("red dress")
        next_door.says("1")
        next_door.taps("tell_size:M")
        little.do(ChangePrice(RED, KES(2_900)))
        next_door.taps("checkout")
        assert "KSh 2,800" in next_door.says("Westlands, Sarit Centre, 3rd floor").text


def test_an_order_above_the_shops_limit_is_a_persons_to_decide(little: LittleShop, wanjiku: Customer) -> None:
    little.do(SetLimits(KES(2_700), 0))
    has_chosen(wanjiku, "red dress", "M")
    assert "A person will answer you" in wanjiku.presses().text
    assert little.log.told(OrderPlaced) == []
    assert [fact.reason for fact in little.log.told(HandedToPerson)] == [HandOverReason.LIMIT]
    little.do(GiveBack(wanjiku.id))
    wanjiku.taps("checkout")
    wanjiku.presses()
    assert len(little.log.told(OrderPlaced)) == 1


def test_an_order_below_the_limit_needs_nobody(little: LittleShop, wanjiku: Customer) -> None:
    little.do(SetLimits(KES(2_800), 0))
    has_chosen(wanjiku, "red dress", "M")
    wanjiku.presses()
    assert len(little.log.told(OrderPlaced)) == 1
