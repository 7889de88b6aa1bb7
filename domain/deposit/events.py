"""What happens to a deposit: money in the boutique's own account, known by its receipt."""

from datetime import datetime
from typing import ClassVar

from domain.fact import Fact
from domain.identity import PaymentId
from domain.money import Money
from domain.sealed import Sealed


class DepositReceived(Fact):
    """Money came into the boutique's account, paid by hand or by a prompt.

    `reference` and `payer` are what the payer typed and who it was. Units: `paid_at` is UTC.
    """

    TOPIC: ClassVar = "deposit-received.v1"
    provider: str
    shortcode: str
    receipt: str
    amount: Money
    reference: Sealed
    payer: Sealed
    paid_at: datetime


class DepositClaimed(Fact):
    """The money is this payment's. A receipt is claimed once."""

    TOPIC: ClassVar = "deposit-claimed.v1"
    payment: PaymentId


class DepositSetAside(Fact):
    """Nobody knows whose money it is, so a person decides. `suggested` is the payment it may be for."""

    TOPIC: ClassVar = "deposit-set-aside.v1"
    reason: str
    suggested: PaymentId | None = None


class DepositReturned(Fact):
    """A person gave the money back, outside of the shop's system. `note` says how."""

    TOPIC: ClassVar = "deposit-returned.v1"
    returned_by: str
    note: str
