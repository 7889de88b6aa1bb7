"""The books: what boutiques owe, who bills them for it, and on which terms they may choose to pay."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.identity import BoutiqueId
from domain.subscription.events import Party
from domain.subscription.subscription import Owed
from domain.subscription.terms import Terms
from interfaces.postgres.database import Database
from interfaces.settings import Settings
from projections import ledger_lists

_PLACE: Final = """
    SELECT coalesce(p.position, 0), h.last FROM dukani.log_heads h LEFT JOIN dukani.positions p
        ON p.boutique_id = h.boutique_id AND p.projection = 'ledger' WHERE h.boutique_id = %s"""


@dataclass(frozen=True, slots=True)
class Books:
    """The ledger of an installation, and its operator's word on plans and payment."""

    settings: Settings
    database: Database

    def owed(self, boutique: BoutiqueId, month: date) -> Owed | None:
        """What is unbilled; None while the ledger is behind the log.

        How many invoices it had seen is read first: one that comes in between is noticed by whoever bills.
        """
        with self.database.as_boutique(boutique) as conn:
            seen = ledger_lists.invoices_seen(boutique, conn)
            row = conn.execute(_PLACE, (boutique,)).fetchone()
            position, last = row or (0, 0)
            if position < last:
                return None
            return Owed(ledger_lists.unbilled(boutique, conn, month, position), position, seen)

    def seller(self) -> Party:
        """Who sends the invoices."""
        told = self.settings
        return Party(name=told.seller, pin=told.seller_pin, place=told.seller_place)

    @property
    def offered(self) -> tuple[Terms, ...]:
        """The plans that every owner may choose."""
        return tuple(plan.terms for plan in self.settings.plans)

    @property
    def paybill(self) -> str | None:
        """Where invoices are paid to; None where the operator has named no paybill."""
        return self.settings.paybill or None
