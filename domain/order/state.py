"""What is known of an order: folded from its facts."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from domain.fact import Fact
from domain.identity import CustomerId, PaymentId, VariantId
from domain.money import Money
from domain.order.events import (
    OrderCancelled,
    OrderDelivered,
    OrderExpired,
    OrderHandedToCourier,
    OrderLine,
    OrderPacked,
    OrderPaid,
    OrderPiecesTakenBack,
    OrderPlaced,
    OrderRated,
    OrderRefundDeclined,
    OrderRefunded,
    OwnerTold,
    PiecesOf,
    RefundDue,
)


class OrderStatus(StrEnum):
    """How far an order came."""

    UNPLACED = "unplaced"
    AWAITING_PAYMENT = "awaiting-payment"
    PAID = "paid"
    PACKED = "packed"
    ON_ITS_WAY = "on-its-way"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REFUNDED = "refunded"
    NOT_REFUNDED = "not-refunded"
    """It was given up, and a person said that its money stays."""


@dataclass(frozen=True, slots=True)
class OrderState:
    """What is known of an order.

    Shape: `placed` is what was ordered; `due` is what must go back of the order's own money, which fell due
    `debts` times, `due_beside` of money that came on top, `refunded` what of both went back, `kept` what of
    its own a person kept all the same, by the refunds `declined`; `step` is how far it came before that.
    """

    placed: OrderPlaced | None = None
    step: OrderStatus = OrderStatus.UNPLACED
    courier: OrderHandedToCourier | None = None
    receipt: str | None = None
    paid: Money = field(default_factory=Money.zero)
    due: Money = field(default_factory=Money.zero)
    debts: int = 0
    due_beside: Money = field(default_factory=Money.zero)
    refunded: Money = field(default_factory=Money.zero)
    kept: Money = field(default_factory=Money.zero)
    declined: frozenset[int] = frozenset()
    refund_references: frozenset[str] = frozenset()
    owner_knows: bool = False
    stars: int | None = None
    taken_back: tuple[PiecesOf, ...] = ()

    @property
    def status(self) -> OrderStatus:
        """How far the order came; refunded once all its own money went back, or not, as a person said."""
        if not self.due.cents or self.due < self.paid or self.outstanding.cents:
            return self.step
        return OrderStatus.NOT_REFUNDED if self.kept.cents else OrderStatus.REFUNDED

    @property
    def cannot_be_kept(self) -> bool:
        """Whether all its own money must go back, and some of it did not yet."""
        given_up = self.due.cents > 0 and not self.due < self.paid and self.outstanding.cents > 0
        return given_up and self.step is not OrderStatus.DELIVERED

    @property
    def outstanding(self) -> Money:
        """What must go back and did not yet."""
        return self.due + self.due_beside - self.refunded - self.kept

    @property
    def may_go_back(self) -> Money:
        """What of its own money can still fall due: what is not due yet, and what was kept."""
        return (self.paid - self.due if self.was_paid else self.paid) + self.kept

    @property
    def is_placed(self) -> bool:
        """Whether somebody ordered."""
        return self.placed is not None

    @property
    def is_given_up(self) -> bool:
        """Whether it was cancelled or expired, and did not come back to life."""
        return self.step in (OrderStatus.CANCELLED, OrderStatus.EXPIRED)

    @property
    def was_paid(self) -> bool:
        """Whether the money for the whole order came while it stood."""
        return self.paid.cents > 0

    @property
    def lines(self) -> tuple[OrderLine, ...]:
        """The pieces ordered."""
        return self.placed.lines if self.placed else ()

    def left_of(self, variant: VariantId) -> int:
        """How many pieces of a variant are hers, or are to be."""
        ordered = sum(line.quantity for line in self.lines if line.variant == variant)
        return ordered - sum(back.quantity for back in self.taken_back if back.variant == variant)

    @property
    def pieces_left(self) -> int:
        """How many pieces are hers, or are to be."""
        ordered = sum(line.quantity for line in self.lines)
        return ordered - sum(back.quantity for back in self.taken_back)

    @property
    def total(self) -> Money:
        """What pieces and delivery cost."""
        return self.placed.total if self.placed else Money.zero()

    @property
    def number(self) -> str:
        """What people call it on the phone."""
        return self.placed.number if self.placed else ""

    @property
    def customer(self) -> CustomerId | None:
        """Who ordered."""
        return self.placed.customer if self.placed else None

    @property
    def payment(self) -> PaymentId | None:
        """The payment that asks for its money."""
        return self.placed.payment if self.placed else None

    @property
    def pay_until(self) -> datetime | None:
        """When the held pieces go back."""
        return self.placed.pay_until if self.placed else None

    def evolve(self, fact: Fact) -> Self:
        """The order after this fact."""
        match fact:
            case OrderPlaced():
                nothing = fact.total * 0
                fresh = replace(self, paid=nothing, due=nothing, due_beside=nothing)
                return replace(
                    fresh, refunded=nothing, kept=nothing, placed=fact, step=OrderStatus.AWAITING_PAYMENT
                )
            case OrderPaid():
                return replace(self, step=OrderStatus.PAID, paid=fact.amount, receipt=fact.receipt)
            case OrderPacked():
                return replace(self, step=OrderStatus.PACKED)
            case OrderHandedToCourier():
                return replace(self, step=OrderStatus.ON_ITS_WAY, courier=fact)
            case OrderDelivered():
                return replace(self, step=OrderStatus.DELIVERED)
            case OrderCancelled():
                return replace(self, step=OrderStatus.CANCELLED)
            case OrderExpired():
                return replace(self, step=OrderStatus.EXPIRED)
            case _:
                return self._evolve_after(fact)

    def _evolve_after(self, fact: Fact) -> Self:
        match fact:
            case RefundDue(keeps_order=True):
                return replace(self, due_beside=self.due_beside + fact.amount)
            case RefundDue():
                anew = min(self.kept, fact.amount)
                due = self.due + fact.amount - anew
                return replace(self, due=due, kept=self.kept - anew, debts=self.debts + 1)
            case OrderRefundDeclined(keeps_order=True):
                beside = self.due_beside - fact.amount
                return replace(self, due_beside=beside, declined=self.declined | {fact.refund})
            case OrderRefundDeclined():
                return replace(self, kept=self.kept + fact.amount, declined=self.declined | {fact.refund})
            case OrderRefunded():
                references = self.refund_references | {fact.reference}
                return replace(self, refunded=self.refunded + fact.amount, refund_references=references)
            case OrderPiecesTakenBack():
                return replace(self, taken_back=self.taken_back + fact.pieces)
            case OrderRated():
                return replace(self, stars=fact.stars)
            case OwnerTold():
                return replace(self, owner_knows=True)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of an order")
