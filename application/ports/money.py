"""Money on a phone: prompts, and what became of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from domain.identity import BoutiqueId, PaymentId
from domain.money import Money

NUMBER_NOT_TAKEN: Final = "number"
"""The code of a prompt that was not sent since this neighbour reaches no such number: only another helps."""

PHONE_BUSY: Final = "busy"
"""The code of one that was not sent since another prompt, perhaps of another shop, is on the phone."""


@dataclass(frozen=True, slots=True)
class PayeeAccount:
    """Where the boutique's money goes: its own paybill or till, at one of the money's neighbours."""

    boutique: BoutiqueId
    provider: str
    shortcode: str
    is_till: bool
    store_number: str | None = None


@dataclass(frozen=True, slots=True)
class PromptRequest:
    """One request to a phone to enter its PIN. `token` is unguessable and names the attempt."""

    boutique: BoutiqueId
    payment: PaymentId
    attempt: int
    payee: PayeeAccount
    amount: Money
    phone: str
    reference: str
    token: str


@dataclass(frozen=True, slots=True)
class PromptTicket:
    """The neighbour accepted a prompt: nothing is paid yet.

    Shape: `page` is the address at which she pays, where no phone rings but a page was made for her card.
    """

    checkout_id: str
    merchant_request_id: str
    page: str | None = None


TokenOf = Callable[[BoutiqueId, PaymentId, int], str]
"""The unguessable name of a payment's attempt or refund, by which its callback is known."""


class EvidenceKind(StrEnum):
    """What evidence says about a prompt."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    PENDING = "pending"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the neighbour says became of a prompt; `code` is its own result code."""

    kind: EvidenceKind
    code: str
    reason: str
    checkout_id: str | None = None
    merchant_request_id: str | None = None
    receipt: str | None = None
    amount: Money | None = None


class MobileMoney(Protocol):
    """Prompts a phone for money and tells what became of it."""

    def own_name(self, payee: PayeeAccount, payment: PaymentId, attempt: int) -> str | None:
        """The checkout id that a prompt will have, where we may choose it; None where the neighbour does.

        By such a name a lost prompt can be asked about, and sent again without there being two.
        """
        ...

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """Ask the phone once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        ...

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a prompt. Raises: NeighbourFailed."""
        ...


@dataclass(frozen=True, slots=True)
class RefundRequest:
    """One amount that goes back to who paid it.

    Shape: `refund` counts the payment's refunds 1, 2, 3…; `receipt` is the neighbour's own name of the money
    that came, and `checkout_id` of the prompt that brought it; `token` is unguessable and names the refund;
    `received` is all that came by the receipt, as some neighbours give back all of it or nothing.
    """

    payment: PaymentId
    refund: int
    payee: PayeeAccount
    amount: Money
    receipt: str
    reason: str
    token: str
    checkout_id: str | None = None
    received: Money | None = None


@dataclass(frozen=True, slots=True)
class RefundTicket:
    """The neighbour took a refund: nothing has gone back yet. `reference` is its own name of the refund."""

    reference: str


class Refunds(Protocol):
    """Sends money back, and tells what became of that."""

    def refund(self, request: RefundRequest) -> RefundTicket:
        """Send it back, once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        ...

    def query(self, request: RefundRequest, reference: str | None) -> Evidence:
        """What became of a refund; `receipt` in the evidence is the refund's own.

        Shape: PENDING also where the neighbour answers to the refund's callback only. `reference` None after
        a lost answer. Raises: NeighbourFailed.
        """
        ...


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Money that came into the boutique's account, as the neighbour's own list has it.

    Shape: `payer` is a phone number, often masked, and a name; `shortcode` the account it came to. Units:
    `at` is UTC.
    """

    receipt: str
    amount: Money
    at: datetime
    reference: str
    payer: str
    shortcode: str


class Transactions(Protocol):
    """The neighbour's own word on one receipt."""

    def look(self, payee: PayeeAccount, receipt: str, token: str) -> None:
        """Ask how a receipt stands; the answer is called back under this token. Raises: NeighbourFailed."""
        ...


class Statements(Protocol):
    """The neighbour's own list of the money that came."""

    def begin(self, payee: PayeeAccount) -> None:
        """Ask to be told of each payment and for the list; again, it changes nothing.

        Raises: NeighbourFailed.
        """
        ...

    def lines(self, payee: PayeeAccount, since: datetime, until: datetime) -> Sequence[StatementLine]:
        """All money that came in this time. Raises: NeighbourFailed, also when the list is not whole."""
        ...
