"""SizeRecommendation: which size, from what she bought, said or measured, with the reason or an honest no."""

from application.agent.fitting_room import advice_for
from application.agent.offers import size_labels, size_offer
from application.agent.selecting import wanted_before
from application.agent.state import Senses, Sizing, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AdviseSize, AskQuestion, Command, TellMeasurements, TellSize
from application.ports import Piece
from application.understanding import Intent
from domain.conversation.question import Question
from domain.fitting import FitAdvice, FitReason
from domain.sizes import Size


def size_recommendation(state: TurnState, senses: Senses) -> TurnState:
    """Advise on the piece at hand; for pieces on screen only mark her size, where it is known."""
    turn = state["turn"]
    learned = _learned(turn)
    if state.get("found"):
        return TurnState(commands=learned)
    piece = state.get("chosen") or _spoken_of(turn, senses)
    if piece is None:
        return TurnState(commands=learned, lines=_noted(turn) or (line(Phrase.SIZE_UNKNOWN),))
    advice = advice_for(piece, turn)
    asks = bool(state.get("wants_size")) or turn.understanding.intent is Intent.ASK_SIZE_ADVICE
    kept: Command = AdviseSize(turn.conversation_id, piece.product, advice.size, advice.reason.value)
    return TurnState(
        commands=(*learned, kept, *_question(turn, piece, asks=asks)),
        lines=(*_noted(turn), *_spoken(turn, piece, advice, asks=asks), *_which(piece, asks=asks)),
        sizing=Sizing(piece, advice, asks),
        offer=size_offer(piece, advice, turn.language) if asks else state["offer"],
    )


def _learned(turn: Turn) -> tuple[Command, ...]:
    said = turn.understanding
    if said.intent is Intent.TELL_MEASUREMENTS:
        return (TellMeasurements(turn.customer_id, said.measurements),)
    if said.intent is Intent.TELL_SIZE and said.size:
        garment = said.need.garments[0] if said.need.garments else None
        return (TellSize(turn.customer_id, garment, said.size),)
    return ()


def _noted(turn: Turn) -> tuple[Line, ...]:
    said = turn.understanding
    if said.intent is Intent.TELL_MEASUREMENTS:
        return (line(Phrase.MEASUREMENTS_NOTED),)
    if said.intent is Intent.TELL_SIZE and said.size:
        return (line(Phrase.SIZE_NOTED, size=said.size.label),)
    return ()


def _spoken_of(turn: Turn, senses: Senses) -> Piece | None:
    """The one piece she can mean: the one pointed at, else the only or the asked-about one."""
    shown, ordinals = turn.conversation.shown, turn.understanding.selection.ordinals
    if ordinals:
        named = next((s for s in shown if s.rank == ordinals[0]), None)
        return senses.shelf.piece(turn.boutique_id, named.product) if named else None
    return senses.shelf.piece(turn.boutique_id, shown[0].product) if len(shown) == 1 else None


def _spoken(turn: Turn, piece: Piece, advice: FitAdvice, *, asks: bool) -> tuple[Line, ...]:
    """The advice and its reason. The honest no does not ask for her size twice in one message.

    Who has just said a size that the piece is not made in has been told so, and is not called unknown.
    """
    if advice.size is None and asks and turn.understanding.size:
        return ()
    if advice.size is None:
        return (line(Phrase.SIZE_NOT_KNOWN if asks else Phrase.SIZE_UNKNOWN),)
    witness = advice.witness.label if advice.witness else ""
    said = line(
        _SAID[advice.reason], title=piece.title_in(turn.language), size=advice.size.label, witness=witness
    )
    if _in_stock(piece, advice.size):
        return (said,)
    return (line(Phrase.SIZE_SOLD_OUT, size=advice.size.label, sizes=size_labels(piece)),)


_SAID = {
    FitReason.BOUGHT: Phrase.SIZE_BOUGHT,
    FitReason.BOUGHT_OTHER: Phrase.SIZE_BOUGHT_OTHER,
    FitReason.TOLD: Phrase.SIZE_TOLD,
    FitReason.MEASURED: Phrase.SIZE_MEASURED,
    FitReason.ONE_SIZE: Phrase.SIZE_ONE,
}


def _in_stock(piece: Piece, size: Size) -> bool:
    return any(offered.size == size for offered in piece.sizes)


def _which(piece: Piece, *, asks: bool) -> tuple[Line, ...]:
    return (line(Phrase.WHICH_SIZE, sizes=size_labels(piece)),) if asks else ()


def _question(turn: Turn, piece: Piece, *, asks: bool) -> tuple[Command, ...]:
    if not asks:
        return ()
    sizes = tuple(offered.size for offered in piece.sizes)
    quantity = turn.understanding.quantity or wanted_before(turn, piece)
    subject = str(piece.product)
    return (AskQuestion(turn.conversation_id, Question.WHICH_SIZE, subject, sizes, quantity=quantity),)
