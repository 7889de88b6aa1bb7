"""ProductSearch: the boutique's nearest pieces in stock, by picture, by words, or by both."""

from collections.abc import Sequence
from dataclasses import replace

from application.agent.selecting import piece_spoken_of
from application.agent.state import Senses, Turn, TurnState
from application.agent.wanting import need_of, wanted
from application.agent.wording.names import colour_names, garment_name
from application.agent.wording.phrases import Line, Phrase, line
from application.brain.eye.eye import SAME_PIECE
from application.commands import Command, NoteNothingFound, ShowPieces
from application.look import Look
from application.ports import Found, Piece
from application.understanding import Intent, Need, Understanding
from domain.clothing import Pattern
from domain.conversation.screen import ShownPiece
from domain.identity import ProductId
from domain.language import Language

MOST_PIECES = 5

_MEANT: dict[str, dict[Language, str]] = {
    "garment": {Language.EN: "kind", Language.SW: "aina"},
    "colour": {Language.EN: "colour", Language.SW: "rangi"},
    "pattern": {Language.EN: "pattern", Language.SW: "michoro"},
    "occasion": {Language.EN: "occasion", Language.SW: "hafla"},
    "style": {Language.EN: "style", Language.SW: "mtindo"},
    "fabric": {Language.EN: "fabric", Language.SW: "kitambaa"},
    "size": {Language.EN: "size", Language.SW: "saizi"},
    "price": {Language.EN: "budget", Language.SW: "bajeti"},
}


def product_search(state: TurnState, senses: Senses) -> TurnState:
    """Find pieces, put them on her screen, and say how near they come; or keep what was not there."""
    turn, looks = state["turn"], state.get("looks", ())
    more = turn.understanding.intent is Intent.MORE and not looks
    turn = turn if looks or more else replace(turn, understanding=_completed(turn, senses))
    found = _more(turn, senses) if more else _search(turn, looks, senses)
    if not found:
        return _nothing(turn, looks, more=more)
    shown = tuple(
        ShownPiece(rank=rank, product=each.piece.product, score=each.score, price=each.piece.price)
        for rank, each in enumerate(found, start=1)
    )
    relaxed = found[0].relaxed
    asked = turn.conversation.wanted if more else wanted(turn.understanding.need)
    by = "picture" if looks else "words"
    command = ShowPieces(turn.conversation_id, shown, by, relaxed, asked)
    return TurnState(found=found, commands=(command,), lines=_opening(turn, looks, found))


def _completed(turn: Turn, senses: Senses) -> Understanding:
    """What she says, and what it leaves out: "this in black" is a dress, "under 2000" what she looked for."""
    said, need = turn.understanding, turn.understanding.need
    before = need_of(turn.conversation.wanted)
    if said.selection.points and need.colours and not need.garments:
        piece = piece_spoken_of(turn, senses)
        garments = (piece.garment,) if piece else before.garments
        return said.model_copy(update={"need": need.model_copy(update={"garments": garments})})
    bound = need.min_price or need.max_price or need.cheapest_first
    if need.names_a_piece or need.free_words or not bound or not before.names_a_piece:
        return said
    prices = {
        "min_price": need.min_price,
        "max_price": need.max_price,
        "cheapest_first": need.cheapest_first,
    }
    return said.model_copy(update={"need": before.model_copy(update=prices)})


def _search(turn: Turn, looks: tuple[Look, ...], senses: Senses) -> tuple[Found, ...]:
    need = turn.understanding.need
    if not looks:
        return tuple(senses.shelf.search(turn.boutique_id, need, None, MOST_PIECES))
    each = [senses.shelf.search(turn.boutique_id, need, look, MOST_PIECES) for look in looks]
    return _dealt(each)


def _dealt(hands: Sequence[Sequence[Found]]) -> tuple[Found, ...]:
    """The best of each photo of an album in turn, no piece twice."""
    dealt: dict[ProductId, Found] = {}
    for rank in range(MOST_PIECES):
        for hand in hands:
            if rank < len(hand):
                dealt.setdefault(hand[rank].piece.product, hand[rank])
    return tuple(dealt.values())[:MOST_PIECES]


def _more(turn: Turn, senses: Senses) -> tuple[Found, ...]:
    """What comes after the pieces that were shown, for what she looked for last; then others of the kind."""
    need = turn.understanding.need
    like = piece_spoken_of(turn, senses) if turn.understanding.selection.ordinals else None
    if like:
        need = need.model_copy(update=_looks_of(like))
    if not need.names_a_piece:
        need = _looked_for(turn, senses)
    wider = need.model_copy(
        update={"colours": (), "patterns": (), "occasions": (), "styles": (), "fabrics": ()}
    )
    return _unseen(turn, need, senses) or _unseen(turn, wider, senses)


def _looks_of(piece: Piece) -> dict[str, object]:
    """What others must have to be like it."""
    plain = piece.pattern is Pattern.PLAIN
    return {
        "garments": (piece.garment,),
        "patterns": () if plain else (piece.pattern,),
        "styles": piece.styles,
        "occasions": piece.occasions,
    }


def _unseen(turn: Turn, need: Need, senses: Senses) -> tuple[Found, ...]:
    seen = turn.conversation.ever_shown
    found = senses.shelf.search(turn.boutique_id, need, None, MOST_PIECES + len(seen))
    return tuple(each for each in found if each.piece.product not in seen)[:MOST_PIECES]


def _looked_for(turn: Turn, senses: Senses) -> Need:
    """Her last search; after a photo, pieces of the kind that came first."""
    need = need_of(turn.conversation.wanted)
    if need.names_a_piece or need.newest_first or not turn.conversation.shown:
        return need
    first = senses.shelf.piece(turn.boutique_id, turn.conversation.shown[0].product)
    return need.model_copy(update={"garments": (first.garment,)}) if first else need


def _nothing(turn: Turn, looks: tuple[Look, ...], *, more: bool) -> TurnState:
    phrase = Phrase.NOTHING_MORE if more else Phrase.NOTHING_LIKE_PHOTO if looks else Phrase.NOTHING_FOUND
    missing = turn.understanding.need.model_copy(update={"newest_first": False})
    command: Command = NoteNothingFound(turn.conversation_id, wanted(missing))
    return TurnState(commands=(command,), lines=(line(phrase),))


def _opening(turn: Turn, looks: tuple[Look, ...], found: tuple[Found, ...]) -> tuple[Line, ...]:
    spoken = Language.EN if turn.language is Language.EN else Language.SW
    if looks:
        same = (found[0].likeness or 0) >= SAME_PIECE
        return (*_seen(looks[0], spoken), line(Phrase.SAME_PIECE if same else Phrase.NEAREST))
    if found[0].relaxed:
        missing = ", ".join(_MEANT.get(name, {}).get(spoken, name) for name in found[0].relaxed)
        return (line(Phrase.NOT_QUITE, missing=missing),)
    return (line(Phrase.NEWEST if turn.understanding.need.newest_first else Phrase.FOUND),)


def _seen(look: Look, spoken: Language) -> tuple[Line, ...]:
    """What the eye is sure of, and no more."""
    colours = colour_names(tuple(c for c, share in look.colours[:2] if share >= 0.25), spoken)
    if not colours:
        return ()
    if look.kind is None:
        return (line(Phrase.I_SEE_COLOURS, colours=colours),)
    return (line(Phrase.I_SEE, colours=colours, garment=garment_name(look.kind, spoken)),)
