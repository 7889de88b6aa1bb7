"""What is asked of the ledger: what is unbilled, what a boutique brings in a month, and every entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.calendar import month_of
from domain.identity import BoutiqueId
from domain.money import Money
from domain.subscription.agreed import terms_in
from domain.subscription.events import InvoiceLine, LineKind, TermsAgreed
from domain.subscription.terms import TRIAL
from projections.ledger_rows import ACCOUNTS, ENTRIES, LedgerEntryRow

COMMISSION_DAYS: Final = 30
_LINES: Final = {"fee": LineKind.FEE, "sale": LineKind.SALES, "refund": LineKind.REFUNDS}
_UNBILLED: Final = """
    SELECT kind, basis_points, count(*), sum(goods)::bigint, sum(net)::bigint, sum(vat)::bigint
      FROM dukani.ledger_entries
     WHERE boutique_id = %s AND invoice IS NULL AND kind IN ('sale', 'refund', 'fee')
       AND month <= %s AND position <= %s
     GROUP BY kind, basis_points ORDER BY kind DESC, basis_points"""
_COMMISSION: Final = """
    SELECT coalesce(sum(net), 0)::bigint FROM dukani.ledger_entries
     WHERE boutique_id = %s AND kind IN ('sale', 'refund') AND at > %s AND at <= %s"""


@dataclass(frozen=True, slots=True)
class MonthlyRevenue:
    """What a boutique pays in a month, without VAT. Units: cents.

    Shape: `fee` is that of the month's terms; `commission` is that of the last thirty days, less what went
    back.
    """

    fee: int
    commission: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.fee + self.commission


def monthly_revenue(boutique: BoutiqueId, conn: Connection[Any], now: datetime) -> MonthlyRevenue:
    """What a boutique pays the installation in a month, as things stand."""
    account = _account(boutique, conn)
    agreed = [TermsAgreed.model_validate(each) for each in account]
    terms = terms_in(month_of(now), agreed) if agreed else TRIAL
    since = now - timedelta(days=COMMISSION_DAYS)
    row = conn.execute(_COMMISSION, (boutique, since, now)).fetchone()
    return MonthlyRevenue(terms.monthly_fee.cents, row[0] if row else 0)


def unbilled(boutique: BoutiqueId, conn: Connection[Any], month: date, up_to: int) -> tuple[InvoiceLine, ...]:
    """What no invoice has billed of a month and those before it, up to a place in the log."""
    rows = conn.execute(_UNBILLED, (boutique, month, up_to)).fetchall()
    return tuple(
        InvoiceLine(
            kind=_LINES[kind],
            basis_points=basis_points,
            entries=entries,
            goods=Money(cents=goods),
            net=Money(cents=net),
            vat=Money(cents=vat),
        )
        for kind, basis_points, entries, goods, net, vat in rows
    )


def invoices_seen(boutique: BoutiqueId, conn: Connection[Any]) -> int:
    """How many invoices the ledger has taken in."""
    rows = ACCOUNTS.load(conn, boutique, [UUID(str(boutique))])
    return sum(row.invoices for row in rows.values())


def listed(
    boutique: BoutiqueId, conn: Connection[Any], limit: int, after: int = 0
) -> Sequence[LedgerEntryRow]:
    """Entries made by facts after a place in the log, oldest first."""
    return ENTRIES.where(conn, boutique, "position > %s ORDER BY position, entry LIMIT %s", [after, limit])


def _account(boutique: BoutiqueId, conn: Connection[Any]) -> list[Any]:
    rows = ACCOUNTS.load(conn, boutique, [UUID(str(boutique))])
    return [each for row in rows.values() for each in row.agreed]
