"""What is asked of a cart."""

from dataclasses import dataclass

from application.commands.command import Command
from domain.identity import CustomerId, ProductId, VariantId
from domain.money import Money


@dataclass(frozen=True, slots=True)
class AddToCart(Command):
    """Put a piece of a size into her cart."""

    customer: CustomerId
    product: ProductId
    variant: VariantId
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class ChangeQuantity(Command):
    """Want more or fewer of a piece."""

    customer: CustomerId
    variant: VariantId
    quantity: int


@dataclass(frozen=True, slots=True)
class RemoveFromCart(Command):
    """Take a piece out of her cart."""

    customer: CustomerId
    variant: VariantId


@dataclass(frozen=True, slots=True)
class EmptyCart(Command):
    """Take everything out of her cart."""

    customer: CustomerId


@dataclass(frozen=True, slots=True)
class RepriceItem(Command):
    """Ask today's price for a piece in her cart, as she is told in the same turn."""

    customer: CustomerId
    variant: VariantId
    unit_price: Money


@dataclass(frozen=True, slots=True)
class DiscountCart(Command):
    """Take so many percent off her cart: within the boutique's limit, or, `by_owner`, whatever she likes."""

    customer: CustomerId
    percent: int
    by_owner: bool = False
