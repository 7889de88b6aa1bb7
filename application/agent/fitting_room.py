"""All that is known of her size, put before the rules of fitting."""

from application.agent.state import Turn
from application.ports import Piece
from application.understanding import Intent
from domain.fitting import FitAdvice, FitEvidence, advise
from domain.sizes import Measurements


def advice_for(piece: Piece, turn: Turn) -> FitAdvice:
    """The best size of a piece for this customer, by all that is known of her."""
    told, said = list(turn.customer.sizes.items()), turn.understanding
    if said.size and said.intent is Intent.TELL_SIZE:
        told.append((None, said.size))
    known = FitEvidence(
        tuple((b.garment, b.size) for pieces in turn.customer.purchases.values() for b in pieces),
        tuple(told),
        said.measurements if said.measurements != Measurements() else turn.customer.measurements,
    )
    sizes = piece.made_in or tuple(offered.size for offered in piece.sizes)
    return advise(piece.garment, sizes, piece.chart, known)
