"""Satisfaction: a customer who has her parcel is asked once how she likes it, with the news itself.

Whoever is in the middle of something else, or with a person, is not asked.
"""

from typing import Final
from uuid import UUID

from application.agent.offers import button
from application.agent.state import Offer, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AskQuestion, RateOrder
from application.understanding import Intent
from domain.conversation.question import Question
from domain.identity import OrderId

_BUTTONS: Final = (
    (Phrase.BUTTON_LOVE_IT, Intent.THANKS, 5),
    (Phrase.BUTTON_IT_IS_OKAY, Intent.THANKS, 3),
    (Phrase.BUTTON_NOT_HAPPY, Intent.COMPLAIN, 1),
)
"""Who is not happy is, by the same tap, handed to a person."""


def delivered(turn: Turn, news: tuple[Line, ...]) -> TurnState:
    """The news that she has her parcel, and the question."""
    talk = turn.conversation
    if talk.question is not Question.NOTHING or talk.handed_over or turn.order_id is None:
        return TurnState(lines=news)
    buttons = tuple(
        button(phrase, intent, turn.language, f"{stars}/{turn.order_id}")
        for phrase, intent, stars in _BUTTONS
    )
    asked = AskQuestion(turn.conversation_id, Question.RATING, str(turn.order_id))
    lines = (*news, line(Phrase.HOW_DO_YOU_LIKE_IT))
    return TurnState(commands=(asked,), lines=lines, offer=Offer(buttons=buttons))


def rating_of(turn: Turn) -> RateOrder | None:
    """The rating that this turn gives: a tap, which names its order, or a number to the open question."""
    stars, _, order = (turn.understanding.selection.reply_id or "").partition(":")[2].partition("/")
    if not order and turn.conversation.question is Question.RATING:
        asked = turn.conversation.asked
        stars, order = str(turn.understanding.rating or ""), asked.subject if asked else ""
    if stars not in {"1", "2", "3", "4", "5"}:
        return None
    return RateOrder(turn.customer_id, OrderId(UUID(order)), int(stars))
