"""The demo's past: each old order is lived through by the same commands as a new one, at its own times."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from uuid import UUID

from application.commands import (
    AcceptPrompt,
    AddToCart,
    CancelOrder,
    Command,
    DeliverOrder,
    ExpireOrder,
    FailPrompt,
    HandToCourier,
    NoteOwnerTold,
    PackOrder,
    PlaceOrder,
    ReceiveMoney,
    ShowPieces,
)
from application.customers import meet
from application.delivery import DeliveryAddress
from application.execute import execute
from application.hearing import taken_in
from application.inbound import Inbound, Sender, customer_of
from application.ordering import payment_of
from application.talking import conversation_of
from application.unit import Unit, Units
from domain.conversation.conversation import Conversation
from domain.conversation.events import MessageKind
from domain.conversation.screen import ShownPiece
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, OrderId, derive
from domain.language import Language
from domain.money import Money
from domain.order.events import CancelReason
from domain.order.order import Order
from domain.payment.events import MoneySource
from interfaces.composition import House
from interfaces.demo.catalogue import Boutique, Outcome, PastOrder
from interfaces.demo.ids import product_of, variant_of
from interfaces.demo.telling import Told, said, told
from interfaces.sandbox.world import PEOPLE, bsuid_of
from interfaces.whatsapp.payload import CHANNEL

EAT = timezone(timedelta(hours=3))
ASKED = {Language.EN: "Hi, do you have this one?", Language.SW: "Habari, mko na hii?"}
ANSWERED = {Language.EN: "Yes, we do. Here it is.", Language.SW: "Ndiyo, tunayo. Hii hapa."}
PROMPT_LIVES = timedelta(seconds=40)
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Story:
    """One old order as it is being lived."""

    unit: Unit
    boutique: BoutiqueId
    demo: Boutique
    order: PastOrder
    customer: CustomerId
    talk: ConversationId
    language: Language
    phone: str
    now: datetime

    @property
    def order_id(self) -> OrderId:
        """The order's id, the same at each seeding."""
        return OrderId(derive(self.unit.cause.correlation, "order"))

    def at(self, after: timedelta, *commands: Command) -> bool:
        """Carry commands out so long after what came before, unless that is still to come; its success."""
        if self.unit.now + after > self.now:
            return False
        self.unit.now += after
        execute(self.unit, *commands)
        self._tell()
        return True

    def _tell(self) -> None:
        """Every piece of news is told at once."""
        for notice in self.unit.get(Conversation, self.talk).owed:
            told(self.unit, self.talk, self.language, notice)


def play_past(
    home: House, units: Units, boutique: BoutiqueId, demo: Boutique, order: PastOrder, number: int
) -> None:
    """Live one old order through, unless it was, or its time is still to come."""
    now = home.clock.now()
    began = _time(now, order)
    about = derive(boutique, "past", number)
    unit = units.open(boutique, Cause(Actor.CUSTOMER, derive(about, "turn"), about))
    if began > now - timedelta(hours=1) or unit.get(Order, OrderId(derive(about, "order"))).is_placed:
        return
    unit.now = began
    sender = _sender(demo, order)
    customer = customer_of(home.secret("lanes"), boutique, CHANNEL, sender)
    language = Language(demo.personas[order.persona].language)
    inbound = _asking(demo, about, sender, began, language)
    meet(customer, inbound, unit)
    talk = conversation_of(customer, (inbound,), unit)
    if talk is None:
        return
    taken_in(talk, customer, inbound, None, unit)
    phone = sender.phone or demo.personas[order.persona].phone
    _live(Story(unit, boutique, demo, order, customer, talk, language, phone, now), inbound.message)
    unit.commit()


def _live(story: Story, asked: MessageId) -> None:
    order, unit = story.order, story.unit
    items = [(item, story.demo.piece(item.sku)) for item in order.items]
    shown = tuple(
        ShownPiece(
            rank=rank, product=product_of(story.boutique, i.sku), score=1.0, price=Money(cents=p.price)
        )
        for rank, (i, p) in enumerate(items, start=1)
    )
    story.at(timedelta(seconds=2 + order.minute % 5), ShowPieces(story.talk, shown, "words"))
    answered = ANSWERED[story.language]
    said(unit, Told(story.talk, story.language, "shown", answered, answers=(asked,)))
    added = [
        AddToCart(
            story.customer,
            product_of(story.boutique, item.sku),
            variant_of(story.boutique, item.sku, item.size),
            item.quantity,
        )
        for item, _ in items
    ]
    story.at(timedelta(minutes=2), *added)
    address = DeliveryAddress(words=f"{order.landmark}, {order.area}", area=order.area)
    placed = PlaceOrder(
        order=story.order_id,
        customer=story.customer,
        conversation=story.talk,
        address=address,
        paying_number=story.phone,
        pay_until=unit.now + timedelta(minutes=33),
    )
    if story.at(timedelta(minutes=3), placed):
        _ENDS[order.outcome](story)


def _paid(story: Story) -> bool:
    payment = payment_of(story.order_id)
    checkout = f"ws_CO_{story.order_id.hex[:24]}"
    story.at(timedelta(seconds=2), AcceptPrompt(payment, 1, checkout, f"m-{story.order_id.hex[:12]}"))
    received = ReceiveMoney(payment, 1, None, _receipt(story), MoneySource.CALLBACK)
    return story.at(PROMPT_LIVES, received, NoteOwnerTold(story.order_id, "wamid.past"))


def _delivered(story: Story) -> None:
    order = story.order_id
    if (
        _paid(story)
        and story.at(timedelta(hours=3), PackOrder(order))
        and story.at(timedelta(hours=4), HandToCourier(order, "Rider", None))
    ):
        story.at(timedelta(hours=20), DeliverOrder(order))


def _cancelled(story: Story) -> None:
    _unpaid(story, "1032", "Request cancelled by user")
    story.at(timedelta(minutes=1), CancelOrder(story.order_id, CancelReason.CUSTOMER))


def _expired(story: Story) -> None:
    _unpaid(story, "1037", "DS timeout user cannot be reached")
    story.at(timedelta(minutes=35), ExpireOrder(story.order_id))


def _refused(story: Story) -> None:
    _unpaid(story, "2001", "The initiator information is invalid.")
    story.at(timedelta(minutes=35), ExpireOrder(story.order_id))


def _unpaid(story: Story, code: str, reason: str) -> None:
    payment = payment_of(story.order_id)
    checkout = f"ws_CO_{story.order_id.hex[:24]}"
    story.at(timedelta(seconds=2), AcceptPrompt(payment, 1, checkout, f"m-{story.order_id.hex[:12]}"))
    story.at(PROMPT_LIVES, FailPrompt(payment, 1, code, reason, MoneySource.CALLBACK))


def _refunded(story: Story) -> None:
    _delivered(story)
    unit, order = story.unit, story.order_id
    total = unit.get(Order, order).total
    if unit.now + timedelta(hours=30) > story.now:
        return
    unit.now += timedelta(hours=30)
    unit.tell(Order, order, lambda done: done.refund_due(amount=total, reason="it did not fit"))
    unit.tell(Order, order, lambda done: done.refund(amount=total, reference=f"R{_receipt(story)[1:]}"))
    story.at(timedelta(0))


_ENDS: dict[Outcome, Callable[[Story], None]] = {
    Outcome.DELIVERED: _delivered,
    Outcome.CANCELLED: _cancelled,
    Outcome.EXPIRED: _expired,
    Outcome.PIN_REFUSED: _refused,
    Outcome.REFUNDED: _refunded,
}


def _time(now: datetime, order: PastOrder) -> datetime:
    day = now.astimezone(EAT) - timedelta(days=order.days_ago)
    return day.replace(hour=order.hour, minute=order.minute, second=7, microsecond=0)


def _sender(demo: Boutique, order: PastOrder) -> Sender:
    """Some of the old customers are the people whose phones lie in the sandbox."""
    account, persona = demo.profile.whatsapp.phone_number_id, demo.personas[order.persona]
    men = [each for each in demo.personas if each.man]
    women = [each for each in demo.personas if not each.man]
    living = dict(
        zip([each.name for each in (*women[:2], *men[:1])], ("amina", "grace", "brian"), strict=False)
    )
    person = next((each for each in PEOPLE if each.id == living.get(persona.name)), None)
    if person is None:
        return Sender(f"KE.{UUID(int=order.persona).int:017d}9", persona.phone, None, persona.name)
    return Sender(bsuid_of(account, person), person.phone, None, person.name)


def _asking(demo: Boutique, about: UUID, sender: Sender, began: datetime, language: Language) -> Inbound:
    return Inbound(
        message=MessageId(derive(about, "message")),
        provider_id=f"wamid.past.{about.hex}",
        channel=CHANNEL,
        account=demo.profile.whatsapp.phone_number_id,
        sender=sender,
        kind=MessageKind.TEXT,
        sent_at=began - timedelta(seconds=1),
        text=ASKED[language],
    )


def _receipt(story: Story) -> str:
    """A receipt as M-Pesa writes them: year, month and day, then seven signs."""
    day = story.unit.now.astimezone(EAT)
    rest, code = story.order_id.int, ""
    for _ in range(7):
        rest, digit = divmod(rest, len(LETTERS))
        code += LETTERS[digit]
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return f"{chr(ord('A') + day.year - 2006)}{chr(ord('A') + day.month - 1)}{signs[day.day]}{code}"
