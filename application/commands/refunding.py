"""What is asked of money that goes back."""

from dataclasses import dataclass

from application.commands.command import Command
from domain.identity import OrderId, PaymentId
from domain.money import Money


@dataclass(frozen=True, slots=True)
class OweRefund(Command):
    """Decide that an order's money goes back; with `keeps_order` what came on top of it."""

    order: OrderId
    amount: Money
    reason: str
    keeps_order: bool = False


@dataclass(frozen=True, slots=True)
class RequestRefund(Command):
    """Wish that a payment's money goes back. `receipt` None means the money that settled it.

    `debt` counts what the order owes of its own, 1, 2, 3…: two pieces of one price are two debts.
    """

    payment: PaymentId
    amount: Money
    requested_by: str
    reason: str
    receipt: str | None = None
    debt: int | None = None


@dataclass(frozen=True, slots=True)
class ApproveRefund(Command):
    """A person promises the money back."""

    payment: PaymentId
    refund: int
    approved_by: str


@dataclass(frozen=True, slots=True)
class DeclineRefund(Command):
    """A person keeps the money."""

    payment: PaymentId
    refund: int
    declined_by: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AskRefundAgain(Command):
    """Wish anew for money that a person kept."""

    payment: PaymentId
    refund: int
    requested_by: str


@dataclass(frozen=True, slots=True)
class AcceptRefund(Command):
    """The neighbour took the refund."""

    payment: PaymentId
    refund: int
    reference: str


@dataclass(frozen=True, slots=True)
class DoubtRefund(Command):
    """Nobody knows whether the refund was sent."""

    payment: PaymentId
    refund: int
    reason: str


@dataclass(frozen=True, slots=True)
class FailRefund(Command):
    """The refund surely moved nothing."""

    payment: PaymentId
    refund: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordRefund(Command):
    """The money went back, by the neighbour or by hand."""

    payment: PaymentId
    refund: int
    reference: str


@dataclass(frozen=True, slots=True)
class NoteRefundDeclined(Command):
    """An order's money stays. `owed_for` is why it was due, `reason` why it stays."""

    order: OrderId
    refund: int
    amount: Money
    owed_for: str
    declined_by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NoteRefunded(Command):
    """An order's money went back."""

    order: OrderId
    amount: Money
    reference: str
