"""Filling a cart."""

from application.commands import (
    AddToCart,
    ChangeQuantity,
    DiscountCart,
    EmptyCart,
    RemoveFromCart,
    RepriceItem,
)
from application.unit import Unit
from domain.boutique.boutique import MOST_DISCOUNT_PERCENT, Boutique
from domain.cart.cart import Cart
from domain.identity import CartId, CustomerId, VariantId, derive
from domain.product.product import Product
from domain.refusal import Refusal
from domain.stock.refusals import NotEnoughInStock
from domain.stock.stock import Stock


class NotInThatSize(Refusal):
    """The piece is not offered in this variant."""


def cart_of(customer: CustomerId) -> CartId:
    """A customer's one cart."""
    return CartId(derive(customer, "cart"))


def add_to_cart(command: AddToCart, unit: Unit) -> None:
    """Put a piece into the cart at today's price, if that many are on the shelf.

    Raises: NotInThatSize, NotEnoughInStock.
    """
    cart, product = cart_of(command.customer), unit.get(Product, command.product)
    size = product.variants.get(command.variant)
    if size is None or product.listing is None or product.price is None or not product.is_offered:
        raise NotInThatSize(f"{command.variant} is not offered")
    line = unit.get(Cart, cart).line(command.variant)
    wanted = command.quantity + (line.quantity if line else 0)
    _must_have(command.variant, wanted, unit)
    listing, price = product.listing, product.price
    unit.tell(Cart, cart, lambda taken: taken.open(command.customer))
    unit.tell(
        Cart,
        cart,
        lambda taken: taken.add_item(
            variant=command.variant,
            product=command.product,
            title=listing.title,
            garment=listing.garment,
            size=size,
            unit_price=price,
            quantity=command.quantity,
            title_sw=listing.title_sw,
        ),
    )


def change_quantity(command: ChangeQuantity, unit: Unit) -> None:
    """Want more or fewer of a piece. Raises: NotEnoughInStock."""
    _must_have(command.variant, command.quantity, unit)
    unit.tell(
        Cart,
        cart_of(command.customer),
        lambda taken: taken.change_quantity(variant=command.variant, quantity=command.quantity),
    )


def reprice_item(command: RepriceItem, unit: Unit) -> None:
    """Ask the price that she is told."""
    unit.tell(
        Cart,
        cart_of(command.customer),
        lambda taken: taken.reprice(variant=command.variant, unit_price=command.unit_price),
    )


def discount_cart(command: DiscountCart, unit: Unit) -> None:
    """Take so much off her cart. What may be given is read here, whoever asked for it, and whatever was said.

    Raises: DiscountIsTooHigh.
    """
    limit = unit.get(Boutique, unit.boutique).discount_limit
    most = MOST_DISCOUNT_PERCENT if command.by_owner else limit
    cart = cart_of(command.customer)
    unit.tell(Cart, cart, lambda taken: taken.open(command.customer))
    unit.tell(Cart, cart, lambda taken: taken.discount(command.percent, most=most))


def remove_from_cart(command: RemoveFromCart, unit: Unit) -> None:
    """Take a piece out of the cart."""
    unit.tell(Cart, cart_of(command.customer), lambda taken: taken.remove(command.variant))


def empty_cart(command: EmptyCart, unit: Unit) -> None:
    """Take everything out of the cart."""
    unit.tell(Cart, cart_of(command.customer), lambda taken: taken.empty())


def _must_have(variant: VariantId, wanted: int, unit: Unit) -> None:
    available = unit.get(Stock, variant).available
    if wanted > available:
        raise NotEnoughInStock(available=available, wanted=wanted)
