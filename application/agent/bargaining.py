"""Bargaining: how far the shop comes down, within the limit that its owner set.

At the first asking the agent takes off about half of the limit, at the second all of it as its last word;
then it stays, and a person may be called. A figure that she names is met at once, as nearly as the limit lets
it.

Every cart begins at the list prices, and its steps are the same: to ask again, over one cart or over many,
never gives more than the limit, and one who bargains each time is no worse known to the shop than one who
does it once. What was given stays given until the cart is ordered or emptied, also while it is still empty,
so that a piece costs her what she was told when she looked at it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from application.agent.offers import size_labels
from application.agent.state import Turn
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import DiscountCart
from application.ports import Piece
from domain.cart.cart import agreed_price
from domain.money import Money

NOTHING: Final = Money.zero()


@dataclass(frozen=True, slots=True)
class Wanted:
    """One kind of piece that is bargained over. Shape: `price` is its list price."""

    price: Money
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Bargain:
    """How far the shop comes down: what is off once it is done, what gives it, and how she is told."""

    percent: int
    commands: tuple[DiscountCart, ...]
    lines: tuple[Line, ...]


def bargain(turn: Turn, over: Sequence[Wanted], beside: Money = NOTHING) -> Bargain:
    """What she gets for asking now. `beside` is delivery, where the sum she was told holds it.

    Shape: `over` is empty where it is not clear what a sum she names would be for.
    """
    has, limit = turn.cart.percent, turn.boutique.discount_limit
    asked = _asked(turn, over, beside)
    gets = step(has, limit, asked)
    if gets > has:
        said = line(Phrase.LAST_WORD if gets == limit else Phrase.DISCOUNT_GIVEN, percent=told(gets))
        return Bargain(gets, (DiscountCart(turn.customer_id, gets),), (said,))
    if asked is not None and asked <= has:
        return Bargain(has, (), (line(Phrase.YOUR_DISCOUNT, percent=told(has)),) if has else ())
    return Bargain(has, (), (line(Phrase.LAST_PRICE),))


def step(has: int, limit: int, asked: int | None = None) -> int:
    """How many percent are off after this asking, where so many were off before; never less than those.

    Example: step(0, 10) == 5, step(5, 10) == 10, step(10, 10) == 10, step(0, 10, asked=30) == 10.
    """
    if asked is not None:
        return max(has, min(asked, limit))
    half = (limit + 1) // 2
    return half if has < half else max(has, limit)


def price_told(turn: Turn, piece: Piece, percent: int) -> Line:
    """What a piece costs her, in which sizes; with a discount, also what it is listed at."""
    known = {"title": piece.title_in(turn.language), "sizes": size_labels(piece)}
    agreed = agreed_price(piece.price, percent)
    if agreed == piece.price:
        return line(Phrase.PRICE_OF, price=piece.price, **known)
    return line(Phrase.PRICE_LESS, price=agreed, listed=piece.price, **known)


def told(percent: int) -> str:
    """A share as it is written."""
    return f"{percent}%"


def _asked(turn: Turn, over: Sequence[Wanted], beside: Money) -> int | None:
    """How many percent would be what she asks for; None where she names no figure."""
    said = turn.understanding
    if said.percent is not None:
        return said.percent
    named = said.money if said.money is not None else said.need.max_price
    if named is None or not over:
        return None
    listed = _cost(over, 0)
    # "Punguza 200" wants so much off; nobody means to pay so little for all of it.
    goal = listed - named if named * 2 < listed else named - beside.cents
    return next((percent for percent in range(100) if _cost(over, percent) <= goal), 100)


def _cost(over: Sequence[Wanted], percent: int) -> int:
    return sum(agreed_price(each.price, percent).cents * each.quantity for each in over)
