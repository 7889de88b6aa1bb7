"""What remains of a customer outside of the facts, and how it is emptied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.identity import BoutiqueId, CustomerId, OrderId


@dataclass(frozen=True, slots=True)
class Emptied:
    """How much was emptied of each kind.

    Shape: `callbacks_left` are answers about her payments that nobody has weighed yet, and so are kept.
    """

    messages: int
    callbacks: int
    callbacks_left: int
    pictures: int
    quarantined: int


class Leftovers(Protocol):
    """All that is kept of customers beside the log: what came in as it came, and their pictures."""

    def orders_of(self, boutique: BoutiqueId, customer: CustomerId) -> Sequence[OrderId]:
        """The orders that are known to be hers."""
        ...

    def empty(self, boutique: BoutiqueId, customer: CustomerId, names: Sequence[str]) -> Emptied:
        """Empty what is hers; `names` are numbers that are hers alone. Repeating it finds nothing more."""
        ...
