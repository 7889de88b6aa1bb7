"""Money on a phone: prompts, and what became of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.identity import BoutiqueId, PaymentId
from domain.money import Money


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
    """The neighbour accepted a prompt: nothing is paid yet."""

    checkout_id: str
    merchant_request_id: str


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

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """Ask the phone once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        ...

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a prompt. Raises: NeighbourFailed."""
        ...
