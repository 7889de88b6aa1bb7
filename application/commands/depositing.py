"""What is asked of money that came into the boutique's account, by its receipt."""

from dataclasses import dataclass
from datetime import datetime

from application.commands.command import Command
from domain.identity import DepositId, PaymentId
from domain.money import Money


@dataclass(frozen=True, slots=True)
class ReceiveDeposit(Command):
    """Money came, says the neighbour; unless it confirmed that when asked, a person must.

    Shape: `payment` is the one that its reference names, None where it names none. Units: `paid_at` is UTC.
    """

    provider: str
    shortcode: str
    receipt: str
    amount: Money
    reference: str
    payer: str
    paid_at: datetime
    payment: PaymentId | None = None
    is_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class SetDepositAside(Command):
    """Leave money to a person. `suggested` is the payment that it may be for."""

    deposit: DepositId
    reason: str
    suggested: PaymentId | None = None


@dataclass(frozen=True, slots=True)
class ClaimDeposit(Command):
    """Count a deposit for a payment."""

    deposit: DepositId
    payment: PaymentId


@dataclass(frozen=True, slots=True)
class ReturnDeposit(Command):
    """A person gave a deposit back by hand. `note` says how."""

    deposit: DepositId
    returned_by: str
    note: str
