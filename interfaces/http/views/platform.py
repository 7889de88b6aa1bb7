"""The platform's figures as the operator reads them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from domain.identity import BoutiqueId
from domain.money import Money
from interfaces.findings import Verdict
from interfaces.http.operating import AccountHealth, BoutiqueHealth, Ratings
from interfaces.http.platform_deps import PlatformDeps
from interfaces.http.schemas.answers import Amount
from interfaces.http.schemas.insights import Dollars
from interfaces.http.schemas.platform import (
    BoutiqueFigures,
    PlatformCost,
    PlatformCosts,
    PlatformFigures,
    PlatformSums,
    WatchedAccount,
    WatchedBoutique,
)
from projections.platform_sales import BoutiqueSales, BoutiqueSpend
from projections.sales import Period


@dataclass(frozen=True, slots=True)
class _Books:
    """What is known of each boutique in a period."""

    sales: Mapping[UUID, BoutiqueSales]
    ratings: Mapping[UUID, Ratings]
    spends: Mapping[UUID, Sequence[BoutiqueSpend]]

    @classmethod
    def of(cls, deps: PlatformDeps, period: Period) -> Self:
        spends = defaultdict[UUID, list[BoutiqueSpend]](list)
        for spend in deps.figures.spending_of_all(period):
            spends[spend.boutique].append(spend)
        sales = {row.boutique: row for row in deps.figures.sales_of_all(period)}
        return cls(sales, {row.boutique: row for row in deps.books.ratings(period)}, spends)

    def sums(self, boutiques: Iterable[UUID]) -> PlatformSums:
        """Of these boutiques together."""
        these = list(boutiques)
        sales = [self.sales[each] for each in these if each in self.sales]
        ratings = [self.ratings[each] for each in these if each in self.ratings]
        chats, paid_chats = sum(row.chats for row in sales), sum(row.paid_chats for row in sales)
        orders, cents = sum(row.orders for row in sales), sum(row.cents for row in sales)
        rated, stars = sum(row.rated for row in ratings), sum(row.stars for row in ratings)
        return PlatformSums(
            active=sum(1 for row in sales if row.chats or row.orders),
            chats=chats,
            paid_chats=paid_chats,
            conversion=round(100 * paid_chats / chats, 1) if chats else None,
            orders=orders,
            paid=_kes(cents),
            average=_kes(round(cents / orders)) if orders else None,
            rated=rated,
            stars=round(stars / rated, 2) if rated else None,
            spent=Dollars.of(sum(row.micro_usd or 0 for row in self._spends(these))),
        )

    def costs(self, boutiques: Sequence[UUID], before: Self) -> PlatformCosts:
        """What these boutiques' work cost, each beside what it cost before."""
        now, then = list(self._spends(boutiques)), list(before._spends(boutiques))
        models = [[row._replace(channel="") for row in rows if row.kind == "model"] for rows in (now, then)]
        ways = [[row._replace(kind="", about="") for row in rows] for rows in (now, then)]
        return PlatformCosts(models=_costs(*models), channels=_costs(*ways), all=_costs(now, then))

    def _spends(self, boutiques: Iterable[UUID]) -> Iterable[BoutiqueSpend]:
        return (row for each in boutiques for row in self.spends.get(each, ()))


def figures(deps: PlatformDeps, period: Period) -> PlatformFigures:
    """All boutiques together, in the days asked for and in as many before, and each by itself."""
    now, before = _Books.of(deps, period), _Books.of(deps, period.before)
    boutiques, troubles = deps.books.boutiques(), Counter[UUID]()
    for account in deps.books.accounts():
        troubles[account.boutique] += _is_troubled(account)
    known = [row.boutique for row in boutiques]
    rows = [
        BoutiqueFigures(
            boutique=row.boutique,
            title=row.title,
            town=row.town,
            open=row.open,
            since=row.since,
            monthly=_kes(row.fee + row.commission),
            sums=now.sums([row.boutique]),
            troubles=troubles[row.boutique] + bool(row.stopped) + bool(row.work_failing),
        )
        for row in boutiques
    ]
    return PlatformFigures(
        days=period.days,
        monthly=_kes(sum(row.fee + row.commission for row in boutiques)),
        before=before.sums(known),
        costs=now.costs(known, before),
        boutiques=rows,
        **dict(now.sums(known)),
    )


def boutique(deps: PlatformDeps, wanted: UUID, period: Period) -> WatchedBoutique | None:
    """One boutique from outside; None for an id that is no boutique's."""
    row = next((each for each in deps.books.boutiques() if each.boutique == wanted), None)
    if row is None:
        return None
    now, before = _Books.of(deps, period), _Books.of(deps, period.before)
    return WatchedBoutique(
        **_outside(row),
        sums=now.sums([wanted]),
        before=before.sums([wanted]),
        costs=now.costs([wanted], before),
        accounts=[_account(each) for each in deps.books.accounts(BoutiqueId(wanted))],
    )


def _outside(row: BoutiqueHealth) -> dict[str, object]:
    pays = {"fee": row.fee, "commission": row.commission, "monthly": row.fee + row.commission}
    return {**row._asdict(), **{name: _kes(cents) for name, cents in pays.items()}}


def _account(row: AccountHealth) -> WatchedAccount:
    told = {name: value for name, value in row._asdict().items() if name != "boutique"}
    return WatchedAccount(**told, troubled=_is_troubled(row))


def _is_troubled(row: AccountHealth) -> bool:
    """A check that failed, messages that nobody got, or money of which nobody knows."""
    return row.verdict == Verdict.BROKEN or row.failed > 0 or row.unknown > 0


def _costs(now: Iterable[BoutiqueSpend], before: Iterable[BoutiqueSpend]) -> list[PlatformCost]:
    """What is alike together, dearest first."""
    was = {what: _priced(rows) for what, rows in _alike(before).items()}
    told = [
        PlatformCost(
            kind=kind,
            channel=channel,
            about=about,
            times=sum(row.times for row in rows),
            cost=_priced(rows),
            before=was.get((kind, channel, about), Dollars.of(0)),
        )
        for (kind, channel, about), rows in _alike(now).items()
    ]
    return sorted(told, key=lambda each: -(each.cost.micro_usd if each.cost else 0))


def _alike(rows: Iterable[BoutiqueSpend]) -> Mapping[tuple[str, str, str], Sequence[BoutiqueSpend]]:
    found: dict[tuple[str, str, str], list[BoutiqueSpend]] = defaultdict(list)
    for row in rows:
        found[row.kind, row.channel, row.about].append(row)
    return found


def _priced(rows: Sequence[BoutiqueSpend]) -> Dollars | None:
    """A price that one does not know nobody knows."""
    known = [row.micro_usd for row in rows if row.micro_usd is not None]
    return Dollars.of(sum(known)) if len(known) == len(rows) else None


def _kes(cents: int) -> Amount:
    return Amount.of(Money(cents=cents))
