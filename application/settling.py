"""Settling: what became of each item that was accepted, read off the facts of its conversation."""

from collections.abc import Iterable, Sequence

from application.inbound import DeliveryState, DeliveryStatus, Inbound, InboxItem
from application.unit import Unit
from domain.conversation.conversation import Conversation
from domain.conversation.events import WINDOW_CLOSED, HandedToPerson, NoReplyNeeded, ReplyComposed
from domain.fact import Fact
from domain.identity import ConversationId, MessageId
from domain.news.news import News

UNKNOWN_SENDER = "no reply: she has never written"


def outcomes(talk: ConversationId | None, items: Sequence[InboxItem], unit: Unit) -> list[tuple[str, str]]:
    """Each item's one outcome, as pairs of provider id and outcome."""
    ends = _ends(unit.story(Conversation, talk)) if talk else {}
    return [
        (item.provider_id, ends.get(item.message, UNKNOWN_SENDER) if isinstance(item, Inbound) else "noted")
        for item in items
    ]


def _ends(story: Iterable[Fact]) -> dict[MessageId, str]:
    ends: dict[MessageId, str] = {}
    for fact in story:
        match fact:
            case ReplyComposed(answers=messages, reply=reply):
                end = f"answered: {reply}"
            case NoReplyNeeded(messages=messages, reason=reason):
                end = f"no reply: {reason}"
            case HandedToPerson(messages=messages):
                end = "handed to a person"
            case _:
                continue
        for message in messages:
            ends.setdefault(message, end)
    return ends


def note(talk: ConversationId, status: DeliveryStatus, unit: Unit) -> None:
    """How far one of our messages has come; it may be the first that we hear of it.

    A status may speak of the conversation before this one: people read in the morning what came at night.
    """
    said_in = _conversation_of(talk, status, unit)
    if said_in is None or status.reply is None:
        note_news(status, unit)
        return
    reply = MessageId(status.reply)
    if status.part and status.state is not DeliveryState.FAILED:
        unit.tell(Conversation, said_in, lambda said: said.mark_part_sent(reply, status.part, status.about))
        return
    unit.tell(Conversation, said_in, lambda said: said.mark_sent(reply, status.about))
    _price(said_in, reply, status, unit)
    match status.state:
        case DeliveryState.DELIVERED:
            unit.tell(Conversation, said_in, lambda said: said.mark_delivered(reply))
        case DeliveryState.READ:
            unit.tell(Conversation, said_in, lambda said: said.mark_read(reply))
        case DeliveryState.FAILED:
            code = WINDOW_CLOSED if status.window_closed else status.code or "unknown"
            reason = status.reason or ""
            unit.tell(Conversation, said_in, lambda said: said.mark_failed(reply, code, reason))
        case DeliveryState.SENT:
            pass


def note_news(status: DeliveryStatus, unit: Unit) -> None:
    """What a message to the owner's own phone is billed as, and that it came. Others change nothing."""
    if status.reply is None:
        return
    news, category, billing = status.reply, status.category, status.billing or ""
    if category is not None:
        unit.tell(News, news, lambda told: told.mark_priced(category, billing))
    if status.state in (DeliveryState.DELIVERED, DeliveryState.READ):
        unit.tell(News, news, lambda told: told.mark_delivered())


def _price(talk: ConversationId, reply: MessageId, status: DeliveryStatus, unit: Unit) -> None:
    """Keep what the message is billed as, from whichever of its statuses says so first."""
    category, billing = status.category, status.billing or ""
    if category is None:
        return
    account = status.account
    unit.tell(
        Conversation,
        talk,
        lambda said: said.mark_priced(reply, account=account, category=category, billing=billing),
    )


def _conversation_of(talk: ConversationId, status: DeliveryStatus, unit: Unit) -> ConversationId | None:
    current = unit.get(Conversation, talk)
    if status.reply in current.replies:
        return talk
    before = current.opened.continues if current.opened else None
    return before if before and status.reply in unit.get(Conversation, before).replies else None
