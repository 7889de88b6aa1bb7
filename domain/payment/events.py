"""What happens to a payment: one request, many attempts, at most one of them live."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from domain.fact import Fact
from domain.identity import CustomerId, OrderId
from domain.money import Money
from domain.sealed import Sealed


class MoneySource(StrEnum):
    """Which evidence says that money came."""

    CALLBACK = "callback"
    QUERY = "query"
    DEPOSIT = "deposit"
    PERSON = "person"


class Payee(BaseModel):
    """An account of the boutique's own that money goes to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    provider: str
    shortcode: str
    is_till: bool = False
    store_number: str | None = None


class PaymentRequested(Fact):
    """An order wants this amount, into the boutique's own account."""

    TOPIC: ClassVar = "payment-requested.v1"
    order: OrderId
    customer: CustomerId
    amount: Money
    provider: str
    shortcode: str
    is_till: bool
    store_number: str | None = None
    reference: str
    paying_number: Sealed


class PromptStarted(Fact):
    """A phone is about to be asked. Recorded before the call, so that a crash is never taken for silence.

    `amount` is said where a part of the money is there already, and the rest is asked for; `payee` where she
    pays this time into another of the boutique's accounts than the one the order was placed with.
    """

    TOPIC: ClassVar = "payment-prompt-started.v1"
    attempt: int = Field(ge=1)
    paying_number: Sealed
    started_at: datetime | None = None
    amount: Money | None = None
    payee: Payee | None = None


class PromptAccepted(Fact):
    """The neighbour took the prompt: the phone rings, nothing is paid yet.

    `page` is the address at which she pays by card, where no phone rings.
    """

    TOPIC: ClassVar = "payment-prompt-accepted.v1"
    attempt: int
    checkout_id: str
    merchant_request_id: str
    page: str | None = None


class PromptRefused(Fact):
    """The prompt was surely not sent."""

    TOPIC: ClassVar = "payment-prompt-refused.v1"
    attempt: int
    code: str
    reason: str


class PromptUncertain(Fact):
    """The answer was lost: the phone may be ringing. Only evidence can tell."""

    TOPIC: ClassVar = "payment-prompt-uncertain.v1"
    attempt: int
    reason: str


class PromptFailed(Fact):
    """The neighbour says that this attempt moved no money, and why."""

    TOPIC: ClassVar = "payment-prompt-failed.v1"
    attempt: int
    code: str
    reason: str
    source: MoneySource


class PromptUnresolved(Fact):
    """No evidence came in all the time it could; a person looks, and she may try again."""

    TOPIC: ClassVar = "payment-prompt-unresolved.v1"
    attempt: int


class MoneyReceived(Fact):
    """Money for this payment came in. A success never reverts. `attempt` is 0 when she paid by hand."""

    TOPIC: ClassVar = "payment-money-received.v1"
    attempt: int
    amount: Money
    receipt: str | None
    source: MoneySource


class ReceiptLearned(Fact):
    """The receipt of money already received became known, or by which attempt a receipt came.

    `guessed` when they were matched by the amount only; the attempt's own callback knows better.
    """

    TOPIC: ClassVar = "payment-receipt-learned.v1"
    attempt: int
    receipt: str
    guessed: bool = False


class PaymentCompleted(Fact):
    """The whole amount is there."""

    TOPIC: ClassVar = "payment-completed.v1"
    order: OrderId
    amount: Money
    receipt: str | None


class MoneyUnallocated(Fact):
    """Money or a claim of it that settles nothing: the amount, the shop or the time is not right.

    `attempt` is the prompt that brought it; None when she paid by hand.
    """

    TOPIC: ClassVar = "payment-money-unallocated.v1"
    amount: Money
    receipt: str | None
    reason: str
    attempt: int | None = None


class EvidenceContradicted(Fact):
    """Evidence came that does not fit what is known; a person should look."""

    TOPIC: ClassVar = "payment-evidence-contradicted.v1"
    attempt: int
    code: str
    reason: str


class PaymentCancelled(Fact):
    """The order does not want the money any more. Money that still comes is unallocated or reopens it."""

    TOPIC: ClassVar = "payment-cancelled.v1"
    reason: str


class RefundRequested(Fact):
    """Money should go back, and a person must say so. `receipt` names the money that came, where known.

    `refund` counts the payment's refunds 1, 2, 3…; `debt` what the order owes of its own, where it says so.
    """

    TOPIC: ClassVar = "payment-refund-requested.v1"
    refund: int = Field(ge=1)
    amount: Money
    requested_by: str
    reason: str
    receipt: str | None = None
    debt: int | None = None


class RefundDeclined(Fact):
    """A person said that the money stays, and why."""

    TOPIC: ClassVar = "payment-refund-declined.v1"
    refund: int
    declined_by: str
    reason: str | None = None


class RefundStarted(Fact):
    """Somebody approved that money goes back. `refund` says which; the oldest ones were not counted."""

    TOPIC: ClassVar = "payment-refund-started.v1"
    amount: Money
    approved_by: str
    reason: str
    refund: int | None = None


class RefundAccepted(Fact):
    """The neighbour took the refund: nothing has gone back yet. `reference` is its name of it."""

    TOPIC: ClassVar = "payment-refund-accepted.v1"
    refund: int
    reference: str


class RefundUncertain(Fact):
    """The answer was lost: money may be on its way back. Only evidence, or a person, can tell."""

    TOPIC: ClassVar = "payment-refund-uncertain.v1"
    refund: int
    reason: str


class RefundFailed(Fact):
    """The money surely did not go back, and why."""

    TOPIC: ClassVar = "payment-refund-failed.v1"
    refund: int
    code: str
    reason: str


class MoneyRefunded(Fact):
    """Money went back. `refund` says by which one; the oldest ones were not counted."""

    TOPIC: ClassVar = "payment-money-refunded.v1"
    amount: Money
    reference: str
    refund: int | None = None
