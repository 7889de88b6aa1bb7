"""What the agent does not know or may not decide: said honestly, and a person offered, to come on her yes."""

from application.agent.offers import button
from application.agent.state import Offer, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AskQuestion
from application.understanding import Intent
from domain.conversation.question import ABOUT_PIECES, Question


def person_offered(turn: Turn, *lines: Line) -> TurnState:
    """The lines, and whether a person shall come; a question about a piece stays open beside it."""
    person = (Intent.HUMAN.value,)
    anew = (AskQuestion(turn.conversation_id, Question.WHICH_MEANING, meanings=person),)
    return TurnState(
        commands=still_asked(turn) or anew,
        lines=(*lines, line(Phrase.ASK_A_PERSON)),
        offer=Offer(buttons=(button(Phrase.BUTTON_PERSON, Intent.HUMAN, turn.language),)),
    )


def still_asked(turn: Turn) -> tuple[AskQuestion, ...]:
    """The open question about a piece, for what is said beside it; nothing where none is open."""
    asked = turn.conversation.asked
    if asked is None or asked.question not in ABOUT_PIECES:
        return ()
    again = AskQuestion(
        turn.conversation_id, asked.question, asked.subject, asked.sizes, quantity=asked.quantity
    )
    return (again,)
