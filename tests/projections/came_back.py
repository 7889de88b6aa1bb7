"""Pieces that a customer gave back, for the histories of the read models."""

from domain.order.events import OrderLine, OrderPiecesTakenBack, PiecesOf, TakeBackReason


def all_of(line: OrderLine) -> OrderPiecesTakenBack:
    """All pieces of a line came back torn, and were mended."""
    pieces = (PiecesOf(variant=line.variant, quantity=line.quantity),)
    return OrderPiecesTakenBack(pieces=pieces, reason=TakeBackReason.FAULTY, on_shelf=True)
