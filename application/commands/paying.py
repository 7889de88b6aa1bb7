"""What is asked of a payment."""

from dataclasses import dataclass

from application.commands.command import Command
from application.ways_to_pay import Way
from domain.identity import PaymentId
from domain.money import Money
from domain.payment.events import MoneySource


@dataclass(frozen=True, slots=True)
class StartPrompt(Command):
    """Ask her phone for the money of an order, again or for the first time.

    `way` is how she wants to pay; None where her number decides.
    """

    payment: PaymentId
    paying_number: str
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class AcceptPrompt(Command):
    """The neighbour took the prompt."""

    payment: PaymentId
    attempt: int
    checkout_id: str
    merchant_request_id: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class RefusePrompt(Command):
    """The prompt was surely not sent."""

    payment: PaymentId
    attempt: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class DoubtPrompt(Command):
    """Nobody knows whether the prompt was sent."""

    payment: PaymentId
    attempt: int
    reason: str


@dataclass(frozen=True, slots=True)
class FailPrompt(Command):
    """The neighbour says that no money moved."""

    payment: PaymentId
    attempt: int
    code: str
    reason: str
    source: MoneySource


@dataclass(frozen=True, slots=True)
class GiveUpWaiting(Command):
    """No evidence came in all the time it could."""

    payment: PaymentId
    attempt: int


@dataclass(frozen=True, slots=True)
class ReceiveMoney(Command):
    """Evidence says that money came."""

    payment: PaymentId
    attempt: int
    amount: Money | None
    receipt: str | None
    source: MoneySource


@dataclass(frozen=True, slots=True)
class CancelPayment(Command):
    """The order does not want the money any more."""

    payment: PaymentId
    reason: str
