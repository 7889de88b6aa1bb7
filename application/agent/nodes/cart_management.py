"""CartManagement: what goes into her cart, out of it, how many, and for how much less."""

from application.agent.catalogue_cart import from_catalogue
from application.agent.haggling import haggling
from application.agent.offers import list_offer, reply_id, size_labels, yes_or_no
from application.agent.selecting import chosen_pieces, line_meant, says_how_many, variant_of, wanted_before
from application.agent.state import Offer, Senses, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import (
    AddToCart,
    AskQuestion,
    ChangeQuantity,
    Command,
    EmptyCart,
    RemoveFromCart,
    TellSize,
)
from application.ports import Piece
from application.understanding import Intent
from domain.cart.cart import CartLine
from domain.conversation.question import Question
from domain.language import Language


def cart_management(state: TurnState, senses: Senses) -> TurnState:
    """Propose what she asked for; ask where it is not clear."""
    turn = state["turn"]
    ordered = from_catalogue(turn, senses)
    if ordered:
        return ordered
    if turn.understanding.absurd_quantity:
        return TurnState(lines=(line(Phrase.ABSURD_QUANTITY),))
    match turn.understanding.intent:
        case Intent.SHOW_CART:
            return TurnState()
        case Intent.HAGGLE:
            return haggling(turn, senses)
        case Intent.EMPTY_CART:
            return _ask_to_empty(turn)
        case Intent.CONFIRM | Intent.DECLINE:
            return _answered(turn, senses)
        case Intent.REMOVE_FROM_CART:
            return _remove(turn)
        case Intent.CHANGE_QUANTITY:
            return _change_quantity(turn)
        case Intent.CHANGE_SIZE:
            return _change_size(turn, senses)
    return _choose(turn, senses)


def _choose(turn: Turn, senses: Senses) -> TurnState:
    said = turn.understanding
    points = said.selection.points or said.need.names_a_piece or said.size
    more = says_how_many(turn) or said.selection.another
    if more and not points and not turn.cart.is_empty:
        return _more_of(turn, turn.cart.lines[-1])
    pieces = chosen_pieces(turn, senses)
    if not pieces and turn.understanding.need.names_a_piece:
        return TurnState(looks_anew=True)
    if not pieces:
        asked = AskQuestion(turn.conversation_id, Question.WHICH_PIECE)
        return TurnState(commands=(asked,), lines=(line(Phrase.WHICH_ONE_DO_YOU_MEAN),))
    if len(pieces) == 1:
        return _take(turn, pieces[0])
    taken = [_take(turn, piece) for piece in pieces if len(piece.sizes) == 1 or turn.understanding.size]
    if not taken:
        return _take(turn, pieces[0])
    return TurnState(
        commands=tuple(command for each in taken for command in each.get("commands", ())),
        lines=tuple(spoken for each in taken for spoken in each.get("lines", ())),
    )


def _more_of(turn: Turn, newest: CartLine) -> TurnState:
    """ "Add one more": of the piece that went in last."""
    quantity = turn.understanding.quantity or 1
    title = newest.title if turn.language is Language.EN else newest.title_sw or newest.title
    return TurnState(
        commands=(AddToCart(turn.customer_id, newest.product, newest.variant, quantity),),
        lines=(line(Phrase.ADDED, title=title, size=newest.size.label),),
    )


def _take(turn: Turn, piece: Piece) -> TurnState:
    """Into the cart, where the size is clear; else the size is asked for, with advice."""
    size = turn.understanding.size
    if size is None and len(piece.sizes) == 1:
        size = piece.sizes[0].size
    if size is None or not piece.sizes:
        return TurnState(chosen=piece, wants_size=bool(piece.sizes), lines=_sold_out(piece))
    variant = variant_of(piece, size)
    if variant is None:
        unmade = line(Phrase.SIZE_NOT_MADE, size=size.label, sizes=size_labels(piece))
        return TurnState(chosen=piece, wants_size=True, lines=(unmade,))
    told = turn.understanding.intent is Intent.TELL_SIZE
    learned: tuple[Command, ...] = (TellSize(turn.customer_id, piece.garment, size),) if told else ()
    quantity = turn.understanding.quantity or wanted_before(turn, piece) or 1
    add = AddToCart(turn.customer_id, piece.product, variant, quantity)
    return TurnState(
        commands=(*learned, add),
        lines=(line(Phrase.ADDED, title=piece.title_in(turn.language), size=size.label),),
    )


def _sold_out(piece: Piece) -> tuple[Line, ...]:
    return () if piece.sizes else (line(Phrase.NOTHING_MORE),)


def _ask_to_empty(turn: Turn) -> TurnState:
    if turn.cart.is_empty:
        return TurnState(lines=(line(Phrase.CART_EMPTY),))
    return TurnState(
        commands=(AskQuestion(turn.conversation_id, Question.CONFIRM_EMPTY),),
        lines=(line(Phrase.SURE_TO_EMPTY),),
        offer=yes_or_no(Question.CONFIRM_EMPTY, turn.language),
    )


def _answered(turn: Turn, senses: Senses) -> TurnState:
    """Yes or no to a question about the cart."""
    yes = turn.understanding.intent is Intent.CONFIRM
    if turn.conversation.question is Question.CONFIRM_EMPTY:
        if yes:
            return TurnState(commands=(EmptyCart(turn.customer_id),), lines=(line(Phrase.CART_WAS_EMPTY),))
        return TurnState(lines=(line(Phrase.KEPT),))
    return _choose(turn, senses) if yes else TurnState(lines=(line(Phrase.GO_ON_LOOKING),))


def _remove(turn: Turn) -> TurnState:
    meant = line_meant(turn)
    if meant is None:
        return _which_to_remove(turn)
    some = turn.understanding.quantity
    if some and some < meant.quantity:
        left = meant.quantity - some
        return TurnState(
            commands=(ChangeQuantity(turn.customer_id, meant.variant, left),),
            lines=(line(Phrase.QUANTITY_CHANGED, quantity=left, title=meant.title),),
        )
    return TurnState(
        commands=(RemoveFromCart(turn.customer_id, meant.variant),),
        lines=(line(Phrase.REMOVED, title=meant.title),),
    )


def _which_to_remove(turn: Turn) -> TurnState:
    if turn.cart.is_empty:
        return TurnState(lines=(line(Phrase.CART_EMPTY),))
    rows = [
        (reply_id(Intent.REMOVE_FROM_CART, rank), each.title, f"{each.size.label} · {each.total}")
        for rank, each in enumerate(turn.cart.lines, start=1)
    ]
    return TurnState(
        lines=(line(Phrase.WHICH_TO_REMOVE),), offer=list_offer(rows, Phrase.BUTTON_REMOVE, turn.language)
    )


def _change_quantity(turn: Turn) -> TurnState:
    meant, quantity = line_meant(turn), turn.understanding.quantity
    if meant is None or quantity is None:
        return TurnState(lines=(line(Phrase.WHICH_ONE_DO_YOU_MEAN),))
    return TurnState(
        commands=(ChangeQuantity(turn.customer_id, meant.variant, quantity),),
        lines=(line(Phrase.QUANTITY_CHANGED, quantity=quantity, title=meant.title),),
    )


def _change_size(turn: Turn, senses: Senses) -> TurnState:
    meant = line_meant(turn)
    piece = senses.shelf.piece(turn.boutique_id, meant.product) if meant else None
    if meant is None or piece is None:
        return TurnState(lines=(line(Phrase.WHICH_ONE_DO_YOU_MEAN),))
    return _swapped(turn, meant, piece)


def _swapped(turn: Turn, meant: CartLine, piece: Piece) -> TurnState:
    """The other size in, then the old one out: a size that is not there leaves the cart as it was."""
    size = turn.understanding.size
    variant = variant_of(piece, size) if size else None
    if size is None or variant is None:
        return TurnState(chosen=piece, wants_size=True, offer=Offer())
    if variant == meant.variant:
        return TurnState(lines=(line(Phrase.KEPT),))
    return TurnState(
        commands=(
            AddToCart(turn.customer_id, piece.product, variant, meant.quantity),
            RemoveFromCart(turn.customer_id, meant.variant),
        ),
        lines=(line(Phrase.ADDED, title=piece.title_in(turn.language), size=size.label),),
    )
