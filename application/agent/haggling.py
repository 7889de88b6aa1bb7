"""Haggling: who asks for a better price is told it, for the piece she looks at or for all in her cart."""

from application.agent.bargaining import NOTHING, Bargain, Wanted, bargain, price_told
from application.agent.offering_a_person import person_offered, still_asked
from application.agent.offers import button, buying
from application.agent.preview import cart_after, cart_lines
from application.agent.selecting import piece_spoken_of
from application.agent.state import Offer, Senses, Turn, TurnState
from application.agent.wording.phrases import Phrase, line
from application.commands import AskQuestion
from application.ports import Piece
from application.understanding import Intent
from domain.conversation.question import ABOUT_PIECES, Question
from domain.money import Money
from domain.order.state import OrderStatus


def may_bargain(turn: Turn) -> bool:
    """Whether there is anything to bargain about: the owner gives the agent leave, or she has a discount."""
    return bool(turn.boutique.discount_limit or turn.cart.percent)


def haggles_over_summary(turn: Turn) -> bool:
    """Whether the sum she haggles over is that of an order which is summed up and waits for her word."""
    haggles = turn.understanding.intent is Intent.HAGGLE and may_bargain(turn)
    return haggles and turn.conversation.question is Question.CONFIRM_ORDER and not turn.cart.is_empty


def haggling(turn: Turn, senses: Senses) -> TurnState:
    """The better price, or a kind no; a piece that she means alone is then asked about its size."""
    if not may_bargain(turn):
        return TurnState(lines=(line(Phrase.FIXED_PRICE),))
    order = turn.order
    looks = turn.conversation.question in ABOUT_PIECES or turn.understanding.selection.ordinals
    if turn.cart.is_empty and not looks and order and order.status is OrderStatus.AWAITING_PAYMENT:
        return person_offered(turn, line(Phrase.PRICE_AGREED, number=order.number, total=order.total))
    pieces = _meant(turn, senses) if looks or turn.cart.is_empty else ()
    if pieces:
        return _over_a_piece(turn, *pieces) if len(pieces) == 1 else _over_pieces(turn, pieces)
    if turn.cart.is_empty:
        return TurnState(lines=(line(Phrase.HAGGLE_FOR_WHAT),))
    return _over_the_cart(turn, senses)


def bargain_over_cart(turn: Turn, beside: Money = NOTHING) -> Bargain:
    """The bargain over all that is in the cart; `beside` is what comes on top of it."""
    return bargain(turn, [Wanted(each.unit_price, each.quantity) for each in turn.cart.lines], beside)


def _over_a_piece(turn: Turn, piece: Piece) -> TurnState:
    reached = bargain(turn, [Wanted(piece.price)])
    return TurnState(
        commands=reached.commands,
        lines=(*reached.lines, price_told(turn, piece, reached.percent)),
        chosen=piece,
        wants_size=bool(piece.sizes),
    )


def _over_pieces(turn: Turn, pieces: tuple[Piece, ...]) -> TurnState:
    """Several pieces: a sum could be meant for any of them, so that it counts for none."""
    reached = bargain(turn, ())
    asked = still_asked(turn) or (AskQuestion(turn.conversation_id, Question.WHICH_PIECE),)
    prices = (price_told(turn, piece, reached.percent) for piece in pieces)
    return TurnState(
        commands=(*reached.commands, *asked), lines=(*reached.lines, *prices, line(Phrase.WHICH_PIECE))
    )


def _over_the_cart(turn: Turn, senses: Senses) -> TurnState:
    reached = bargain_over_cart(turn)
    asked = AskQuestion(turn.conversation_id, Question.ADD_MORE_OR_CHECKOUT)
    cart = cart_after(turn, reached.commands, senses)
    stays = not reached.commands and reached.lines == (line(Phrase.LAST_PRICE),)
    person = button(Phrase.BUTTON_PERSON, Intent.HUMAN, turn.language)
    offer = buying(turn.language)
    return TurnState(
        commands=(*reached.commands, asked),
        lines=(*reached.lines, *cart_lines(cart, turn.language), line(Phrase.CHECKOUT_OR_MORE)),
        offer=Offer(buttons=(*offer.buttons, person)) if stays else offer,
    )


def _meant(turn: Turn, senses: Senses) -> tuple[Piece, ...]:
    """The one piece that she means, else all that are on her screen."""
    one = piece_spoken_of(turn, senses)
    if one:
        return (one,)
    shown = (senses.shelf.piece(turn.boutique_id, each.product) for each in turn.conversation.shown)
    return tuple(piece for piece in shown if piece is not None)
