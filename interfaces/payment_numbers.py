"""Payments by their orders' numbers, as customers type them into M-Pesa's own menu."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from psycopg import Connection

from domain.identity import BoutiqueId, PaymentId
from projections import payments


class PaymentNumbers:
    """Finds the payment of an order's number, in its own boutique alone."""

    def __init__(self, door: Callable[[BoutiqueId], AbstractContextManager[Connection[Any]]]) -> None:
        self._door = door

    def __call__(self, boutique: BoutiqueId, number: str) -> PaymentId | None:
        """The latest payment that was asked for under it."""
        with self._door(boutique) as conn:
            row = payments.by_reference(boutique, conn, number)
        return PaymentId(row.payment) if row else None
