"""The deposit: one receipt of one account, and where its money went. A receipt is never counted twice."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Self

from domain.deposit.events import DepositClaimed, DepositReceived, DepositReturned, DepositSetAside
from domain.deposit.refusals import (
    DepositDiffers,
    DepositIsClaimed,
    DepositIsReturned,
    DepositIsUnknown,
    PersonIsMissing,
)
from domain.fact import Fact, Facts
from domain.identity import PaymentId
from domain.money import Money
from domain.sealed import Sealed

__all__ = [
    "Deposit",
    "DepositDiffers",
    "DepositIsClaimed",
    "DepositIsReturned",
    "DepositIsUnknown",
    "PersonIsMissing",
]


@dataclass(frozen=True, slots=True)
class Deposit:
    """Money in the boutique's account. A claim may come before the money's own news."""

    KIND: ClassVar[str] = "deposit"

    received: DepositReceived | None = None
    payment: PaymentId | None = None
    set_aside: DepositSetAside | None = None
    is_returned: bool = False

    @property
    def is_unallocated(self) -> bool:
        """Whether the money waits for a person."""
        return self.set_aside is not None and self.payment is None and not self.is_returned

    def is_free_for(self, payment: PaymentId) -> bool:
        """Whether this payment may count the money."""
        return self.payment in (None, payment) and not self.is_returned

    def evolve(self, fact: Fact) -> Self:
        """The deposit after this fact."""
        match fact:
            case DepositReceived():
                return replace(self, received=fact)
            case DepositClaimed():
                return replace(self, payment=fact.payment)
            case DepositSetAside():
                return replace(self, set_aside=fact)
            case DepositReturned():
                return replace(self, is_returned=True)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a deposit")

    def receive(  # noqa: PLR0913 — one keyword for each value that the fact keeps
        self,
        *,
        provider: str,
        shortcode: str,
        receipt: str,
        amount: Money,
        reference: Sealed,
        payer: Sealed,
        paid_at: datetime,
    ) -> Facts:
        """Learn that the money came. Nothing new: that is known.

        Raises: DepositDiffers.
        """
        if self.received:
            if self.received.amount != amount:
                raise DepositDiffers(f"{receipt} brought {self.received.amount}")
            return ()
        came = DepositReceived(
            provider=provider,
            shortcode=shortcode,
            receipt=receipt,
            amount=amount,
            reference=reference,
            payer=payer,
            paid_at=paid_at,
        )
        return (came,)

    def claim(self, payment: PaymentId) -> Facts:
        """Count the money for a payment. Nothing new: it is that payment's.

        Raises: DepositIsClaimed, DepositIsReturned.
        """
        if self.payment == payment:
            return ()
        if self.payment:
            raise DepositIsClaimed(f"it is payment {self.payment}'s")
        if self.is_returned:
            raise DepositIsReturned("the money went back")
        return (DepositClaimed(payment=payment),)

    def put_aside(self, reason: str, suggested: PaymentId | None = None) -> Facts:
        """Leave it to a person whose money it is. Nothing new: it is decided, or left already.

        Raises: DepositIsUnknown.
        """
        self._must_be_received()
        if self.payment or self.is_returned or self.set_aside:
            return ()
        return (DepositSetAside(reason=reason, suggested=suggested),)

    def give_back(self, *, returned_by: str, note: str) -> Facts:
        """Note that a person gave the money back. Nothing new: it went back.

        Raises: DepositIsUnknown, PersonIsMissing, DepositIsClaimed.
        """
        self._must_be_received()
        if self.is_returned:
            return ()
        if not returned_by.strip():
            raise PersonIsMissing("somebody gave it back")
        if self.payment:
            raise DepositIsClaimed("what a payment counts goes back by a refund")
        return (DepositReturned(returned_by=returned_by, note=note),)

    def _must_be_received(self) -> None:
        if self.received is None:
            raise DepositIsUnknown("nobody has seen this money")
