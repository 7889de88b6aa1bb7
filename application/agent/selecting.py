"""Which piece she means: by number, by button, by what it looks like, or because there is only one."""

from uuid import UUID

from application.agent.state import Senses, Turn
from application.ports import Piece
from application.understanding import Extreme, Intent, Selection
from domain.cart.cart import CartLine
from domain.conversation.question import Question
from domain.identity import ProductId, VariantId
from domain.sizes import Size

_UUID_LENGTH = 36


def chosen_pieces(turn: Turn, senses: Senses) -> tuple[Piece, ...]:
    """The pieces meant, out of those on screen; the piece whose size was asked for comes first."""
    selection = turn.understanding.selection
    tapped = _tapped(selection)
    if tapped:
        piece = _piece(turn, tapped, senses)
        return (piece,) if piece else ()
    if turn.conversation.question is Question.WHICH_SIZE and not selection.ordinals:
        asked = _piece(turn, _subject(turn), senses)
        return (asked,) if asked else ()
    shown = [senses.shelf.piece(turn.boutique_id, each.product) for each in turn.conversation.shown]
    return _selected([piece for piece in shown if piece is not None], shown, selection)


def piece_spoken_of(turn: Turn, senses: Senses) -> Piece | None:
    """The one piece that she can mean; None where it may be several."""
    pieces = chosen_pieces(turn, senses)
    return pieces[0] if len(pieces) == 1 else None


def _tapped(selection: Selection) -> str:
    """The product on whose button she tapped, which may stand in an older message."""
    name, _, subject = (selection.reply_id or "").partition(":")
    return subject if name == Intent.PICK.value and len(subject) == _UUID_LENGTH else ""


def answers_what_is_asked(turn: Turn) -> bool:
    """False for a yes or no that was tapped below an older question."""
    name, _, subject = (turn.understanding.selection.reply_id or "").partition(":")
    tapped = name in {Intent.CONFIRM.value, Intent.DECLINE.value} and bool(subject)
    return not tapped or subject == turn.conversation.question.value


def _subject(turn: Turn) -> str:
    return turn.conversation.asked.subject if turn.conversation.asked else ""


def _piece(turn: Turn, product: str, senses: Senses) -> Piece | None:
    return senses.shelf.piece(turn.boutique_id, ProductId(UUID(product))) if product else None


def _selected(pieces: list[Piece], ranked: list[Piece | None], selection: Selection) -> tuple[Piece, ...]:
    if selection.ordinals:
        picked = [_ranked(ranked, ordinal) for ordinal in selection.ordinals]
        return tuple(piece for piece in picked if piece is not None)
    if selection.everything:
        return tuple(pieces)
    alike = [piece for piece in pieces if _looks(piece, selection)]
    if selection.extreme and alike:
        pick = min if selection.extreme is Extreme.CHEAPEST else max
        return (pick(alike, key=lambda piece: piece.price.cents),)
    return tuple(alike) if len(alike) == 1 else ()


def _ranked(ranked: list[Piece | None], ordinal: int) -> Piece | None:
    place = ordinal if ordinal < 0 else ordinal - 1
    return ranked[place] if -len(ranked) <= place < len(ranked) else None


def _looks(piece: Piece, selection: Selection) -> bool:
    return (
        (not selection.garments or piece.garment in selection.garments)
        and (not selection.colours or bool(set(selection.colours) & set(piece.colours)))
        and (not selection.patterns or piece.pattern in selection.patterns)
    )


def variant_of(piece: Piece, size: Size) -> VariantId | None:
    """The variant of a piece in a size, if it can be bought now. A bare value matches any ruler."""
    offered = [each for each in piece.sizes if each.size == size]
    offered += [each for each in piece.sizes if each.size.value == size.value and each.size != size]
    return offered[0].variant if offered else None


def wanted_before(turn: Turn, piece: Piece) -> int | None:
    """How many of this piece she said she wants, before she was asked for its size."""
    asked = turn.conversation.asked
    of_this = asked is not None and asked.subject == str(piece.product)
    return asked.quantity if asked and of_this else None


def line_meant(turn: Turn) -> CartLine | None:
    """The line of her cart that she means; the only one, if there is but one."""
    lines, selection = turn.cart.lines, turn.understanding.selection
    if selection.ordinals and 1 <= abs(selection.ordinals[0]) <= len(lines):
        ordinal = selection.ordinals[0]
        return lines[ordinal if ordinal < 0 else ordinal - 1]
    garments = selection.garments or turn.understanding.need.garments
    alike = [each for each in lines if not garments or each.garment in garments]
    counts = turn.understanding.intent is Intent.CHANGE_QUANTITY and says_how_many(turn)
    newest = selection.this_one or (counts and not garments)
    return alike[-1] if alike and (len(alike) == 1 or newest) else None


def says_how_many(turn: Turn) -> bool:
    """Whether she speaks of a number alone: right after a piece went into the cart, it is that piece's."""
    just_added = turn.conversation.question is Question.ADD_MORE_OR_CHECKOUT
    return just_added and turn.understanding.quantity is not None
