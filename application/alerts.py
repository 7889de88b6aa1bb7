"""Alerts: which facts are worth a buzz, and what then stands on a locked screen."""

from enum import StrEnum
from typing import Final
from uuid import UUID

from application.agent.wording.phrases import Phrase, line, say
from application.ports.alerts import Alert, Device
from application.unit import Unit
from domain.conversation.conversation import Conversation
from domain.conversation.events import HandedToPerson, HandOverReason, MessageKind
from domain.customer.customer import Customer
from domain.deposit.events import DepositSetAside
from domain.fact import Fact
from domain.identity import OrderId
from domain.order.events import OrderPaid
from domain.order.order import Order
from domain.payment.events import (
    EvidenceContradicted,
    MoneyUnallocated,
    PromptUnresolved,
    RefundFailed,
    RefundUncertain,
)
from domain.payment.payment import Payment
from domain.staff.events import Role
from domain.subscription.events import InvoiceIssued
from domain.subscription.subscription import Subscription

LONGEST_PREVIEW: Final = 160
_IN_WORDS: Final = frozenset({MessageKind.TEXT, MessageKind.PHOTO})
SHE_IS_THERE: Final = frozenset({HandOverReason.OWNER_WRITES, HandOverReason.TAKEN_OVER})
"""A person of the shop answers already: nobody needs to be called."""


class AlertKind(StrEnum):
    """What somebody of the shop may want to be buzzed for."""

    ORDER_PAID = "order-paid"
    CHAT_WAITS = "chat-waits"
    PAYMENT_PROBLEM = "payment-problem"
    INVOICE = "invoice"
    """Of Dukani's own, for owners alone."""


def readers_of(kind: AlertKind) -> frozenset[Role]:
    """Who of the shop may know of such news."""
    return frozenset({Role.OWNER} if kind is AlertKind.INVOICE else {Role.OWNER, Role.STAFF})


def alert_for(fact: Fact) -> AlertKind | None:
    """Whether this fact is news that cannot wait for the next look at the page."""
    match fact:
        case OrderPaid():
            return AlertKind.ORDER_PAID
        case HandedToPerson(reason=reason):
            return None if reason in SHE_IS_THERE else AlertKind.CHAT_WAITS
        case (
            PromptUnresolved()
            | EvidenceContradicted()
            | MoneyUnallocated()
            | DepositSetAside()
            | RefundFailed()
            | RefundUncertain()
        ):
            return AlertKind.PAYMENT_PROBLEM
        case InvoiceIssued():
            return AlertKind.INVOICE
        case _:
            return None


def alert_about(kind: AlertKind, subject: UUID, unit: Unit, device: Device) -> Alert:
    """The news as this device may show it, in its owner's language."""
    match kind:
        case AlertKind.ORDER_PAID:
            return _paid(OrderId(subject), unit, device)
        case AlertKind.CHAT_WAITS:
            return _waits(subject, unit, device)
        case AlertKind.PAYMENT_PROBLEM:
            return _problem(subject, unit, device)
        case AlertKind.INVOICE:
            return _billed(subject, unit, device)


def _paid(about: OrderId, unit: Unit, device: Device) -> Alert:
    order = unit.get(Order, about)
    pieces = sum(each.quantity for each in order.lines)
    area = order.placed.delivery_area if order.placed else ""
    title = _say(Phrase.ALERT_PAID, device, number=order.number)
    body = _say(Phrase.ALERT_PAID_TEXT, device, total=order.total, pieces=pieces, area=area)
    return Alert(f"order-{about}", title, body, f"/orders/{about}")


def _waits(about: UUID, unit: Unit, device: Device) -> Alert:
    talk = unit.get(Conversation, about)
    name = unit.open(unit.get(Customer, talk.customer).name) if talk.customer else None
    texts = [unit.open(message.content) for message in talk.messages.values() if message.kind in _IN_WORDS]
    said = next((text for text in reversed(texts) if text), None)
    title, body = _say(Phrase.ALERT_CHAT, device), _say(Phrase.ALERT_CHAT_TEXT, device)
    if not device.private:
        title, body = name or title, _short(said) if said else body
    return Alert(f"chat-{about}", title, body, f"/conversations/{about}")


def _problem(about: UUID, unit: Unit, device: Device) -> Alert:
    order = unit.get(Payment, about).order
    place = f"/orders/{order}" if order else "/money"
    title, body = _say(Phrase.ALERT_PAYMENT, device), _say(Phrase.ALERT_PAYMENT_TEXT, device)
    return Alert(f"payment-{about}", title, body, place)


def _billed(about: UUID, unit: Unit, device: Device) -> Alert:
    invoice = unit.get(Subscription, about).invoices[-1]
    newest, total = invoice.issued, invoice.to_pay
    due = f"{newest.due:%d/%m/%Y}"
    title = _say(Phrase.ALERT_INVOICE, device, number=newest.number)
    body = _say(Phrase.ALERT_INVOICE_TEXT, device, total=total, due=due)
    return Alert(f"invoice-{newest.number}", title, body, "/subscription")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_PREVIEW else f"{flat[: LONGEST_PREVIEW - 1]}…"


def _say(phrase: Phrase, device: Device, **values: object) -> str:
    return say(line(phrase, **values), device.language, device.device)
