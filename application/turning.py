"""What the shop recalls when a turn begins: the aggregates, and the customer's own values opened for it."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import timedelta
from typing import Final

from pydantic import ValidationError

from application.agent.state import Person, Turn
from application.commands import NeedNoReply
from application.delivery import DeliveryAddress
from application.execute import execute
from application.inbound import WHATSAPPS_OWN, Inbound
from application.ordering import number_of
from application.shopping import cart_of
from application.understanding import Understanding
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.cart.cart import Cart
from domain.conversation.conversation import Conversation
from domain.conversation.events import WINDOW_CLOSED, MessageKind
from domain.customer.customer import Customer
from domain.customer.events import IdentifierKind
from domain.identity import ConversationId, CustomerId, MessageId, OrderId
from domain.language import Language
from domain.order.order import Order
from domain.payment.payment import Payment

_MUTE: Final = {MessageKind.REACTION: "a reaction", MessageKind.DELETION: "a deletion"}
_UNDONE: Final = {MessageKind.EDIT: "changed by her", MessageKind.DELETION: "taken back by her"}

TOO_OLD = timedelta(days=7)
"""A message that WhatsApp brings so late is kept but not answered."""


def recall(
    unit: Unit, customer: CustomerId, talk: ConversationId, reply: MessageId, about: OrderId | None = None
) -> Turn:
    """All that the graph may know; `about` is the order of a notice, else her latest one counts."""
    known, cart = unit.get(Customer, customer), unit.get(Cart, cart_of(customer))
    boutique = unit.get(Boutique, unit.boutique)
    order_id = about or cart.last_order or _ordered_before(known, unit)
    order = unit.get(Order, order_id) if order_id else None
    language = boutique.answer_to(known.language or (boutique.languages or (Language.EN,))[0])
    return Turn(
        boutique_id=unit.boutique,
        conversation_id=talk,
        customer_id=customer,
        reply_id=reply,
        now=unit.now,
        boutique=boutique,
        customer=known,
        conversation=unit.get(Conversation, talk),
        cart=cart,
        person=_person(known, unit),
        understanding=Understanding(language=language),
        language=language,
        order_id=order_id,
        order=order,
        payment=unit.get(Payment, order.payment) if order and order.payment else None,
    )


def about_the_order_named(turn: Turn, unit: Unit) -> Turn:
    """The turn about the order whose number she wrote, if that is one of hers; else as it was."""
    number = turn.understanding.order_number
    hers = (turn.order_id, *turn.customer.purchases)
    named = next((each for each in hers if each and number == number_of(each)), None)
    if named is None or named == turn.order_id:
        return turn
    order = unit.get(Order, named)
    payment = unit.get(Payment, order.payment) if order.payment else None
    return replace(turn, order_id=named, order=order, payment=payment)


def _ordered_before(known: Customer, unit: Unit) -> OrderId | None:
    """What she ordered when the shop still knew her under another record."""
    carts = (unit.get(Cart, cart_of(other)) for other in sorted(known.merged))
    return next((cart.last_order for cart in carts if cart.last_order), None)


def _person(known: Customer, unit: Unit) -> Person:
    return Person(
        name=unit.open(known.name),
        phone=unit.open(known.identifier(IdentifierKind.PHONE)),
        paying_number=unit.open(known.paying_number),
        address=_address(unit.open(known.address)),
    )


def _address(written: str | None) -> DeliveryAddress | None:
    if written is None:
        return None
    try:
        return DeliveryAddress.model_validate_json(written)
    except ValidationError:
        return DeliveryAddress(words=written[:500])


def answerable(talk: ConversationId, messages: Sequence[Inbound], unit: Unit) -> tuple[Inbound, ...]:
    """The messages that the agent should answer; the others get their outcome here, with its reason."""
    conversation = unit.get(Conversation, talk)
    open_ids = {received.message for received in conversation.unanswered}
    mute: dict[str, list[MessageId]] = {}
    answer: list[Inbound] = []
    fresh = [message for message in messages if message.message in open_ids]
    for message in fresh:
        reason = _why_not(message, conversation, unit) or _undone(message, fresh)
        if reason:
            mute.setdefault(reason, []).append(message.message)
        else:
            answer.append(_without_late_words(message, conversation, open_ids))
    for reason, ids in mute.items():
        execute(unit, NeedNoReply(talk, tuple(ids), reason))
    return tuple(answer)


def _undone(message: Inbound, fresh: Sequence[Inbound]) -> str | None:
    """Why a message is not what she says any more: she changed it or took it back before it was answered."""
    edit = message.kind is MessageKind.EDIT
    original = message.replies_to if edit else message.provider_id
    others = fresh[fresh.index(message) + 1 :] if edit else fresh
    for each in others:
        if each.replies_to == original and (each.text or each.kind is MessageKind.DELETION):
            reason = _UNDONE.get(each.kind)
            if reason:
                return reason
    return None


def _without_late_words(message: Inbound, conversation: Conversation, open_ids: Set[MessageId]) -> Inbound:
    """An edit of what was answered already is not acted on: what she said first may be done. She is told."""
    if message.kind is not MessageKind.EDIT:
        return message
    known = {each.provider_id: each.message for each in conversation.messages.values()}
    original = known.get(message.replies_to or "")
    return replace(message, text=None) if original and original not in open_ids else message


def _why_not(message: Inbound, conversation: Conversation, unit: Unit) -> str | None:
    if conversation.handed_over:
        return "a person answers"
    if (message.choice or "").startswith(WHATSAPPS_OWN):
        return "a notice of WhatsApp"
    if message.kind in _MUTE:
        return _MUTE[message.kind]
    if unit.now - message.sent_at > TOO_OLD:
        return "too old"
    return None if conversation.may_be_written_to(unit.now) else WINDOW_CLOSED
