"""The boutiques themselves: how they are called, and which accounts of channels are theirs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.boutique.events import (
    BoutiqueClosed,
    BoutiqueOpened,
    BoutiqueReopened,
    ProfileDescribed,
    WhatsAppConnected,
    WhatsAppDisconnected,
)
from domain.channel import channel_of
from domain.fact import Recorded
from domain.identity import BoutiqueId
from projections.fold import Fold, fold_streams
from projections.table import Table


@dataclass(slots=True)
class BoutiqueRow:
    """A boutique as its own dashboard names it. `numbers` are as people read them."""

    boutique: UUID
    title: str = ""
    town: str = ""
    currency: str = "KES"
    numbers: list[str] = field(default_factory=list)
    open: bool = True
    version: int = 0


@dataclass(slots=True)
class AccountRow:
    """An account of a channel that the boutique claims; whoever claimed it first has it."""

    channel: str
    account: str
    since: datetime


BOUTIQUES: Final = Table("boutiques", BoutiqueRow, key=("boutique",))
ACCOUNTS: Final = Table("boutique_accounts", AccountRow, key=("channel", "account"))
_fold = Fold[BoutiqueRow]()


@_fold.on(BoutiqueOpened)
def _opened(row: BoutiqueRow, fact: BoutiqueOpened, _: Recorded[Any]) -> None:
    row.title, row.town, row.currency = fact.name, fact.town, fact.currency


@_fold.on(WhatsAppConnected)
def _connected(row: BoutiqueRow, fact: WhatsAppConnected, _: Recorded[Any]) -> None:
    row.numbers = [*(n for n in row.numbers if n != fact.display_number), fact.display_number]


@_fold.on(WhatsAppDisconnected)
def _disconnected(row: BoutiqueRow, fact: WhatsAppDisconnected, _: Recorded[Any]) -> None:
    row.numbers = [number for number in row.numbers if number != fact.display_number]


@_fold.on(ProfileDescribed)
def _described(row: BoutiqueRow, fact: ProfileDescribed, _: Recorded[Any]) -> None:
    row.title, row.town = fact.name or row.title, fact.town or row.town


@_fold.on(BoutiqueClosed)
def _closed(row: BoutiqueRow, _: BoutiqueClosed, __: Recorded[Any]) -> None:
    row.open = False


@_fold.on(BoutiqueReopened)
def _reopened(row: BoutiqueRow, _: BoutiqueReopened, __: Recorded[Any]) -> None:
    row.open = True


class Accounts:
    """The read model of boutiques and their accounts."""

    name: ClassVar[str] = "accounts"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        fold_streams(_fold, BOUTIQUES, BoutiqueRow, conn, boutique, facts)
        claims = [fact for fact in facts if isinstance(fact.fact, WhatsAppConnected | WhatsAppDisconnected)]
        if claims:
            _settle(conn, boutique, claims)

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget the boutique's card, to be built anew.

        Its accounts stay: without them a customer's message would find no boutique meanwhile.
        """
        BOUTIQUES.clear(conn, boutique)


def _settle(conn: Connection[Any], boutique: BoutiqueId, claims: Sequence[Recorded[Any]]) -> None:
    """Write which accounts are the boutique's after these facts; one that was let go is free for others."""
    known = ACCOUNTS.load(conn, boutique, {claim.fact.account for claim in claims}, by="account")
    gone: set[tuple[str, str]] = set()
    for claim in claims:
        key = channel_of(claim.fact.provider), claim.fact.account
        if isinstance(claim.fact, WhatsAppConnected):
            known.setdefault(key, AccountRow(*key, claim.at))
            gone.discard(key)
        else:
            known.pop(key, None)
            gone.add(key)
    ACCOUNTS.save(conn, boutique, known.values())
    for channel, account in gone:
        conn.execute(
            "DELETE FROM dukani.boutique_accounts WHERE boutique_id = %s AND channel = %s AND account = %s",
            (boutique, channel, account),
        )


def own(boutique: BoutiqueId, conn: Connection[Any]) -> BoutiqueRow | None:
    """The boutique; None until it was opened."""
    return next(iter(BOUTIQUES.where(conn, boutique, "true LIMIT 1")), None)
