"""Messages and statuses into the inbox, and with them their customers' turns into the due work."""

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import psycopg

from application.ports import Clock
from application.work import WorkKind
from domain.channel import Channel
from domain.identity import BoutiqueId
from interfaces.ingress.delivery import Delivery, Item, NotStored, Pace, Rejected
from interfaces.ingress.group_commit import GroupCommit, StoreDown
from interfaces.ingress.naming import lanes_of
from interfaces.ingress.quarantine import OTHER_WORDS, UNKNOWN_ACCOUNT, Quarantine
from interfaces.ingress.readings import say_the_same
from interfaces.ingress.statements import ACCEPT
from interfaces.postgres.database import Database, StoreUnavailable

_ACCOUNT_REMEMBERED = 60.0


@dataclass(frozen=True, slots=True)
class IngressSettings:
    """Shape: `lane_secret` is what `customer_of` takes. Units: seconds, from the first message on."""

    lane_secret: bytes
    quiet_after_words: float = 1.5
    quiet_after_photo: float = 2.5
    quiet_after_tap: float = 0.2
    longest_wait: float = 10.0

    def wait_after(self, pace: Pace) -> float:
        """How long a turn waits for more after such an item."""
        waits: Mapping[Pace, float] = {
            Pace.WORDS: self.quiet_after_words,
            Pace.PHOTO: self.quiet_after_photo,
            Pace.TAP: self.quiet_after_tap,
        }
        return waits.get(pace, 0.0)


class PostgresIngress:
    """Ingress over PostgreSQL. What a message says of its own time is held against this clock."""

    def __init__(self, database: Database, settings: IngressSettings, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._accounts = _Accounts(database)
        self._quarantine = Quarantine(database)
        self._group = GroupCommit[Delivery](self._commit)

    async def accept(self, delivery: Delivery) -> None:
        """Returns once every item is committed. Raises: NotStored."""
        try:
            await self._group.add(delivery)
        except (StoreDown, psycopg.Error) as error:
            raise NotStored(type(error).__name__) from error

    def commit(self, delivery: Delivery) -> None:
        """Commit one delivery now. Raises: StoreDown, psycopg.Error."""
        self._commit([delivery])

    def _commit(self, deliveries: Sequence[Delivery]) -> None:
        items = list(chain.from_iterable(delivery.items for delivery in deliveries))
        rejected = list(chain.from_iterable(delivery.rejected for delivery in deliveries))
        try:
            aside = self._commit_items(items)
            self._quarantine.keep([*rejected, *aside])
        except (StoreUnavailable, psycopg.OperationalError, psycopg.InterfaceError) as down:
            raise StoreDown(str(down)) from down

    def _commit_items(self, items: Sequence[Item]) -> Sequence[Rejected]:
        """Those that were not taken in: nobody's, and other words under an id that is known."""
        by_boutique: dict[BoutiqueId, list[Item]] = defaultdict(list)
        aside: list[Rejected] = []
        for item in items:
            boutique = self._accounts.boutique_of(item.channel, item.account)
            if boutique is None:
                aside.append(_aside(item, UNKNOWN_ACCOUNT))
            else:
                by_boutique[boutique].append(item)
        for boutique, own in by_boutique.items():
            aside += [_aside(item, OTHER_WORDS) for item in self._insert(boutique, own)]
        return aside

    def _insert(self, boutique: BoutiqueId, items: Sequence[Item]) -> Sequence[Item]:
        """Those that were not new and say other words than what is kept under their id."""
        wait_after = self._settings.wait_after
        values = {
            "boutique": boutique,
            "now": self._clock.now(),
            "kind": WorkKind.TURN,
            "cap": self._settings.longest_wait,
            "channels": [item.channel for item in items],
            "accounts": [item.account for item in items],
            "ids": [item.provider_id for item in items],
            "raws": [item.raw for item in items],
            "waits": [wait_after(item.pace) for item in items],
        }
        with self._database.as_boutique(boutique) as conn:
            lanes = lanes_of(conn, self._settings.lane_secret, boutique, items)
            known = conn.execute(ACCEPT, {**values, "lanes": lanes}, prepare=True).fetchall()
        doubles = [(items[place - 1], bytes(kept)) for place, kept in known]
        told = {_id(item) for item, _ in doubles}
        doubles += _within([item for item in items if _id(item) not in told])
        return [item for item, kept in doubles if not say_the_same(item.channel, item.raw, kept)]


def _within(items: Sequence[Item]) -> list[tuple[Item, bytes]]:
    """Items that came together with an earlier one of the same id, and what that one says."""
    first: dict[tuple[str, str, str], bytes] = {}
    doubles = []
    for item in items:
        kept = first.setdefault(_id(item), item.raw)
        if kept != item.raw:
            doubles.append((item, kept))
    return doubles


def _id(item: Item) -> tuple[str, str, str]:
    return item.channel, item.account, item.provider_id


def _aside(item: Item, reason: str) -> Rejected:
    return Rejected(item.account, reason, item.raw, item.channel)


class _Accounts:
    """Whose account it is, remembered for a minute once it is known."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[tuple[Channel, str], tuple[BoutiqueId, float]] = {}

    def boutique_of(self, channel: Channel, account: str) -> BoutiqueId | None:
        remembered = self._known.get((channel, account))
        if remembered is not None and time.monotonic() < remembered[1]:
            return remembered[0]
        boutique = self._database.boutique_of_account(channel, account)
        if boutique is not None:
            self._known[channel, account] = (boutique, time.monotonic() + _ACCOUNT_REMEMBERED)
        return boutique
