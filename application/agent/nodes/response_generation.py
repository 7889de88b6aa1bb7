"""ResponseGeneration: one message out of all that was thought."""

from application.agent.about_pieces import about_piece
from application.agent.apologies import apology
from application.agent.bargaining import price_told, told
from application.agent.drafting import draft_of
from application.agent.fitting_room import advice_for
from application.agent.offers import buying, pieces_offer, size_labels
from application.agent.pointers import only_own
from application.agent.preview import cart_after, cart_lines
from application.agent.small_talk import small_talk
from application.agent.state import Offer, Senses, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import (
    AddToCart,
    AskQuestion,
    ChangeQuantity,
    Command,
    ComposeReply,
    NoteUnderstanding,
    RemoveFromCart,
)
from application.ports import Found
from application.understanding import Intent
from domain.conversation.question import Question
from domain.conversation.reply import Reply

_TEXT_LIMIT = 1024
"""What WhatsApp takes under a picture or above buttons."""


def response_generation(state: TurnState, senses: Senses) -> TurnState:
    """Answer what no other node has answered, then put all of it into one message in her language."""
    turn = state["turn"]
    spoken = _answer(state, senses)
    proposed, lines = (*state["commands"], *spoken["commands"]), (*state["lines"], *spoken["lines"])
    worded = senses.writer.write(draft_of(turn, lines, proposed))
    offer = spoken["offer"]
    reply = Reply(
        text=worded.text[:_TEXT_LIMIT],
        pictures=offer.pictures,
        buttons=offer.buttons,
        rows=offer.rows,
        rows_title=offer.rows_title,
        link=offer.link,
        asks_location=offer.asks_location,
        asks_contact=offer.asks_contact,
    )
    noted = (*_understood(turn), *_question(turn, proposed), _composed(turn, reply, worded.brain))
    settled = (*spoken["commands"], *noted)
    return TurnState(commands=settled, lines=spoken["lines"], reply=reply, offer=offer)


def _answer(state: TurnState, senses: Senses) -> TurnState:
    turn = state["turn"]
    if turn.refused and not state["lines"]:
        return _whole(apology(turn, turn.refused))
    if state["found"]:
        return _pieces(turn, state["found"])
    if any(isinstance(c, AddToCart | RemoveFromCart | ChangeQuantity) for c in state["commands"]):
        return _cart(turn, state["commands"], senses)
    if state["lines"]:
        return _whole(TurnState(offer=state["offer"]))
    if turn.understanding.intent is Intent.ASK_PIECE and turn.understanding.sure:
        return _whole(about_piece(turn, senses))
    if turn.understanding.intent is Intent.ASK_PRICE:
        return _prices(turn, senses)
    talk = small_talk(turn)
    shows_cart = turn.understanding.intent is Intent.SHOW_CART and not turn.cart.is_empty
    return _whole(TurnState(**{**talk, "offer": buying(turn.language)}) if shows_cart else talk)


def _whole(part: TurnState) -> TurnState:
    return TurnState(
        commands=part.get("commands", ()), lines=part.get("lines", ()), offer=part.get("offer", Offer())
    )


def _pieces(turn: Turn, found: tuple[Found, ...]) -> TurnState:
    """Numbered pieces with price and sizes, and a picture of each."""
    lines = [_piece(turn, rank, each) for rank, each in enumerate(found, start=1)]
    if percent := turn.cart.percent:
        lines.append(line(Phrase.YOUR_DISCOUNT_TOO, percent=told(percent)))
    asked = AskQuestion(turn.conversation_id, Question.WHICH_PIECE)
    return TurnState(
        commands=(asked,),
        lines=(*lines, line(Phrase.WHICH_PIECE)),
        offer=pieces_offer([each.piece for each in found], turn.language),
    )


def _piece(turn: Turn, rank: int, found: Found) -> Line:
    piece, sizes = found.piece, size_labels(found.piece)
    title = piece.title_in(turn.language)
    mine = advice_for(piece, turn).size
    others = ", ".join(offered.size.label for offered in piece.sizes if offered.size != mine)
    if mine and others and any(offered.size == mine for offered in piece.sizes):
        values = {"size": mine.label, "sizes": others}
        return line(Phrase.PIECE_YOUR_SIZE, rank=rank, title=title, price=piece.price, **values)
    return line(Phrase.PIECE, rank=rank, title=title, price=piece.price, sizes=sizes)


def _cart(turn: Turn, commands: tuple[Command, ...], senses: Senses) -> TurnState:
    cart = cart_after(turn, commands, senses)
    if cart.is_empty:
        return _whole(TurnState(lines=(line(Phrase.CART_WAS_EMPTY),)))
    asked = AskQuestion(turn.conversation_id, Question.ADD_MORE_OR_CHECKOUT)
    lines = (*cart_lines(cart, turn.language), line(Phrase.CHECKOUT_OR_MORE))
    return TurnState(commands=(asked,), lines=lines, offer=buying(turn.language))


def _prices(turn: Turn, senses: Senses) -> TurnState:
    """The prices of what is on her screen, or of the one she points at."""
    ordinals = turn.understanding.selection.ordinals
    meant = [each for each in turn.conversation.shown if not ordinals or each.rank in ordinals]
    pieces = [senses.shelf.piece(turn.boutique_id, each.product) for each in meant]
    lines = tuple(price_told(turn, piece, turn.cart.percent) for piece in pieces if piece)
    return _whole(TurnState(lines=lines or (line(Phrase.WHICH_ONE_DO_YOU_MEAN),)))


def _understood(turn: Turn) -> tuple[Command, ...]:
    if not turn.messages:
        return ()
    meaning = turn.understanding
    ids = tuple(message.message for message in turn.messages)
    return (
        NoteUnderstanding(
            turn.conversation_id,
            ids,
            meaning.intent.value if meaning.sure else Intent.UNKNOWN.value,
            meaning.confidence,
            turn.language,
            meaning.unknown_words,
            meaning.brain,
        ),
    )


def _question(turn: Turn, proposed: tuple[Command, ...]) -> tuple[Command, ...]:
    """A question that was answered stands open no longer; news leave it as it was."""
    if turn.notice or any(isinstance(command, AskQuestion) for command in proposed):
        return ()
    if not turn.understanding.sure or turn.conversation.question is Question.NOTHING:
        return ()
    return (AskQuestion(turn.conversation_id, Question.NOTHING),)


def _composed(turn: Turn, reply: Reply, brain: str) -> Command:
    return ComposeReply(
        conversation=turn.conversation_id,
        reply_id=turn.reply_id,
        answers=tuple(message.message for message in turn.messages),
        tells=(turn.notice.key,) if turn.notice else (),
        reply=only_own(reply, turn),
        language=turn.language,
        intent=turn.notice.kind.value if turn.notice else turn.understanding.intent.value,
        brain=brain,
    )
