"""Hearing: what a customer's messages of one turn mean together."""

from collections.abc import Sequence
from dataclasses import replace

from application.agent.state import Turn
from application.choices import can_be_chosen_from, choice_meant
from application.inbound import UNAVAILABLE, Inbound
from application.ports import Reader
from application.understanding import Intent, Pending, ReadingContext, Understanding
from application.unit import Unit
from domain.conversation.conversation import Conversation
from domain.conversation.events import MessageKind, MessageReceived, ReplyComposed, StaffReplied
from domain.conversation.reply import Reply
from domain.identity import ConversationId, CustomerId


def taken_in(
    talk: ConversationId, customer: CustomerId, message: Inbound, picture: str | None, unit: Unit
) -> None:
    """Record the message, what is personal in it sealed."""
    said = message.text or (_place_words(message) if message.place else message.contact_phone)
    known = unit.get(Conversation, talk).messages
    if message.message in known:
        return
    content = unit.seal(customer, said) if said else None
    unit.tell(
        Conversation,
        talk,
        lambda conversation: conversation.receive(
            message=message.message,
            provider_id=message.provider_id,
            kind=message.kind,
            sent_at=message.sent_at,
            content=content,
            picture=picture,
            choice=message.choice,
            replies_to=message.replies_to,
        ),
    )


def seen_in_place(turn: Turn, messages: Sequence[Inbound], unit: Unit) -> Turn:
    """The turn as she sees it who answers to an older message of ours, today's or that of the window before.

    A tap says itself what it is about.
    """
    quoted, talk = messages[-1].replies_to, turn.conversation
    if quoted is None or messages[-1].choice:
        return turn
    before = talk.opened.continues if talk.opened else None
    said = talk.reply_called(quoted)
    said = said or (unit.get(Conversation, before).reply_called(quoted) if before else None)
    return replace(turn, conversation=talk.seen_from(said)) if said else turn


def chosen_in_words(talk: ConversationId, messages: tuple[Inbound, ...], unit: Unit) -> tuple[Inbound, ...]:
    """The messages, with the tap that her words stand for; for channels on which nothing can be tapped.

    The same words in several messages at once are one tap, made by somebody in a hurry.
    """
    said = messages[-1]
    if not said.text or {(each.kind, each.text) for each in messages} != {(MessageKind.TEXT, said.text)}:
        return messages
    offer = _offer_before(talk, said, unit)
    choice = choice_meant(offer, said.text) if offer else None
    return (
        tuple(replace(each, choice=choice.id, text=choice.title) for each in messages) if choice else messages
    )


def _offer_before(talk: ConversationId, said: Inbound, unit: Unit) -> Reply | None:
    """What she answers to, by whomever it was said: what she quotes, else what was said last.

    Where the last words offer nothing and she only says again what she said before, she means what she
    meant then: a tap made twice is the same tap.
    """
    if quoted := _quoted(talk, said, unit):
        return _opened(quoted, unit)
    for fact in reversed(unit.story(Conversation, talk)):
        if isinstance(fact, MessageReceived) and not _says(fact, said, unit):
            return None
        if isinstance(fact, ReplyComposed | StaffReplied):
            offer = _opened(fact, unit)
            if offer is None or can_be_chosen_from(offer):
                return offer
    return None


def _quoted(talk: ConversationId, said: Inbound, unit: Unit) -> ReplyComposed | StaffReplied | None:
    """Which of our words she quotes: today's, or those of the window before."""
    opened = unit.get(Conversation, talk).opened
    for window in filter(None, (talk, opened.continues if opened else None)):
        sent = unit.get(Conversation, window).replies
        meant = {r for r, way in sent.items() if said.replies_to and way.provider_id == said.replies_to}
        for fact in unit.story(Conversation, window):
            if isinstance(fact, ReplyComposed | StaffReplied) and fact.reply in meant:
                return fact
    return None


def _opened(fact: ReplyComposed | StaffReplied, unit: Unit) -> Reply | None:
    body = unit.open(fact.body)
    return Reply.model_validate_json(body) if body else None


def _says(received: MessageReceived, said: Inbound, unit: Unit) -> bool:
    return received.kind is said.kind and unit.open(received.content) == said.text


def heard(turn: Turn, messages: Sequence[Inbound], reader: Reader) -> Turn:
    """The turn, with what its messages mean and the tongue to answer in; places have no tongue."""
    meaning = _meaning(turn, messages, reader)
    names_a_place = meaning.intent is Intent.GIVE_ADDRESS and turn.customer.language is not None
    language = meaning.language if _speaks(messages) and not names_a_place else turn.language
    return replace(turn, understanding=meaning, language=turn.boutique.answer_to(language))


def _meaning(turn: Turn, messages: Sequence[Inbound], reader: Reader) -> Understanding:
    if any(message.ordered for message in messages):
        return Understanding(intent=Intent.ADD_TO_CART, confidence=1.0, language=turn.language)
    text = "\n".join(message.text for message in messages if message.text)
    if not text and messages[-1].choice == UNAVAILABLE:
        return Understanding(intent=Intent.GREET, confidence=1.0, language=turn.language)
    choice = next((message.choice for message in reversed(messages) if message.choice), None)
    if text or choice:
        return reader.read(text, _context(turn, choice))
    if any(message.place for message in messages):
        return Understanding(intent=Intent.GIVE_ADDRESS, confidence=1.0, language=turn.language)
    phone = next((message.contact_phone for message in messages if message.contact_phone), None)
    if phone:
        return Understanding(intent=Intent.GIVE_PHONE, confidence=1.0, phone=phone, language=turn.language)
    seen = any(message.kind is MessageKind.PHOTO for message in messages)
    return Understanding(
        intent=Intent.SEARCH if seen else Intent.UNKNOWN,
        confidence=1.0 if seen else 0.0,
        language=turn.language,
    )


def _context(turn: Turn, choice: str | None) -> ReadingContext:
    asked = turn.conversation.asked
    pending = (
        Pending(
            question=asked.question,
            subject=asked.subject,
            sizes=asked.sizes,
            meanings=tuple(Intent(meaning) for meaning in asked.meanings),
        )
        if asked
        else Pending()
    )
    return ReadingContext(
        pending=pending,
        language=turn.customer.language,
        shown=len(turn.conversation.shown),
        reply_id=choice or "",
    )


def _speaks(messages: Sequence[Inbound]) -> bool:
    return any(message.text and not message.choice and not message.ordered for message in messages)


def _place_words(message: Inbound) -> str:
    place = message.place
    if place is None:
        return ""
    where = f"{place.latitude:.5f}, {place.longitude:.5f}"
    return ", ".join(filter(None, (place.name, place.address, where)))
