"""The rules by which stock says no."""

from domain.refusal import Refusal


class NotEnoughInStock(Refusal):
    """More is wanted than is free to sell. `available` is what could still be had."""

    def __init__(self, available: int, wanted: int) -> None:
        super().__init__(f"{wanted} wanted, {available} available")
        self.available, self.wanted = available, wanted


class QuantityIsNotPositive(Refusal):
    """Fewer than one piece cannot be moved."""


class StockOfAnotherProduct(Refusal):
    """A variant belongs to one product for ever."""


class OrderIsSoldOtherwise(Refusal):
    """The order already took another number of pieces."""


class NothingReserved(Refusal):
    """The order holds no pieces that could be sold; they may have gone back on the shelf."""


class MoreThanWasSold(Refusal):
    """An order cannot give back more pieces than it took."""


class StockMovedSinceCount(Refusal):
    """Pieces came or went after they were counted. `on_hand` is how many there should be now."""

    def __init__(self, on_hand: int) -> None:
        super().__init__(f"{on_hand} pieces should be there by now")
        self.on_hand = on_hand


class CountStandsNoMore(Refusal):
    """What a count set right was changed again since, or is sold or promised by now."""


class CountIsBelowReserved(Refusal):
    """Pieces promised to orders would be missing. `reserved` is how many are promised."""

    def __init__(self, reserved: int) -> None:
        super().__init__(f"{reserved} pieces are promised to orders")
        self.reserved = reserved
