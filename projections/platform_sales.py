"""The figures of all boutiques together, for whoever runs the installation: sums, and no content."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol
from uuid import UUID

from projections.sales import Period


class BoutiqueSales(NamedTuple):
    """What a boutique did in a period: chats that began and those that paid, orders paid. Units: cents."""

    boutique: UUID
    chats: int
    paid_chats: int
    orders: int
    cents: int


class BoutiqueSpend(NamedTuple):
    """What a boutique's neighbours cost. Units: millionths of a US dollar; None where it is not known.

    Shape: `kind` is "model", named by `about`, or "message": then `about` is WhatsApp's category, or
    "stated" where the channel states a price and no category. `channel` is the way the message went, or the
    chat in which the model was asked.
    """

    boutique: UUID
    kind: str
    channel: str
    about: str
    times: int
    micro_usd: int | None


class PlatformFigures(Protocol):
    """The questions about all boutiques at once. Raises: FiguresAway."""

    def sales_of_all(self, period: Period) -> Sequence[BoutiqueSales]:
        """What each boutique did; those that did nothing are left out."""
        ...

    def spending_of_all(self, period: Period) -> Sequence[BoutiqueSpend]:
        """What messages and models cost each boutique."""
        ...
