"""Money that no prompt brought, made up for a boutique's life."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from uuid import UUID

from domain.deposit.events import DepositClaimed, DepositReceived, DepositReturned, DepositSetAside
from domain.fact import Fact
from domain.identity import PaymentId
from domain.money import Money
from domain.sealed import Sealed


def arrival(chance: Random, seal: Callable[[str], Sealed]) -> tuple[Fact, ...]:
    """It comes, is set aside, and may end with an order or go back."""
    came = DepositReceived(
        provider="daraja",
        shortcode="600999",
        receipt=f"Q{chance.getrandbits(32):08X}",
        amount=Money.shillings(chance.randint(1, 5_000)),
        reference=seal("invoice 8"),
        payer=seal("2547****149"),
        paid_at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    )
    aside = DepositSetAside(reason="unknown-reference", suggested=None)
    order = PaymentId(UUID(int=chance.getrandbits(128), version=4))
    ends: list[Fact] = [DepositClaimed(payment=order), DepositReturned(returned_by="owner", note="by phone")]
    return (came, aside, *chance.sample(ends, chance.randint(0, 1)))
