"""What waits for a person now, one thing to do for each."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from interfaces.http.schemas.answers import Amount, Answer
from interfaces.http.schemas.orders import OrderRow
from interfaces.http.schemas.people import CustomerCard


class NeedKind(StrEnum):
    """What is to be done."""

    ANSWER = "answer"
    CHECK_PAYMENT = "check-payment"
    PACK = "pack"
    REFUND = "refund"
    """No refund is under way, or it failed: it goes by hand."""
    APPROVE_REFUND = "approve-refund"
    CHECK_REFUND = "check-refund"
    """Nobody can say whether the money went back."""
    CLAIM_MONEY = "claim-money"
    """It came, and names no order that it pays."""
    HAND_OVER = "hand-over"
    PAY_INVOICE = "pay-invoice"
    """Dukani's own, for owners; `reason` is its number."""


class Need(Answer):
    """Something that waits. It is about an order, a chat, an invoice, or money of nobody knows whom.

    `amount` is the money that came, should go back, or is owed; `due` is when it is.
    """

    kind: NeedKind
    since: datetime
    customer: CustomerCard | None
    order: OrderRow | None
    conversation: UUID | None
    reason: str | None
    amount: Amount | None = None
    due: date | None = None


class Needs(Answer):
    """What waits, the most pressing first; a few of each kind, who has waited longest before others."""

    needs: list[Need]
