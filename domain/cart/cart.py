"""The cart: what a customer means to buy, at the prices she was told."""

from dataclasses import dataclass, replace
from typing import ClassVar, Final, Self

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
from domain.cart.line import CartLine, agreed_price
from domain.cart.refusals import (
    CartIsEmpty,
    CartIsFull,
    CartIsNotOpen,
    CartOfAnotherCustomer,
    DiscountIsTooHigh,
    PieceIsNotInCart,
    PiecesInTwoCurrencies,
    QuantityIsNotPositive,
    TooManyOfAPiece,
)
from domain.clothing import Garment
from domain.fact import Fact, Facts
from domain.identity import CustomerId, OrderId, ProductId, VariantId
from domain.money import Money
from domain.sizes import Size

__all__ = [
    "MOST_LINES",
    "MOST_OF_A_PIECE",
    "Cart",
    "CartIsEmpty",
    "CartIsFull",
    "CartIsNotOpen",
    "CartLine",
    "CartOfAnotherCustomer",
    "DiscountIsTooHigh",
    "PieceIsNotInCart",
    "PiecesInTwoCurrencies",
    "QuantityIsNotPositive",
    "TooManyOfAPiece",
    "agreed_price",
]

MOST_OF_A_PIECE: Final = 10
MOST_LINES: Final = 20


@dataclass(frozen=True, slots=True)
class Cart:
    """What one customer means to buy. After a check-out it is empty and usable again.

    Shape: `lines` stand in the order in which they were put in. `percent` is the discount: of all that is in
    and of what still comes in, until it is ordered or emptied.
    """

    KIND: ClassVar[str] = "cart"

    customer: CustomerId | None = None
    lines: tuple[CartLine, ...] = ()
    last_order: OrderId | None = None
    percent: int = 0

    @property
    def total(self) -> Money:
        """What all pieces cost, without delivery."""
        currency = self.lines[0].unit_price.currency if self.lines else "KES"
        return Money(cents=sum(line.total.cents for line in self.lines), currency=currency)

    @property
    def list_total(self) -> Money:
        """What all pieces would cost without a discount."""
        return Money(cents=sum(line.list_total.cents for line in self.lines), currency=self.total.currency)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the cart."""
        return not self.lines

    def line(self, variant: VariantId) -> CartLine | None:
        """The line of this variant; None when it is not in the cart."""
        return next((line for line in self.lines if line.variant == variant), None)

    def quantity_of(self, variant: VariantId) -> int:
        """How many of this variant are in the cart."""
        line = self.line(variant)
        return line.quantity if line else 0

    def evolve(self, fact: Fact) -> Self:
        """The cart after this fact."""
        match fact:
            case CartOpened():
                return replace(self, customer=fact.customer)
            case CartItemAdded():
                return replace(self, lines=self._with(CartLine(**dict(fact), percent=self.percent)))
            case CartQuantityChanged():
                lines = (
                    replace(line, quantity=fact.quantity) if line.variant == fact.variant else line
                    for line in self.lines
                )
                return replace(self, lines=tuple(lines))
            case CartItemRepriced():
                lines = (
                    replace(line, unit_price=fact.unit_price) if line.variant == fact.variant else line
                    for line in self.lines
                )
                return replace(self, lines=tuple(lines))
            case CartItemRemoved():
                return replace(self, lines=tuple(x for x in self.lines if x.variant != fact.variant))
            case CartEmptied():
                return replace(self, lines=(), percent=0)
            case CartCheckedOut():
                return replace(self, lines=(), percent=0, last_order=fact.order)
            case CartDiscounted():
                less = tuple(replace(line, percent=fact.percent) for line in self.lines)
                return replace(self, lines=less, percent=fact.percent)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a cart")

    def open(self, customer: CustomerId) -> Facts:
        """Give the cart to a customer. Nothing new: it is hers.

        Raises: CartOfAnotherCustomer.
        """
        if self.customer == customer:
            return ()
        if self.customer is not None:
            raise CartOfAnotherCustomer(f"the cart is {self.customer}'s")
        return (CartOpened(customer=customer),)

    def add_item(  # noqa: PLR0913 — one keyword for each value that the fact keeps
        self,
        *,
        variant: VariantId,
        product: ProductId,
        title: str,
        garment: Garment,
        size: Size,
        unit_price: Money,
        quantity: int,
        title_sw: str = "",
    ) -> Facts:
        """Put pieces in; pieces of a variant that is in already come on top, at today's price.

        Nothing new: none are put in.
        Raises: CartIsNotOpen, QuantityIsNotPositive, TooManyOfAPiece, CartIsFull, PiecesInTwoCurrencies.
        """
        self._must_be_open()
        if quantity == 0:
            return ()
        known = self.line(variant)
        total = quantity + self.quantity_of(variant)
        self._must_fit(variant, quantity, total)
        if known and known.unit_price == unit_price:
            return (CartQuantityChanged(variant=variant, quantity=total),)
        if any(line.unit_price.currency != unit_price.currency for line in self.lines):
            raise PiecesInTwoCurrencies(f"a piece in {unit_price.currency} among others")
        added = CartItemAdded(
            variant=variant,
            product=product,
            title=title,
            garment=garment,
            size=size,
            unit_price=unit_price,
            quantity=total,
            title_sw=title_sw,
        )
        return (added,)

    def change_quantity(self, variant: VariantId, quantity: int) -> Facts:
        """Want so many of a piece. Nothing new: so many are in.

        Raises: CartIsNotOpen, PieceIsNotInCart, QuantityIsNotPositive, TooManyOfAPiece.
        """
        self._must_be_open()
        line = self.line(variant)
        if line is None:
            raise PieceIsNotInCart(f"{variant} is not in the cart")
        if line.quantity == quantity:
            return ()
        self._must_fit(variant, quantity, quantity)
        return (CartQuantityChanged(variant=variant, quantity=quantity),)

    def reprice(self, variant: VariantId, unit_price: Money) -> Facts:
        """Ask today's price for a piece that is in. Nothing new: it costs that.

        Raises: CartIsNotOpen, PieceIsNotInCart, PiecesInTwoCurrencies.
        """
        self._must_be_open()
        line = self.line(variant)
        if line is None:
            raise PieceIsNotInCart(f"{variant} is not in the cart")
        if line.unit_price == unit_price:
            return ()
        if line.unit_price.currency != unit_price.currency:
            raise PiecesInTwoCurrencies(f"a piece in {unit_price.currency} among others")
        return (CartItemRepriced(variant=variant, unit_price=unit_price),)

    def discount(self, percent: int, *, most: int) -> Facts:
        """Take so many percent off. Nothing new: she has that much, for what she was told is not taken back.

        The cart may be empty still: who is told a price for a piece she looks at gets it at that price.
        Raises: CartIsNotOpen, DiscountIsTooHigh.
        """
        self._must_be_open()
        if percent > most:
            raise DiscountIsTooHigh(most)
        return (CartDiscounted(percent=percent),) if percent > self.percent else ()

    def remove(self, variant: VariantId) -> Facts:
        """Take a piece out. Nothing new: it is not in.

        Raises: CartIsNotOpen.
        """
        self._must_be_open()
        return (CartItemRemoved(variant=variant),) if self.line(variant) else ()

    def empty(self) -> Facts:
        """Take everything out. Nothing new: nothing is in.

        Raises: CartIsNotOpen.
        """
        self._must_be_open()
        return (CartEmptied(),) if self.lines else ()

    def check_out(self, order: OrderId) -> Facts:
        """Make an order of everything in the cart. Nothing new: this order was made of it last.

        Raises: CartIsNotOpen, CartIsEmpty.
        """
        self._must_be_open()
        if self.last_order == order:
            return ()
        if self.is_empty:
            raise CartIsEmpty("there is nothing to order")
        return (CartCheckedOut(order=order),)

    def _with(self, line: CartLine) -> tuple[CartLine, ...]:
        if self.line(line.variant) is None:
            return (*self.lines, line)
        return tuple(line if known.variant == line.variant else known for known in self.lines)

    def _must_be_open(self) -> None:
        if self.customer is None:
            raise CartIsNotOpen("nobody has taken this cart")

    def _must_fit(self, variant: VariantId, quantity: int, total: int) -> None:
        if quantity <= 0:
            raise QuantityIsNotPositive(f"{quantity} pieces cannot be wanted")
        if total > MOST_OF_A_PIECE:
            raise TooManyOfAPiece(MOST_OF_A_PIECE)
        if self.line(variant) is None and len(self.lines) >= MOST_LINES:
            raise CartIsFull(MOST_LINES)
