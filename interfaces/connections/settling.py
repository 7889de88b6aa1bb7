"""Tills that were connected before anybody had to claim one: the boutique that connected it first has it.

A till of two boutiques could count one payment twice. Which of the two is right, no program can tell, and
stopping either would lose her money; so the later one goes on, and the operator is told by `dukani doctor`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from application.execute import Shop
from domain.boutique.boutique import Boutique
from domain.identity import BoutiqueId
from interfaces.connections.claims import Claims
from interfaces.connections.tills import AT_SAFARICOM, is_claimed
from interfaces.findings import Finding, broken, works


@dataclass(frozen=True, slots=True, order=True)
class TillInUse:
    """A till at Safaricom in which a boutique takes money, and since when."""

    since: datetime
    boutique: BoutiqueId
    shortcode: str


def tills_in_use(shop: Shop, boutiques: Sequence[BoutiqueId]) -> list[TillInUse]:
    """The tills that somebody claims, the one connected first before others."""
    return sorted(till for boutique in boutiques for till in _of(shop, boutique))


def settle_tills(shop: Shop, claims: Claims, boutiques: Sequence[BoutiqueId]) -> None:
    """Give each till to the boutique that connected it first. A second call changes nothing."""
    for till in tills_in_use(shop, boutiques):
        claims.take(till.boutique, AT_SAFARICOM, till.shortcode)


def check(shop: Shop, boutiques: Sequence[BoutiqueId]) -> Finding:
    """Whether every till takes money for one boutique alone."""
    first, shared = dict[str, BoutiqueId](), list[str]()
    for till in tills_in_use(shop, boutiques):
        has = first.setdefault(till.shortcode, till.boutique)
        if has != till.boutique:
            shared.append(f"{till.shortcode} of {has} also by {till.boutique}")
    if shared:
        return broken("tills", "; ".join(shared), "ask their owners whose it is, and let the other let it go")
    return works("tills", f"{len(first)}, each of one boutique")


def _of(shop: Shop, boutique: BoutiqueId) -> Iterator[TillInUse]:
    unit = shop.open(boutique, boutique)
    for payee in unit.get(Boutique, boutique).payees:
        since = unit.told_at(Boutique, boutique, payee)
        if is_claimed(payee.provider, payee.shortcode) and since is not None:
            yield TillInUse(since, boutique, payee.shortcode)
