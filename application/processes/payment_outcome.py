"""When a payment comes to an end, its order and its customer learn of it."""

from collections.abc import Sequence
from uuid import UUID

from application.commands import Command, OweNotice, SettleOrder
from domain.conversation.events import NoticeKind
from domain.fact import Fact
from domain.identity import PaymentId
from domain.payment.events import (
    PaymentCompleted,
    PaymentRequested,
    PromptAccepted,
    PromptFailed,
    PromptRefused,
    PromptUnresolved,
)
from domain.payment.prompting import PAGE_LEFT


def react(subject: UUID, fact: Fact, story: Sequence[Fact]) -> tuple[Command, ...]:
    """Settle the order when the whole amount is there; tell the customer of her page, or of nothing."""
    asked = next((told for told in story if isinstance(told, PaymentRequested)), None)
    if asked is None:
        return ()
    match fact:
        case PaymentCompleted():
            return (SettleOrder(fact.order, PaymentId(subject), fact.amount, fact.receipt),)
        case PromptAccepted(attempt=attempt, page=str(page)):
            key = f"{NoticeKind.PROMPT_SENT}/{asked.order}/{attempt}"
            return (OweNotice(asked.customer, key, NoticeKind.PROMPT_SENT, asked.order, page),)
        case PromptFailed(code=code) if code == PAGE_LEFT:
            return ()
        case PromptFailed(attempt=attempt, code=code) | PromptRefused(attempt=attempt, code=code):
            return (_tell(asked, attempt, code),)
        case PromptUnresolved(attempt=attempt):
            return (_tell(asked, attempt, "unresolved"),)
    return ()


def _tell(asked: PaymentRequested, attempt: int, code: str) -> OweNotice:
    key = f"prompt-failed/{asked.order}/{attempt}"
    return OweNotice(asked.customer, key, NoticeKind.PROMPT_FAILED, asked.order, code)
