"""The ledger: what each boutique owes for Dukani, entry by entry, in double entry.

The share of a sale is reckoned by the terms that stood in the log before it was paid, so its rate is frozen:
a later agreement stands behind it and changes nothing. Money that goes back takes its part of the entry back;
what came twice or on top never was a sale, and takes nothing back.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.calendar import month_of
from domain.fact import Recorded
from domain.identity import BoutiqueId, kind_of, subject_of
from domain.order.events import OrderPaid, OrderPlaced, OrderRefundDeclined, OrderRefunded, RefundDue
from domain.subscription.agreed import terms_in
from domain.subscription.events import InvoiceIssued, InvoicePaymentRecorded, MonthClosed, TermsAgreed
from domain.subscription.ledger import (
    RULES,
    Account,
    Charge,
    Postings,
    charged,
    commission_on,
    credited,
    entry_of,
    in_proportion,
    owed_by,
    paid,
    part_of,
    rule_in,
    taken_back,
)
from projections.fold import Fold
from projections.ledger_rows import (
    ACCOUNTS,
    CREDIT,
    ENTRIES,
    FEE,
    ORDERS,
    PAYMENT,
    POSTINGS,
    REFUND,
    SALE,
    BilledAccountRow,
    BilledOrderRow,
    LedgerEntryRow,
    LedgerPostingRow,
)

_BILL: Final = """
    UPDATE dukani.ledger_entries SET invoice = %s
     WHERE boutique_id = %s AND invoice IS NULL AND kind IN ('sale', 'refund', 'fee') AND month <= %s
       AND (position <= %s OR kind = 'fee' AND month = %s)"""


class _Page:
    """The rows that a page of facts touches, and the entries that it makes."""

    def __init__(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        self._conn, self._boutique = conn, boutique
        orders = {subject_of(each.originator_id) for each in facts if kind_of(each.originator_id) == "order"}
        self.orders = ORDERS.load(conn, boutique, orders)
        account = UUID(str(boutique))
        known = ACCOUNTS.load(conn, boutique, [account])
        self.account = known.get(account) or BilledAccountRow(account)
        listed = self.account.agreed
        self.agreed = [TermsAgreed.model_validate(each) for each in listed]
        self._entries: list[LedgerEntryRow] = []
        self._postings: list[LedgerPostingRow] = []

    def order(self, at: Recorded[Any]) -> BilledOrderRow:
        """The order that a fact is of."""
        subject = subject_of(at.originator_id)
        row = self.orders.get(subject)
        if row is None:
            row = self.orders[subject] = BilledOrderRow(subject)
        return row

    def row_of(self, at: Recorded[Any]) -> BilledOrderRow | BilledAccountRow:
        """The row that knows whether a fact was taken in."""
        return self.order(at) if kind_of(at.originator_id) == "order" else self.account

    def agree(self, fact: TermsAgreed) -> None:
        """From here on the boutique pays so."""
        self.agreed.append(fact)
        self.account.agreed = [each.model_dump(mode="json") for each in self.agreed]

    def post(self, entry: LedgerEntryRow, postings: Postings) -> None:
        """Put an entry into the books."""
        self._entries.append(entry)
        self._postings += [
            LedgerPostingRow(entry.entry, each.account.value, each.debit, each.credit) for each in postings
        ]

    def bill(self, fact: InvoiceIssued) -> None:
        """The invoice has all that stood in the books up to its place, and the fee of its month."""
        self.account.invoices += 1
        self.save()
        bounds = (fact.month, fact.up_to, fact.month)
        self._conn.execute(_BILL, (fact.number, self._boutique, *bounds))

    def save(self) -> None:
        """Write all down."""
        ORDERS.save(self._conn, self._boutique, self.orders.values())
        ACCOUNTS.save(self._conn, self._boutique, [self.account])
        ENTRIES.save(self._conn, self._boutique, self._entries)
        POSTINGS.save(self._conn, self._boutique, self._postings)
        self._entries, self._postings = [], []


_fold = Fold[_Page]()


@_fold.on(OrderPlaced)
def _placed(page: _Page, fact: OrderPlaced, at: Recorded[Any]) -> None:
    row = page.order(at)
    row.number, row.total = fact.number, fact.total.cents
    row.goods = fact.total.cents - fact.delivery_fee.cents


@_fold.on(OrderPaid)
def _sold(page: _Page, _: OrderPaid, at: Recorded[Any]) -> None:
    row, month = page.order(at), month_of(at.at)
    terms, rule = terms_in(month, page.agreed), rule_in(month)
    most = terms.most_of_sale.cents if terms.most_of_sale else None
    bounds = (terms.least_of_sale.cents, most)
    charge = commission_on(row.goods, terms.commission_basis_points, rule, *bounds)
    if not charge.total:
        return
    postings = charged(charge, Account.COMMISSION)
    entry = _entry(at, SALE, row.number, rule.version, postings)
    row.entry, row.rule, row.basis_points = entry.entry, rule.version, terms.commission_basis_points
    row.net, row.vat = charge.net, charge.vat
    _of_order(entry, row, row.goods, charge)
    page.post(entry, postings)


@_fold.on(RefundDue)
def _due_back(page: _Page, fact: RefundDue, at: Recorded[Any]) -> None:
    row = page.order(at)
    if fact.keeps_order:
        row.beside_due += fact.amount.cents
    else:
        row.own_due += fact.amount.cents


@_fold.on(OrderRefundDeclined)
def _stays(page: _Page, fact: OrderRefundDeclined, at: Recorded[Any]) -> None:
    row = page.order(at)
    if fact.keeps_order:
        row.beside_due -= fact.amount.cents
    else:
        row.own_due -= fact.amount.cents


@_fold.on(OrderRefunded)
def _went_back(page: _Page, fact: OrderRefunded, at: Recorded[Any]) -> None:
    row, before = page.order(at), page.order(at).own_back
    own = _own_part(row, fact.amount.cents)
    row.own_back += own
    row.beside_back += fact.amount.cents - own
    if row.entry is None:
        return
    charge = part_of(row.charge, row.own_back, row.total) - part_of(row.charge, before, row.total)
    goods = _goods_back(row, row.own_back) - _goods_back(row, before)
    if not charge.total:
        return
    postings = taken_back(charge, Account.COMMISSION)
    entry = _entry(at, REFUND, row.number, row.rule, postings)
    entry.reverses = row.entry
    _of_order(entry, row, -goods, Charge(-charge.net, -charge.vat))
    page.post(entry, postings)


@_fold.on(TermsAgreed)
def _agreed(page: _Page, fact: TermsAgreed, _: Recorded[Any]) -> None:
    page.agree(fact)


@_fold.on(MonthClosed)
def _closed(page: _Page, fact: MonthClosed, at: Recorded[Any]) -> None:
    charge = Charge(fact.fee.cents, fact.vat.cents)
    if not charge.total:
        return
    postings = charged(charge, Account.SUBSCRIPTION)
    entry = _entry(at, FEE, f"{fact.month:%Y-%m}", rule_in(fact.month).version, postings)
    entry.month, entry.net, entry.vat = fact.month, charge.net, charge.vat
    page.post(entry, postings)


@_fold.on(InvoiceIssued)
def _billed(page: _Page, fact: InvoiceIssued, at: Recorded[Any]) -> None:
    if fact.credit.cents:
        postings = credited(fact.credit.cents)
        page.post(_entry(at, CREDIT, fact.number, RULES[-1].version, postings), postings)
    page.bill(fact)


@_fold.on(InvoicePaymentRecorded)
def _paid(page: _Page, fact: InvoicePaymentRecorded, at: Recorded[Any]) -> None:
    postings = paid(fact.amount.cents, fact.beyond.cents)
    page.post(_entry(at, PAYMENT, f"{fact.number} {fact.code}", RULES[-1].version, postings), postings)


class Ledger:
    """The read model of the ledger."""

    name: ClassVar[str] = "ledger"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log; a fact that a row has seen changes nothing."""
        mine = _fold.known(facts)
        if not mine:
            return
        page = _Page(conn, boutique, mine)
        for recorded in mine:
            row = page.row_of(recorded)
            if recorded.originator_version > row.version:
                row.version = recorded.originator_version
                _fold.take(page, recorded)
        page.save()

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        for table in (ACCOUNTS, ORDERS, ENTRIES, POSTINGS):
            table.clear(conn, boutique)


def _entry(at: Recorded[Any], kind: str, name: str, rule: int, postings: Postings) -> LedgerEntryRow:
    source = subject_of(at.originator_id)
    return LedgerEntryRow(
        entry=entry_of(source, at.originator_version, rule),
        kind=kind,
        name=name,
        position=at.position or 0,
        source=source,
        version=at.originator_version,
        rule=rule,
        at=at.at,
        month=month_of(at.at),
        total=owed_by(postings),
    )


def _of_order(entry: LedgerEntryRow, row: BilledOrderRow, goods: int, charge: Charge) -> None:
    entry.order_id, entry.basis_points, entry.goods = row.order_id, row.basis_points, goods
    entry.net, entry.vat = charge.net, charge.vat


def _own_part(row: BilledOrderRow, amount: int) -> int:
    """How much of what went back is the order's own money: a whole debt of one kind is meant by its sum."""
    beside = row.beside_due - row.beside_back
    if amount == beside:
        return 0
    if amount == row.own_due - row.own_back:
        return amount
    return amount - min(amount, beside)


def _goods_back(row: BilledOrderRow, back: int) -> int:
    return in_proportion(row.goods, back, row.total)
