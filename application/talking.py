"""What is said in a conversation: what was understood, shown, asked, answered and owed."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from application.commands import (
    AdviseSize,
    AskQuestion,
    ComposeReply,
    NeedNoReply,
    NoteModelAnswer,
    NoteNothingFound,
    NotePhotoRejected,
    NotePhotoSeen,
    NoteUnderstanding,
    OweNotice,
    ShowPieces,
    WithholdNotice,
)
from application.inbound import Inbound
from application.unit import Unit
from domain.conversation.conversation import Conversation
from domain.conversation.events import ReplyComposed, StaffReplied
from domain.customer.customer import Customer
from domain.fact import Facts
from domain.identity import ConversationId, CustomerId, MessageId, derive

PERSON_STAYS = timedelta(hours=12)


def note_understanding(command: NoteUnderstanding, unit: Unit) -> None:
    """Keep how messages were understood; words that nobody knows are sealed."""
    customer = unit.get(Conversation, command.conversation).customer
    words = tuple(unit.seal(customer, word) for word in command.unknown_words) if customer else ()
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.understand(
            messages=command.messages,
            intent=command.intent,
            confidence=command.confidence,
            language=command.language,
            brain=command.brain,
            unknown_words=words,
        ),
    )


def note_photo_seen(command: NotePhotoSeen, unit: Unit) -> None:
    """Keep what the eye saw."""
    look = command.look
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.see_photo(
            message=command.message,
            kind=look.kind,
            confidence=look.kind_candidates[0][1] if look.kind_candidates else 0.0,
            colours=tuple(colour for colour, _ in look.colours),
            pattern=look.pattern,
            style=look.style,
            occasion=look.occasion,
            model=look.seen_by or look.model,
        ),
    )


def note_photo_rejected(command: NotePhotoRejected, unit: Unit) -> None:
    """Keep why a photo could not be read."""
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.reject_photo(message=command.message, reason=command.reason),
    )


def show_pieces(command: ShowPieces, unit: Unit) -> None:
    """Put pieces on her screen."""
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.show(
            pieces=command.pieces, by=command.by, relaxed=command.relaxed, wanted=command.wanted
        ),
    )


def note_nothing_found(command: NoteNothingFound, unit: Unit) -> None:
    """Keep what was asked for and was not there."""
    unit.tell(Conversation, command.conversation, lambda talk: talk.find_nothing(command.wanted))


def advise_size(command: AdviseSize, unit: Unit) -> None:
    """Keep which size was advised, and why."""
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.advise_size(product=command.product, size=command.size, reason=command.reason),
    )


def ask_question(command: AskQuestion, unit: Unit) -> None:
    """Wait for an answer to this."""
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.ask(
            question=command.question,
            subject=command.subject,
            sizes=command.sizes,
            meanings=command.meanings,
            quantity=command.quantity,
        ),
    )


def compose_reply(command: ComposeReply, unit: Unit) -> None:
    """Answer, sealed under the customer's key; 24 hours after her last message, as a template."""
    customer = unit.get(Conversation, command.conversation).customer

    def compose(talk: Conversation) -> Facts:
        body = unit.seal(customer or command.conversation, command.reply.model_dump_json())
        return talk.compose(
            reply=command.reply_id,
            answers=command.answers,
            tells=command.tells,
            body=body,
            language=command.language,
            intent=command.intent,
            brain=command.brain,
            as_template=not talk.may_be_written_to(unit.now),
        )

    unit.tell(Conversation, command.conversation, compose)


def note_model_answer(command: NoteModelAnswer, unit: Unit) -> None:
    """Keep what a model was asked and said, its words sealed under the customer's key."""
    customer, call = unit.get(Conversation, command.conversation).customer, command.call
    body = unit.seal(customer, call.said) if customer and call.said else None
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.note_model_answer(
            answer=call.id, messages=command.messages, use=call.use, inputs=call.inputs, body=body
        ),
    )


def need_no_reply(command: NeedNoReply, unit: Unit) -> None:
    """Leave messages without an answer."""
    unit.tell(
        Conversation,
        command.conversation,
        lambda talk: talk.need_no_reply(messages=command.messages, reason=command.reason),
    )


def owe_notice(command: OweNotice, unit: Unit) -> None:
    """Owe her the news in the conversation that is open now; without one there is nobody to tell."""
    window = unit.get(Customer, command.customer).window
    if window is None:
        return
    unit.tell(
        Conversation,
        ConversationId(window),
        lambda talk: talk.owe(key=command.key, kind=command.kind, order=command.order, detail=command.detail),
    )


def withhold_notice(command: WithholdNotice, unit: Unit) -> None:
    """Leave news untold for now."""
    unit.tell(Conversation, command.conversation, lambda talk: talk.withhold(command.key, command.reason))


def conversation_of(customer: CustomerId, messages: Sequence[Inbound], unit: Unit) -> ConversationId | None:
    """The conversation that is open; with a new message, and after 24 hours, a new one.

    None where she has never written, so that there is nobody to talk to.
    """
    known = unit.get(Customer, customer)
    current = known.conversation_at(unit.now)
    if current or not messages:
        return current or known.window
    first = messages[0]
    begun = ConversationId(derive(first.message, "conversation"))
    unit.tell(Customer, customer, lambda met: met.open_window(begun, unit.now))
    unit.tell(
        Conversation,
        begun,
        lambda talk: talk.open(
            customer=customer, channel=first.channel, account=first.account, continues=known.window
        ),
    )
    if known.window:
        _carry_over(known.window, begun, unit)
    return begun


def _carry_over(before: ConversationId, begun: ConversationId, unit: Unit) -> None:
    """News that waited for her to write is owed again. Whoever was with a person stays with her, unless that
    talk has long gone cold.
    """
    left = unit.get(Conversation, before)
    for news in (*left.owed, *left.left_untold):
        owe = partial(Conversation.owe, key=news.key, kind=news.kind, order=news.order, detail=news.detail)
        unit.tell(Conversation, begun, owe)
    reason, last = left.person_has_it, left.last_customer_message_at
    if reason and last and unit.now - last < PERSON_STAYS:
        unit.tell(Conversation, begun, lambda talk: talk.hand_to_person(reason))


def said_as(unit: Unit, talk: ConversationId, reply: MessageId) -> ReplyComposed | StaffReplied | None:
    """The fact by which a reply was said; None for one that nobody said."""
    said = (f for f in unit.story(Conversation, talk) if isinstance(f, ReplyComposed | StaffReplied))
    return next((fact for fact in said if fact.reply == reply), None)
