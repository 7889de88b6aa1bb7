"""All that is known of her size, put before the rules of fitting."""

from application.agent.state import Turn
from application.ports import Piece
from application.understanding import Intent
from domain.fitting import FitAdvice, FitEvidence, advise
from domain.sizes import Measurements


def advice_for(piece: Piece, turn: Turn) -> FitAdvice:
    """The best size of a piece for this customer, by all that is known of her."""
    sizes = piece.made_in or tuple(offered.size for offered in piece.sizes)
    return advise(piece.garment, sizes, piece.chart, _known(piece, turn))


def _known(piece: Piece, turn: Turn) -> FitEvidence:
    """What she says right now outweighs all that was known before."""
    said, before = turn.understanding, turn.customer
    if said.intent is Intent.TELL_SIZE and said.size:
        return FitEvidence(told=((piece.garment, said.size),))
    if said.measurements != Measurements():
        return FitEvidence(measurements=said.measurements)
    bought = tuple((each.garment, each.size) for order in before.purchases.values() for each in order)
    return FitEvidence(bought, tuple(before.sizes.items()), before.measurements)
