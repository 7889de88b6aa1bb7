"""What happens to a customer's cart."""

from typing import ClassVar

from pydantic import Field

from domain.clothing import Garment
from domain.fact import Fact
from domain.identity import CustomerId, OrderId, ProductId, VariantId
from domain.money import Money
from domain.sizes import Size


class CartOpened(Fact):
    """A customer took a cart."""

    TOPIC: ClassVar = "cart-opened.v1"
    customer: CustomerId


class CartItemAdded(Fact):
    """A piece was put into the cart, at the price of that moment."""

    TOPIC: ClassVar = "cart-item-added.v1"
    variant: VariantId
    product: ProductId
    title: str
    garment: Garment
    size: Size
    unit_price: Money
    quantity: int = Field(gt=0)
    title_sw: str = ""


class CartQuantityChanged(Fact):
    """She wants more or fewer of a piece."""

    TOPIC: ClassVar = "cart-quantity-changed.v1"
    variant: VariantId
    quantity: int = Field(gt=0)


class CartItemRepriced(Fact):
    """A piece in the cart costs another price now, and she is told so."""

    TOPIC: ClassVar = "cart-item-repriced.v1"
    variant: VariantId
    unit_price: Money


class CartDiscounted(Fact):
    """So many percent are taken off all that is in the cart and off what still comes in."""

    TOPIC: ClassVar = "cart-discounted.v1"
    percent: int = Field(ge=1, le=90)


class CartItemRemoved(Fact):
    """A piece was taken out of the cart."""

    TOPIC: ClassVar = "cart-item-removed.v1"
    variant: VariantId


class CartEmptied(Fact):
    """All pieces were taken out of the cart."""

    TOPIC: ClassVar = "cart-emptied.v1"


class CartCheckedOut(Fact):
    """The cart became an order and is empty again."""

    TOPIC: ClassVar = "cart-checked-out.v1"
    order: OrderId
