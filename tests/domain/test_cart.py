"""The rules of the cart: what one customer may mean to buy."""

from typing import TypedDict

import pytest

from domain.cart import cart as rules
from domain.cart.cart import (
    Cart,
    CartIsEmpty,
    CartIsFull,
    CartIsNotOpen,
    CartOfAnotherCustomer,
    DiscountIsTooHigh,
    PieceIsNotInCart,
    PiecesInTwoCurrencies,
    QuantityIsNotPositive,
    TooManyOfAPiece,
    agreed_price,
)
from domain.cart.events import (
    CartCheckedOut,
    CartDiscounted,
    CartEmptied,
    CartItemAdded,
    CartItemRemoved,
    CartItemRepriced,
    CartOpened,
    CartQuantityChanged,
)
from domain.clothing import Garment
from domain.identity import CustomerId, OrderId, ProductId, VariantId
from domain.money import Money
from domain.refusal import Refusal
from domain.sizes import Size
from tests.domain.pieces import KES, M, an_id
from tests.support.scenario import Decide, Given, happens, refuses, scenario, stays_quiet

HERS = CartOpened(customer=an_id("wanjiku"))
DRESS = VariantId(an_id("red-m"))


class Piece(TypedDict):
    variant: VariantId
    product: ProductId
    title: str
    garment: Garment
    size: Size
    unit_price: Money
    quantity: int


def a_dress(
    quantity: int = 1, price: int = 2_500, variant: VariantId = DRESS, currency: str = "KES"
) -> Piece:
    return {
        "variant": variant,
        "product": ProductId(an_id("red")),
        "title": "Red wrap dress",
        "garment": Garment.DRESS,
        "size": M,
        "unit_price": Money(cents=price * 100, currency=currency),
        "quantity": quantity,
    }


def a_cart_with(*pieces: Piece) -> Given[Cart]:
    return scenario(Cart).given(HERS, *(CartItemAdded(**piece) for piece in pieces))


def a_full_cart() -> Given[Cart]:
    return a_cart_with(*(a_dress(variant=VariantId(an_id(f"dress {n}"))) for n in range(rules.MOST_LINES)))


@happens(Cart.open)
def test_a_customer_takes_a_cart() -> None:
    scenario(Cart).when(lambda cart: cart.open(CustomerId(an_id("wanjiku")))).then(HERS)


@refuses(Cart.open)
def test_a_cart_stays_with_its_customer() -> None:
    scenario(Cart).given(HERS).when(lambda cart: cart.open(CustomerId(an_id("akinyi")))).then_refused(
        CartOfAnotherCustomer
    )


@stays_quiet(Cart.open)
def test_a_customer_takes_her_cart_once() -> None:
    scenario(Cart).when_repeated(lambda cart: cart.open(CustomerId(an_id("wanjiku")))).then_nothing()


@happens(Cart.add_item)
def test_a_piece_goes_into_the_cart_at_the_price_of_the_moment() -> None:
    after = (
        scenario(Cart)
        .given(HERS)
        .when(lambda cart: cart.add_item(**a_dress(2)))
        .then(CartItemAdded(**a_dress(2)))
    )
    assert after.total == KES(5_000)
    assert after.quantity_of(DRESS) == 2


@happens(Cart.add_item)
def test_more_of_a_piece_comes_on_top() -> None:
    after = (
        a_cart_with(a_dress(2))
        .when(lambda cart: cart.add_item(**a_dress(3)))
        .then(CartQuantityChanged(variant=DRESS, quantity=5))
    )
    assert len(after.lines) == 1


@happens(Cart.add_item)
def test_a_piece_put_in_again_after_a_price_change_costs_the_new_price() -> None:
    cart = a_cart_with(a_dress(1), a_dress(1, variant=VariantId(an_id("other"))))
    after = cart.when(lambda cart: cart.add_item(**a_dress(1, price=2_000))).then(
        CartItemAdded(**a_dress(2, price=2_000))
    )
    assert [line.variant for line in after.lines] == [DRESS, an_id("other")]
    assert after.total == KES(6_500)


@refuses(Cart.add_item, Cart.change_quantity, Cart.remove, Cart.empty, Cart.check_out)
def test_a_cart_that_nobody_took_refuses_everything() -> None:
    for decide in (
        lambda cart: cart.add_item(**a_dress()),
        lambda cart: cart.change_quantity(DRESS, 2),
        lambda cart: cart.remove(DRESS),
        lambda cart: cart.empty(),
        lambda cart: cart.check_out(an_id("order")),
    ):
        scenario(Cart).when(decide).then_refused(CartIsNotOpen)


@refuses(Cart.add_item)
def test_a_cart_holds_ten_of_a_piece_and_no_more() -> None:
    a_cart_with(a_dress(9)).when(lambda cart: cart.add_item(**a_dress(1))).then(
        CartQuantityChanged(variant=DRESS, quantity=10)
    )
    refusal = a_cart_with(a_dress(9)).when(lambda cart: cart.add_item(**a_dress(2)))
    assert refusal.then_refused(TooManyOfAPiece).most == 10


@refuses(Cart.add_item)
def test_a_cart_holds_twenty_kinds_of_pieces_and_no_more() -> None:
    assert a_full_cart().when(lambda c: c.add_item(**a_dress())).then_refused(CartIsFull).most == 20
    known = a_dress(variant=VariantId(an_id("dress 3")))
    a_full_cart().when(lambda c: c.add_item(**known)).then(
        CartQuantityChanged(variant=known["variant"], quantity=2)
    )


@refuses(Cart.add_item)
def test_fewer_than_no_pieces_cannot_be_put_in() -> None:
    scenario(Cart).given(HERS).when(lambda c: c.add_item(**a_dress(-1))).then_refused(QuantityIsNotPositive)


@refuses(Cart.add_item)
def test_a_cart_holds_pieces_of_one_currency() -> None:
    cart = a_cart_with(a_dress(variant=VariantId(an_id("other"))))
    cart.when(lambda c: c.add_item(**a_dress(currency="UGX"))).then_refused(PiecesInTwoCurrencies)


@stays_quiet(Cart.add_item)
def test_putting_nothing_in_changes_nothing() -> None:
    scenario(Cart).given(HERS).when(lambda cart: cart.add_item(**a_dress(0))).then_nothing()


@happens(Cart.change_quantity)
def test_she_may_want_more_or_fewer_of_a_piece() -> None:
    cart = a_cart_with(a_dress(5), a_dress(1, variant=VariantId(an_id("other"))))
    after = cart.when(lambda c: c.change_quantity(DRESS, 2)).then(
        CartQuantityChanged(variant=DRESS, quantity=2)
    )
    assert [line.quantity for line in after.lines] == [2, 1]


@refuses(Cart.change_quantity)
@pytest.mark.parametrize(
    ("variant", "quantity", "refusal"),
    [
        (an_id("other"), 1, PieceIsNotInCart),
        (DRESS, 0, QuantityIsNotPositive),
        (DRESS, 11, TooManyOfAPiece),
    ],
)
def test_a_quantity_must_be_possible(variant: VariantId, quantity: int, refusal: type[Refusal]) -> None:
    cart = a_cart_with(a_dress(5))
    cart.when(lambda c: c.change_quantity(variant, quantity)).then_refused(refusal)


@stays_quiet(Cart.change_quantity)
def test_a_quantity_is_changed_once() -> None:
    a_cart_with(a_dress(5)).when_repeated(lambda c: c.change_quantity(DRESS, 2)).then_nothing()


@happens(Cart.remove)
def test_a_piece_can_be_taken_out() -> None:
    cart = a_cart_with(a_dress(), a_dress(variant=VariantId(an_id("other"))))
    after = cart.when(lambda c: c.remove(DRESS)).then(CartItemRemoved(variant=DRESS))
    assert [line.variant for line in after.lines] == [an_id("other")]


@stays_quiet(Cart.remove)
def test_a_piece_is_taken_out_once() -> None:
    a_cart_with(a_dress()).when_repeated(lambda cart: cart.remove(DRESS)).then_nothing()


@happens(Cart.empty)
def test_a_cart_can_be_emptied() -> None:
    assert a_cart_with(a_dress()).when(lambda cart: cart.empty()).then(CartEmptied()).is_empty


@stays_quiet(Cart.empty)
def test_an_empty_cart_stays_empty() -> None:
    a_cart_with(a_dress()).when_repeated(lambda cart: cart.empty()).then_nothing()


@happens(Cart.check_out)
def test_after_a_check_out_the_cart_is_empty_and_usable_again() -> None:
    order = OrderId(an_id("order"))
    after = a_cart_with(a_dress()).when(lambda c: c.check_out(order)).then(CartCheckedOut(order=order))
    assert after.is_empty
    assert after.add_item(**a_dress()) == (CartItemAdded(**a_dress()),)


@refuses(Cart.check_out)
def test_an_empty_cart_cannot_be_checked_out() -> None:
    scenario(Cart).given(HERS).when(lambda c: c.check_out(OrderId(an_id("order")))).then_refused(CartIsEmpty)


@stays_quiet(Cart.check_out)
def test_a_cart_is_checked_out_once_for_an_order() -> None:
    a_cart_with(a_dress()).when_repeated(lambda c: c.check_out(OrderId(an_id("order")))).then_nothing()


def test_an_old_cart_loads_though_the_limits_are_tighter_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_OF_A_PIECE", 1)
    monkeypatch.setattr(rules, "MOST_LINES", 1)
    cart = a_cart_with(a_dress(10), a_dress(7, variant=VariantId(an_id("other"))))
    assert cart.state().total == KES(42_500)
    cart.when(lambda c: c.add_item(**a_dress(1))).then_refused(TooManyOfAPiece)


def test_an_empty_cart_costs_nothing() -> None:
    assert Cart().total == Money.zero()


def repricing(price: int, variant: VariantId = DRESS, currency: str = "KES") -> Decide[Cart]:
    return lambda cart: cart.reprice(variant, Money(cents=price * 100, currency=currency))


@happens(Cart.reprice)
def test_a_piece_costs_what_it_costs_today() -> None:
    talk = a_cart_with(a_dress(2), a_dress(variant=VariantId(an_id("other"))))
    after = talk.when(repricing(2_900)).then(CartItemRepriced(variant=DRESS, unit_price=KES(2_900)))
    assert after.total == KES(2 * 2_900 + 2_500)


@stays_quiet(Cart.reprice)
def test_a_price_that_did_not_change_is_nothing_new() -> None:
    a_cart_with(a_dress()).when(repricing(2_500)).then_nothing()


@refuses(Cart.reprice)
def test_only_what_is_in_the_cart_can_be_repriced_and_in_its_own_money() -> None:
    scenario(Cart).when(repricing(2_900)).then_refused(CartIsNotOpen)
    a_cart_with(a_dress()).when(repricing(2_900, VariantId(an_id("other")))).then_refused(PieceIsNotInCart)
    a_cart_with(a_dress()).when(repricing(29, currency="USD")).then_refused(PiecesInTwoCurrencies)


def taking_off(percent: int, most: int = 10) -> Decide[Cart]:
    return lambda cart: cart.discount(percent, most=most)


@happens(Cart.discount)
def test_a_discount_is_taken_off_the_whole_cart_and_the_list_price_is_kept() -> None:
    after = a_cart_with(a_dress(2)).when(taking_off(10)).then(CartDiscounted(percent=10))
    [line] = after.lines
    assert (line.unit_price, line.agreed, line.total) == (KES(2_500), KES(2_250), KES(4_500))
    assert (after.list_total, after.total) == (KES(5_000), KES(4_500))


def test_a_discount_is_taken_off_what_comes_in_later_and_off_another_price() -> None:
    skirt = a_dress(price=1_800, variant=VariantId(an_id("skirt")))
    talk = scenario(Cart).given(HERS, CartDiscounted(percent=10), CartItemAdded(**a_dress()))
    later = talk.when(lambda cart: cart.add_item(**skirt)).then(CartItemAdded(**skirt))
    assert later.total == KES(2_250 + 1_620)
    dearer = CartItemRepriced(variant=DRESS, unit_price=KES(2_900))
    assert talk.when(lambda cart: cart.reprice(DRESS, KES(2_900))).then(dearer).total == KES(2_610)


def test_who_looks_at_a_piece_may_be_given_a_discount_before_she_takes_it() -> None:
    after = scenario(Cart).given(HERS).when(taking_off(5)).then(CartDiscounted(percent=5))
    assert (after.is_empty, after.percent) == (True, 5)


@refuses(Cart.discount)
def test_no_more_is_taken_off_than_may_be_given() -> None:
    a_cart_with(a_dress()).when(taking_off(11)).then_refused(DiscountIsTooHigh)
    scenario(Cart).when(taking_off(5)).then_refused(CartIsNotOpen)


@stays_quiet(Cart.discount)
def test_a_discount_is_given_once_and_a_smaller_one_takes_nothing_back() -> None:
    a_cart_with(a_dress()).when_repeated(taking_off(10)).then_nothing()
    given = scenario(Cart).given(HERS, CartDiscounted(percent=10))
    for less in (10, 5, 0, -3):
        given.when(taking_off(less)).then_nothing()


@pytest.mark.parametrize("gone", [CartEmptied(), CartCheckedOut(order=an_id("order"))])
def test_the_next_cart_begins_at_the_list_prices(gone: CartEmptied | CartCheckedOut) -> None:
    done = scenario(Cart).given(HERS, CartDiscounted(percent=10), CartItemAdded(**a_dress()), gone)
    after = done.when(lambda cart: cart.add_item(**a_dress())).then(CartItemAdded(**a_dress()))
    assert (after.percent, after.total) == (0, KES(2_500))


@pytest.mark.parametrize(
    ("listed", "percent", "agreed"),
    [(2_500, 0, 2_500), (999, 10, 899), (1_999, 7, 1_859), (1, 90, 1), (5, 90, 1), (10, 90, 1), (7, 1, 6)],
)
def test_an_agreed_price_is_whole_shillings_in_her_favour_and_never_nothing(
    listed: int, percent: int, agreed: int
) -> None:
    assert agreed_price(KES(listed), percent) == KES(agreed)
