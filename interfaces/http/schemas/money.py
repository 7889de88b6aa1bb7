"""Money that waits for a person, and money that goes back."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from interfaces.http.schemas.answers import Amount, Answer


class OrderName(Answer):
    """An order, as people call it."""

    id: UUID
    number: str


class WaitingDeposit(Answer):
    """Money in the account that belongs to no order yet. `suggested` is the order that it may be for."""

    id: UUID
    amount: Amount
    receipt: str
    reason: str
    reference: str | None
    payer: str | None
    paid_at: datetime
    suggested: OrderName | None


class MoneyBeside(Answer):
    """Money that came for an order and settles nothing of it."""

    payment: UUID
    order: OrderName | None
    amount: Amount
    receipt: str
    reason: str
    at: datetime


class RefundState(StrEnum):
    """How far a refund came."""

    REQUESTED = "requested"
    APPROVED = "approved"
    ON_ITS_WAY = "on-its-way"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


class OpenRefund(Answer):
    """Money that should go back and did not yet. `trouble` is why it failed or is in doubt.

    `trouble_code` is the provider's own, for which the page has words, and `trouble` what it says itself.
    """

    payment: UUID
    refund: int
    order: OrderName | None
    amount: Amount
    reason: str
    state: RefundState
    trouble_code: str | None
    trouble: str | None
    at: datetime


class WaitingMoney(Answer):
    """All money that waits for somebody."""

    deposits: list[WaitingDeposit]
    beside: list[MoneyBeside]
    refunds: list[OpenRefund]


class DepositClaim(BaseModel):
    """Whose money it is, by the order's number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    order: Annotated[str, Field(min_length=1, max_length=40)]


class DepositReturn(BaseModel):
    """How it was given back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    note: Annotated[str, Field(min_length=1, max_length=200)]


class RefundWish(BaseModel):
    """What should go back. Without `receipt` it is of the money that settled the payment. Units: cents."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    payment: UUID
    cents: Annotated[int, Field(gt=0, le=100_000_000_00)]
    reason: Annotated[str, Field(min_length=1, max_length=200)]
    receipt: Annotated[str | None, Field(max_length=60)] = None


class RefundKept(BaseModel):
    """Why the money stays."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    reason: Annotated[str, Field(min_length=1, max_length=200)]


class RefundDone(BaseModel):
    """What shows that the money went back, such as the receipt of M-Pesa's own menu."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reference: Annotated[str, Field(min_length=1, max_length=60)]
