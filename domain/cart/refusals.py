"""The rules by which a cart says no."""

from domain.refusal import Refusal


class CartIsNotOpen(Refusal):
    """Nobody has taken this cart yet."""


class CartOfAnotherCustomer(Refusal):
    """A cart belongs to one customer for ever."""


class CartIsEmpty(Refusal):
    """There is nothing to order."""


class CartIsFull(Refusal):
    """No further kind of piece fits in. `most` is how many do."""

    def __init__(self, most: int) -> None:
        super().__init__(f"a cart holds at most {most} kinds of pieces")
        self.most = most


class TooManyOfAPiece(Refusal):
    """One customer takes no more than so many of one piece. `most` is how many."""

    def __init__(self, most: int) -> None:
        super().__init__(f"a cart holds at most {most} of one piece")
        self.most = most


class DiscountIsTooHigh(Refusal):
    """More than may be given. `most` is how many percent may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most} percent may be taken off")
        self.most = most


class QuantityIsNotPositive(Refusal):
    """Fewer than one piece is no wish; a piece is taken out by `remove`."""


class PieceIsNotInCart(Refusal):
    """What is not in the cart cannot be changed."""


class PiecesInTwoCurrencies(Refusal):
    """What is priced in two currencies cannot be paid at once."""
