"""The payment: one amount that an order wants, and all evidence of money for it.

A success never reverts, at most one phone rings, what was paid is the sum of distinct receipts, and money
that does not fit in amount, shop or time settles nothing.
"""

from dataclasses import dataclass
from typing import ClassVar, Final

from domain.fact import Facts
from domain.identity import CustomerId, OrderId
from domain.money import Money
from domain.payment.events import (
    MoneyReceived,
    MoneySource,
    MoneyUnallocated,
    PaymentCancelled,
    PaymentCompleted,
    PaymentRequested,
    ReceiptLearned,
)
from domain.payment.refunding import Refunding
from domain.payment.refusals import (
    AmountCannotBePaid,
    ApprovalIsMissing,
    AttemptIsLive,
    AttemptIsUnknown,
    PaymentIsComplete,
    PaymentIsGivenUp,
    PaymentIsNotRequested,
    PaymentIsRequestedAlready,
    ReceiptIsMissing,
    ReceiptIsUnknown,
    RefundIsAboveReceived,
    RefundIsNotStarted,
    RefundIsUnknown,
    TooManyPrompts,
)
from domain.payment.takings import BY_HAND, OVERPAID, PAID_TWICE, WRONG_AMOUNT, WRONG_SHOP
from domain.sealed import Sealed

__all__ = [
    "AmountCannotBePaid",
    "ApprovalIsMissing",
    "AttemptIsLive",
    "AttemptIsUnknown",
    "Payment",
    "PaymentIsComplete",
    "PaymentIsGivenUp",
    "PaymentIsNotRequested",
    "PaymentIsRequestedAlready",
    "ReceiptIsMissing",
    "ReceiptIsUnknown",
    "RefundIsAboveReceived",
    "RefundIsNotStarted",
    "RefundIsUnknown",
    "TooManyPrompts",
]

RECEIPT_USED: Final = "receipt-used-elsewhere"


@dataclass(frozen=True, slots=True)
class Payment(Refunding):
    """One amount that an order wants: what is decided about it."""

    KIND: ClassVar[str] = "payment"

    def request(  # noqa: PLR0913 — one keyword for each value that the fact keeps
        self,
        *,
        order: OrderId,
        customer: CustomerId,
        amount: Money,
        provider: str,
        shortcode: str,
        is_till: bool,
        reference: str,
        paying_number: Sealed,
        store_number: str | None = None,
    ) -> Facts:
        """Want money for an order. Nothing new: the same is wanted.

        Raises: AmountCannotBePaid, PaymentIsRequestedAlready.
        """
        if not amount.is_whole_shillings:
            raise AmountCannotBePaid(f"{amount} cannot be paid")
        if self.asked:
            if (self.order, self.amount) == (order, amount):
                return ()
            raise PaymentIsRequestedAlready(f"it is for order {self.order}")
        wanted = PaymentRequested(
            order=order,
            customer=customer,
            amount=amount,
            provider=provider,
            shortcode=shortcode,
            is_till=is_till,
            store_number=store_number,
            reference=reference,
            paying_number=paying_number,
        )
        return (wanted,)

    def receive_money(
        self,
        *,
        attempt: int,
        amount: Money,
        receipt: str | None,
        source: MoneySource,
        shortcode: str | None = None,
        receipt_is_new: bool = True,
    ) -> Facts:
        """Weigh evidence of money, whenever it comes. Nothing new: this money is known.

        Shape: `attempt` 0 is money by hand; `shortcode` None where the edge knows the shop is right;
        `receipt_is_new` False where another payment of the shop has the receipt.
        Raises: PaymentIsNotRequested, AttemptIsUnknown, ReceiptIsMissing.
        """
        self._requested()
        if attempt == BY_HAND and receipt is None:
            raise ReceiptIsMissing("money by hand is believed by its receipt")
        if self._is_known(attempt, receipt):
            return self._attribute(attempt, receipt, amount)
        if not receipt_is_new:
            return self._contradict(attempt, RECEIPT_USED, f"{receipt} settled another payment")
        by_person = source is MoneySource.PERSON
        trouble = self._trouble(attempt, None if by_person else amount, shortcode)
        if trouble and receipt is None:
            return self._contradict(attempt, trouble, "a query that does not fit")
        learned = None if trouble else self._learn(attempt, receipt)
        if learned:
            return (learned,)
        if trouble or self.is_complete:
            reason = trouble or PAID_TWICE
            aside = MoneyUnallocated(amount=amount, receipt=receipt, reason=reason, attempt=attempt or None)
            return (aside,)
        return self._settle(MoneyReceived(attempt=attempt, amount=amount, receipt=receipt, source=source))

    def cancel(self, reason: str) -> Facts:
        """Want the money no more. Nothing new: it is not wanted.

        Raises: PaymentIsNotRequested, PaymentIsComplete.
        """
        self._requested()
        if self.is_complete:
            raise PaymentIsComplete("what was paid is given back by a refund")
        return () if self.is_cancelled else (PaymentCancelled(reason=reason),)

    def _is_known(self, attempt: int, receipt: str | None) -> bool:
        prompt = self._attempt(attempt) if attempt != BY_HAND else None
        if receipt is None:
            return prompt is not None and prompt.brought_money
        return receipt in self.takings.receipts

    def _attribute(self, attempt: int, receipt: str | None, amount: Money) -> Facts:
        """Say which attempt a known receipt is of, so that nobody waits for it or counts it any more."""
        if receipt is None or attempt == BY_HAND:
            return ()
        learned = ReceiptLearned(attempt=attempt, receipt=receipt)
        is_guess = receipt in self.takings.guessed
        if self.takings.receipts[receipt] == attempt:
            return (learned,) if is_guess else ()
        if self.attempts[attempt].brought_money:
            return ()
        if receipt in self.takings.loose:
            return (learned,)
        if is_guess:
            return (MoneyUnallocated(amount=amount, receipt=receipt, reason=PAID_TWICE, attempt=attempt),)
        return self._contradict(attempt, RECEIPT_USED, f"{receipt} is of another attempt")

    def _settle(self, came: MoneyReceived) -> Facts:
        """Count what is due; what she paid by hand on top of it goes back."""
        due, asked = self.due, self._requested()
        counted = due if due < came.amount else came.amount
        facts: Facts = (came.model_copy(update={"amount": counted}),)
        if counted == due:
            whole = PaymentCompleted(order=asked.order, amount=asked.amount, receipt=came.receipt)
            facts = (*facts, whole)
        if counted < came.amount:
            attempt, over = came.attempt or None, came.amount - counted
            aside = MoneyUnallocated(amount=over, receipt=came.receipt, reason=OVERPAID, attempt=attempt)
            facts = (*facts, aside)
        return facts

    def _trouble(self, attempt: int, amount: Money | None, shortcode: str | None) -> str | None:
        """Why money settles nothing. A prompt brings just what it asked for; by hand more may come than is
        due; and a person (no `amount`) may count any part of it."""
        asked = self._requested()
        if shortcode is not None and shortcode not in self.shops:
            return WRONG_SHOP
        if amount is None:
            return None
        if attempt == BY_HAND:
            return WRONG_AMOUNT if amount < self.due else None
        return None if amount == (self.attempts[attempt].amount or asked.amount) else WRONG_AMOUNT

    def _learn(self, attempt: int, receipt: str | None) -> ReceiptLearned | None:
        """Match a receipt with money already counted: a query names no receipt, and M-Pesa also reports
        the money of a prompt as a deposit."""
        if receipt is None:
            loose = next(iter(self.takings.loose), None)
            return ReceiptLearned(attempt=attempt, receipt=loose, guessed=True) if loose else None
        known = self.attempts.get(attempt)
        if known is None or (known.brought_money and known.receipt):
            known = next((a for a in self.attempts.values() if a.lacks_its_receipt), None)
        if known is None or not known.lacks_its_receipt:
            return None
        return ReceiptLearned(attempt=known.number, receipt=receipt, guessed=known.number != attempt)
