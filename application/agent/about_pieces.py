"""Questions about one piece: answered from what the shop wrote of it, and never guessed."""

import re
from collections.abc import Mapping
from typing import Final

from application.agent.bargaining import price_told
from application.agent.offering_a_person import person_offered, still_asked
from application.agent.selecting import piece_spoken_of
from application.agent.state import Offer, Senses, Turn, TurnState
from application.agent.wording.names import fabric_names
from application.agent.wording.phrases import Line, Phrase, line
from application.ports import Piece
from application.understanding import Topic
from domain.conversation.reply import Picture

_LONGEST: Final = 300
_OF_CLOTH: Final = frozenset({Topic.MATERIAL, Topic.GENUINE})
_WRITTEN: Final[Mapping[Topic, re.Pattern[str]]] = {
    topic: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for topic, words in (
        (
            Topic.MATERIAL,
            "material|fabric|cotton|linen|silk|satin|chiffon|denim|wool|leather|polyester|made of",
        ),
        (Topic.GENUINE, "genuine|authentic|original|real|faux|imitation|pu "),
        (Topic.STRETCH, "stretch|elastic|spandex|lycra|elastane"),
        (Topic.CARE, "wash|fade|shrink|colou?rfast|dry clean|iron"),
        (Topic.LINING, "lined|lining|sheer|transparent|see-through"),
        (Topic.POCKETS, "pocket"),
        (Topic.LENGTH, "length|long|knee|ankle|mini|midi|maxi|cm"),
        (Topic.WEIGHT, "heavy|light|thick|thin|warm"),
        (Topic.QUALITY, "quality"),
    )
}
"""By which words of a description a question is answered."""


def about_piece(turn: Turn, senses: Senses) -> TurnState:
    """What the shop recorded of the piece she asks about; where it did not, a person is offered."""
    piece = piece_spoken_of(turn, senses)
    topics = turn.understanding.topics
    if piece is None:
        return TurnState(commands=still_asked(turn), lines=(line(Phrase.WHICH_ONE_DO_YOU_MEAN),))
    if Topic.PICTURE in topics and piece.picture:
        return _shown(turn, piece, piece.picture)
    told = _told(turn, piece)
    if topics and all(_is_written(piece, topic) for topic in topics):
        return TurnState(commands=still_asked(turn), lines=told)
    return person_offered(turn, *told, line(Phrase.PIECE_NOT_RECORDED, title=piece.title_in(turn.language)))


def _is_written(piece: Piece, topic: Topic) -> bool:
    if topic is Topic.MATERIAL and piece.fabrics:
        return True
    words = _WRITTEN.get(topic)
    return words is not None and words.search(piece.description) is not None


def _told(turn: Turn, piece: Piece) -> tuple[Line, ...]:
    title, topics = piece.title_in(turn.language), turn.understanding.topics
    lines: list[Line] = []
    if piece.fabrics and _OF_CLOTH.intersection(topics):
        lines.append(
            line(Phrase.PIECE_FABRIC, title=title, fabrics=fabric_names(piece.fabrics, turn.language))
        )
    described = any(topic in _WRITTEN and _WRITTEN[topic].search(piece.description) for topic in topics)
    if described:
        lines.append(line(Phrase.PIECE_DESCRIBED, title=title, description=piece.description[:_LONGEST]))
    return tuple(lines)


def _shown(turn: Turn, piece: Piece, name: str) -> TurnState:
    """Its picture, with what it costs and the sizes that are there."""
    picture = Picture(product=piece.product, name=name, caption=str(piece.price), sku=piece.sku)
    words = price_told(turn, piece, turn.cart.percent)
    return TurnState(commands=still_asked(turn), lines=(words,), offer=Offer(pictures=(picture,)))
