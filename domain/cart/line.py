"""One line of a cart, and what it costs once something is taken off."""

from dataclasses import dataclass
from typing import Final

from domain.clothing import Garment
from domain.identity import ProductId, VariantId
from domain.money import Money
from domain.sizes import Size

_WHOLE: Final = 100
"""Cents of a shilling: M-Pesa moves whole ones."""


def agreed_price(list_price: Money, percent: int) -> Money:
    """The price less so many percent: in whole shillings, rounded in her favour, and never for nothing.

    Example: agreed_price(Money.shillings(999), 10) == Money.shillings(899).
    """
    if percent == 0:
        return list_price
    left = list_price.cents * (100 - percent) // 100
    whole = max(left - left % _WHOLE, min(_WHOLE, list_price.cents))
    return Money(cents=whole, currency=list_price.currency)


@dataclass(frozen=True, slots=True)
class CartLine:
    """One kind of piece in the cart, at the list price of the moment it was put in.

    Shape: `percent` is what is taken off the whole cart; `agreed` is what she pays for one piece.
    """

    variant: VariantId
    product: ProductId
    title: str
    garment: Garment
    size: Size
    unit_price: Money
    quantity: int
    title_sw: str = ""
    percent: int = 0

    @property
    def agreed(self) -> Money:
        """What she pays for one piece."""
        return agreed_price(self.unit_price, self.percent)

    @property
    def total(self) -> Money:
        """What she pays for this line."""
        return self.agreed * self.quantity

    @property
    def list_total(self) -> Money:
        """What this line would cost without a discount."""
        return self.unit_price * self.quantity
