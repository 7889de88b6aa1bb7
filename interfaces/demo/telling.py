"""What the shop said in the demo's past: the same phrases as today, sent and read."""

from dataclasses import dataclass

from application.agent.nodes.payment import WHY
from application.agent.paying_ways import NETWORK
from application.agent.wording.phrases import Phrase, line, say
from application.commands import ComposeReply
from application.execute import execute
from application.unit import Unit
from application.ways_to_pay import Way
from domain.conversation.conversation import Conversation
from domain.conversation.events import NoticeKind, NoticeOwed
from domain.conversation.reply import Reply
from domain.identity import ConversationId, MessageId, derive
from domain.language import Language
from domain.money import Money
from domain.order.order import Order

_NEWS = {
    NoticeKind.ORDER_PAID: Phrase.PAID,
    NoticeKind.ORDER_PACKED: Phrase.ORDER_PACKED,
    NoticeKind.ORDER_ON_ITS_WAY: Phrase.ORDER_ON_ITS_WAY,
    NoticeKind.ORDER_DELIVERED: Phrase.ORDER_DELIVERED,
    NoticeKind.ORDER_EXPIRED: Phrase.ORDER_EXPIRED,
    NoticeKind.ORDER_CANCELLED: Phrase.ORDER_CANCELLED_BY_SHOP,
    NoticeKind.REFUND_DUE: Phrase.REFUND_DUE,
    NoticeKind.REFUNDED: Phrase.MONEY_IS_BACK,
}


def told(unit: Unit, talk: ConversationId, language: Language, notice: NoticeOwed) -> None:
    """Tell owed news."""
    order = unit.get(Order, notice.order)
    words = words_of(notice, order.number, order.total, language)
    said(unit, Told(talk, language, notice.key, words, tells=(notice.key,)))


def words_of(notice: NoticeOwed, number: str, total: Money, language: Language) -> str:
    """How the shop tells this news of an order; its money came, or did not, by M-Pesa."""
    phrase = _NEWS.get(notice.kind, Phrase.ORDER_IS_PAID)
    if notice.kind is NoticeKind.PROMPT_FAILED:
        phrase = WHY.get(notice.detail, Phrase.PROMPT_OUR_FAULT)
    values = {"courier": notice.detail, "amount": notice.detail, "network": NETWORK[Way.MPESA]}
    return say(line(phrase, number=number, total=total, **values), language, derive(notice.order, notice.key))


@dataclass(frozen=True, slots=True)
class Told:
    """One reply of the past: where, in which tongue, what about, and what it settles."""

    talk: ConversationId
    language: Language
    about: str
    words: str
    answers: tuple[MessageId, ...] = ()
    tells: tuple[str, ...] = ()


def said(unit: Unit, reply: Told) -> None:
    """One reply of the past, sent and read."""
    talk, reply_id = reply.talk, MessageId(derive(unit.cause.correlation, "reply", reply.about))
    body = Reply(text=reply.words)
    execute(unit, ComposeReply(talk, reply_id, reply.answers, reply.tells, body, reply.language, "past"))
    unit.tell(Conversation, talk, lambda talking: talking.mark_sent(reply_id, f"wamid.past.{reply_id.hex}"))
    unit.tell(Conversation, talk, lambda talking: talking.mark_read(reply_id))
