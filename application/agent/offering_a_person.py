"""What the agent does not know or may not decide: said honestly, and a person offered, to come on her yes."""

from application.agent.offers import button
from application.agent.state import Offer, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AskQuestion
from application.understanding import Intent
from domain.conversation.question import ABOUT_PIECES, Question


def person_offered(turn: Turn, *lines: Line) -> TurnState:
    """The lines, and whether a person shall come; a question about a piece stays open beside it."""
    asked = turn.conversation.asked
    if asked and asked.question in ABOUT_PIECES:
        question = AskQuestion(
            turn.conversation_id, asked.question, asked.subject, asked.sizes, quantity=asked.quantity
        )
    else:
        person = (Intent.HUMAN.value,)
        question = AskQuestion(turn.conversation_id, Question.WHICH_MEANING, meanings=person)
    return TurnState(
        commands=(question,),
        lines=(*lines, line(Phrase.ASK_A_PERSON)),
        offer=Offer(buttons=(button(Phrase.BUTTON_PERSON, Intent.HUMAN, turn.language),)),
    )
