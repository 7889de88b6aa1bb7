"""The rows of the ledger: accounts, what orders were charged for, entries and their postings."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from domain.subscription.ledger import Charge
from projections.table import Json, Table

SALE: Final = "sale"
REFUND: Final = "refund"
FEE: Final = "fee"
PAYMENT: Final = "payment"
CREDIT: Final = "credit"


@dataclass(slots=True)
class BilledAccountRow:
    """The boutique's account. `agreed` are its agreements as the facts wrote them, oldest first."""

    account: UUID
    agreed: Json = field(default_factory=list)
    invoices: int = 0
    version: int = 0


@dataclass(slots=True)
class BilledOrderRow:
    """What an order was charged for, and what of it went back. `entry` is there once it was charged.

    Shape: `own` is the order's own money, `beside` what came on top. Units: cents.
    """

    order_id: UUID
    number: str = ""
    goods: int = 0
    total: int = 0
    entry: UUID | None = None
    basis_points: int = 0
    rule: int = 0
    net: int = 0
    vat: int = 0
    own_due: int = 0
    own_back: int = 0
    beside_due: int = 0
    beside_back: int = 0
    version: int = 0

    @property
    def charge(self) -> Charge:
        """What the sale cost."""
        return Charge(self.net, self.vat)


@dataclass(slots=True)
class LedgerEntryRow:
    """One entry. `name` is what people know it by: an order's or invoice's number, a month.

    Shape: `position`, `source` and `version` are the fact that made it, `rule` how it was reckoned; a refund
    `reverses` a sale; `month` is when it counts; `invoice` bills it. Units: cents; `total` is by how much the
    boutique's debt grows.
    """

    entry: UUID
    kind: str
    name: str
    position: int
    source: UUID
    version: int
    rule: int
    at: datetime
    month: date
    total: int
    order_id: UUID | None = None
    reverses: UUID | None = None
    goods: int = 0
    basis_points: int = 0
    net: int = 0
    vat: int = 0
    invoice: str | None = None


@dataclass(slots=True)
class LedgerPostingRow:
    """An entry's amount on one account. Units: cents."""

    entry: UUID
    account: str
    debit: int
    credit: int


ACCOUNTS: Final = Table("billed_accounts", BilledAccountRow, key=("account",))
ORDERS: Final = Table("billed_orders", BilledOrderRow, key=("order_id",))
ENTRIES: Final = Table("ledger_entries", LedgerEntryRow, key=("entry",))
POSTINGS: Final = Table("ledger_postings", LedgerPostingRow, key=("entry", "account"))
