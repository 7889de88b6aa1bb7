"""A cart that she filled in WhatsApp's own catalogue: our pieces, at our prices, as far as they are there.

What her phone says of prices is never read. A piece that comes in several sizes is asked about.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from application.agent.state import Senses, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AddToCart, Command, ShowPieces
from application.ports import Found, Piece
from domain.conversation.screen import ShownPiece


@dataclass(slots=True)
class _Filled:
    """What becomes of the cart. `unsized` are those whose size must be asked for."""

    commands: list[Command] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    unsized: list[Piece] = field(default_factory=list)


def from_catalogue(turn: Turn, senses: Senses) -> TurnState | None:
    """The state after such a cart; None where she sent none."""
    wanted = _wanted(turn)
    if not wanted:
        return None
    filled, gone = _Filled(), 0
    for sku, quantity in wanted.items():
        piece = senses.shelf.piece_called(turn.boutique_id, sku)
        if piece is None or not piece.sizes:
            gone += 1
        elif len(piece.sizes) > 1:
            filled.unsized.append(piece)
        else:
            _take(filled, turn, piece, quantity)
    missing = [line(Phrase.NOT_IN_SHOP_NOW, count=gone)] if gone else []
    return _asked(filled, missing, turn)


def _wanted(turn: Turn) -> dict[str, int]:
    """How many of each piece, however often it stands in the cart."""
    wanted: dict[str, int] = {}
    for message in turn.messages:
        for each in message.ordered:
            wanted[each.sku] = wanted.get(each.sku, 0) + each.quantity
    return wanted


def _take(filled: _Filled, turn: Turn, piece: Piece, quantity: int) -> None:
    """As many as there are, beside those that are in her cart already."""
    [only] = piece.sizes
    held = next((each.quantity for each in turn.cart.lines if each.variant == only.variant), 0)
    left = max(0, only.available - held)
    if quantity > left:
        filled.lines.append(line(Phrase.TOO_MANY, available=only.available))
    if left:
        filled.commands.append(AddToCart(turn.customer_id, piece.product, only.variant, min(quantity, left)))
        filled.lines.append(line(Phrase.ADDED, title=piece.title_in(turn.language), size=only.size.label))


def _asked(filled: _Filled, missing: Sequence[Line], turn: Turn) -> TurnState:
    commands, lines = tuple(filled.commands), (*missing, *filled.lines)
    match filled.unsized:
        case []:
            return TurnState(commands=commands, lines=lines)
        case [piece] if not commands:
            return TurnState(lines=lines, chosen=piece, wants_size=True)
        case pieces:
            found = tuple(Found(piece, 1.0, None) for piece in pieces)
            shown = tuple(
                ShownPiece(rank=rank, product=piece.product, score=1.0, price=piece.price)
                for rank, piece in enumerate(pieces, start=1)
            )
            show = ShowPieces(turn.conversation_id, shown, "words", (), ())
            return TurnState(
                commands=(*commands, show), lines=(*lines, line(Phrase.SIZES_TO_CHOOSE)), found=found
            )
