"""Handing over: the agent leaves a chat to a person of the shop, and gets it back."""

from collections.abc import Callable, Sequence

from application.agent.wording.phrases import Line, Phrase, line, say
from application.commands import GiveBack, HandToPerson, OfferPieces, StaffReply, TakeOver
from application.inbound import OwnerMessage
from application.understanding import OFFLINE_BRAIN
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.conversation.conversation import Conversation
from domain.conversation.events import HandOverReason
from domain.conversation.question import Question
from domain.conversation.refusals import ConversationIsNotOpen
from domain.conversation.reply import Button, Reply
from domain.customer.customer import Customer
from domain.fact import Facts
from domain.identity import ConversationId, CustomerId, MessageId, derive
from domain.language import Language

LONGEST_REPLY = 4096
LONGEST_UNDER_BUTTONS = 1024


def hand_to_person(command: HandToPerson, unit: Unit) -> None:
    """Let a person answer from here on."""
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.hand_to_person(reason=command.reason, messages=command.messages),
    )


def take_over(command: TakeOver, unit: Unit) -> None:
    """Let a person answer. The agent says so where she did not know that a person would.

    Raises: ConversationIsNotOpen.
    """
    talk = chat_of(command.customer, unit)
    agent_had_it = not unit.get(Conversation, talk).handed_over
    unit.tell(Conversation, talk, lambda said: said.take_over())
    if agent_had_it:
        announce(_boutique_says(Phrase.PERSON_IS_HERE, unit), command.customer, talk, unit)


def staff_reply(command: StaffReply, unit: Unit) -> None:
    """Write to her, and leave the chat to who writes. A message that was kept in the window before is known.

    Raises: ConversationIsNotOpen, WindowIsClosed.
    """
    talk = chat_of(command.customer, unit)
    if _is_kept(command.reply_id, talk, unit):
        return
    body = unit.seal(command.customer, command.reply.model_dump_json())
    late = command.by_template
    unit.tell(
        Conversation, talk, lambda said: said.staff_reply(command.reply_id, body, unit.now, by_template=late)
    )
    unit.tell(Conversation, talk, lambda said: said.take_over())


def offer_pieces(command: OfferPieces, unit: Unit) -> None:
    """Put pieces on her screen by a message, to be answered as the agent's own offers are.

    Who answers from then on is settled first: a person's taking over ends whatever was asked before.
    Raises: ConversationIsNotOpen, WindowIsClosed.
    """
    talk = chat_of(command.customer, unit)
    if _is_kept(command.reply_id, talk, unit):
        return
    body = unit.seal(command.customer, command.reply.model_dump_json())
    steps: tuple[Callable[[Conversation], Facts], ...] = (
        lambda said: said.return_to_agent() if command.to_agent else said.take_over(),
        lambda said: said.show(pieces=command.pieces, by="person"),
        lambda said: said.ask(question=Question.WHICH_PIECE),
        lambda said: said.staff_reply(command.reply_id, body, unit.now),
    )
    for step in steps:
        unit.tell(Conversation, talk, step)


def give_back(command: GiveBack, unit: Unit) -> None:
    """Let the agent answer again, and say so. Raises: ConversationIsNotOpen."""
    talk = chat_of(command.customer, unit)
    person_had_it = unit.get(Conversation, talk).handed_over
    unit.tell(Conversation, talk, lambda said: said.return_to_agent())
    if person_had_it:
        announce(_boutique_says(Phrase.AGENT_IS_BACK, unit), command.customer, talk, unit)


def let_owner_write(talk: ConversationId, customer: CustomerId, owner: OwnerMessage, unit: Unit) -> None:
    """The owner writes on her own phone: what she says is kept, and the agent leaves the customer to her."""
    if unit.get(Conversation, talk).reply_called(owner.provider_id):
        return
    if owner.text:
        body = unit.seal(customer, Reply(text=owner.text[:LONGEST_REPLY]).model_dump_json())
        unit.tell(
            Conversation, talk, lambda said: said.note_own_words(owner.message, body, owner.provider_id)
        )
    unit.tell(
        Conversation,
        talk,
        lambda said: said.hand_to_person(
            HandOverReason.OWNER_WRITES, tuple(waiting.message for waiting in said.unanswered)
        ),
    )


def chat_of(customer: CustomerId, unit: Unit) -> ConversationId:
    """The conversation that is open with her. Raises: ConversationIsNotOpen."""
    window = unit.get(Customer, customer).window
    if window is None:
        raise ConversationIsNotOpen("nobody writes here any more")
    return window


def _is_kept(reply: MessageId, talk: ConversationId, unit: Unit) -> bool:
    """Whether a message stands in this window already, or in the one before."""
    now = unit.get(Conversation, talk)
    before = now.opened.continues if now.opened else None
    return reply in now.replies or (before is not None and reply in unit.get(Conversation, before).replies)


def tongue_of(customer: CustomerId, unit: Unit) -> Language:
    """The language in which the shop speaks to her."""
    boutique = unit.get(Boutique, unit.boutique)
    return unit.get(Customer, customer).language or (boutique.languages or (Language.EN,))[0]


def announce(
    lines: Sequence[Line],
    customer: CustomerId,
    talk: ConversationId,
    unit: Unit,
    buttons: tuple[Button, ...] = (),
) -> None:
    """Let the agent tell her what a person of the shop has just done; once for each click."""
    language = tongue_of(customer, unit)
    reply = MessageId(derive(unit.cause.command, lines[0].phrase))
    text = "\n".join(say(each, language, reply) for each in lines)
    body = unit.seal(customer, Reply(text=text[:LONGEST_UNDER_BUTTONS], buttons=buttons).model_dump_json())
    unit.tell(
        Conversation,
        talk,
        lambda said: said.announce(
            reply=reply, body=body, language=language, brain=OFFLINE_BRAIN, now=unit.now
        ),
    )


def _boutique_says(phrase: Phrase, unit: Unit) -> tuple[Line, ...]:
    return (line(phrase, boutique=unit.get(Boutique, unit.boutique).name),)
