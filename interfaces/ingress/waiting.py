"""What stands in the inbox and is not settled: a customer's messages, and the money's callbacks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from application.inbound import InboxItem
from application.ports import Evidence, StatementLine
from domain.channel import Channel
from domain.identity import BoutiqueId, CustomerId, DepositId, PaymentId
from interfaces.ingress.readings import ARRIVALS, READERS
from interfaces.postgres.database import Database

_WAITING = """
    SELECT channel, raw, received_at FROM dukani.inbox
     WHERE boutique_id = %s AND lane = %s AND settled_at IS NULL ORDER BY received_at LIMIT 200"""
_SETTLE = """
    UPDATE dukani.inbox i SET settled_at = now(), outcome = s.outcome
      FROM unnest(%s::text[], %s::text[]) AS s (provider_id, outcome)
     WHERE i.boutique_id = %s AND i.lane = %s AND i.provider_id = s.provider_id AND i.settled_at IS NULL"""
_SETTLE_HERS = """
    UPDATE dukani.inbox i SET settled_at = now(), outcome = s.outcome,
           raw = CASE WHEN EXISTS (SELECT FROM dukani.customers c
                                    WHERE c.boutique_id = i.boutique_id AND c.customer = i.lane
                                      AND c.forgotten_at IS NOT NULL)
                       AND NOT EXISTS (SELECT FROM dukani.subject_keys k
                                        WHERE k.boutique_id = i.boutique_id AND k.subject = i.lane)
                      THEN NULL ELSE i.raw END
      FROM unnest(%s::text[], %s::text[]) AS s (provider_id, outcome)
     WHERE i.boutique_id = %s AND i.lane = %s AND i.provider_id = s.provider_id AND i.settled_at IS NULL"""
"""A tick that comes after she was forgotten does not stay either; who writes again has a new key."""
_CALLBACK = """
    SELECT channel, raw FROM dukani.inbox
     WHERE boutique_id = %s AND lane = %s AND channel = ANY(%s) AND provider_id = %s AND settled_at IS NULL"""

_TOLD_OF = """
    SELECT channel, raw FROM dukani.inbox
     WHERE boutique_id = %s AND lane = %s AND channel = ANY(%s) AND settled_at IS NULL ORDER BY received_at"""
_SETTLE_LANE = """
    UPDATE dukani.inbox SET settled_at = now(), outcome = %s
     WHERE boutique_id = %s AND lane = %s AND settled_at IS NULL"""

Reader = Callable[[bytes, datetime], InboxItem]


class PostgresInbox:
    """Inbox, EvidenceBox and DepositBox over PostgreSQL: each channel's own reader reads what came by it."""

    def __init__(self, database: Database, readers: Mapping[Channel, Reader]) -> None:
        self._database = database
        self._readers = readers

    def waiting(self, boutique: BoutiqueId, customer: CustomerId) -> Sequence[InboxItem]:
        """A customer's unsettled items, oldest first."""
        with self._database.as_boutique(boutique) as conn:
            rows = conn.execute(_WAITING, (boutique, customer), prepare=True).fetchall()
        read = self._readers
        kept = [(Channel(channel), bytes(raw), at) for channel, raw, at in rows if raw is not None]
        return sorted((read[channel](raw, at) for channel, raw, at in kept), key=_when)

    def settle(self, boutique: BoutiqueId, customer: CustomerId, outcomes: Sequence[tuple[str, str]]) -> None:
        """Write the outcomes. Repeating it changes nothing."""
        if not outcomes:
            return
        ids, ends = zip(*outcomes, strict=True)
        with self._database.as_boutique(boutique) as conn:
            conn.execute(_SETTLE_HERS, (list(ids), list(ends), boutique, customer), prepare=True)

    def evidence(self, boutique: BoutiqueId, payment: PaymentId, fingerprint: str) -> Evidence | None:
        """What a callback says; None once it is settled."""
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(_CALLBACK, (boutique, payment, list(READERS), fingerprint)).fetchone()
        return READERS[row[0]](bytes(row[1])) if row and row[1] is not None else None

    def settle_evidence(
        self, boutique: BoutiqueId, payment: PaymentId, fingerprint: str, outcome: str
    ) -> None:
        """Write a callback's outcome."""
        with self._database.as_boutique(boutique) as conn:
            conn.execute(_SETTLE, ([fingerprint], [outcome], boutique, payment))

    def arrivals(self, boutique: BoutiqueId, deposit: DepositId) -> Sequence[StatementLine]:
        """News that a receipt's money came, the oldest first."""
        return [ARRIVALS[channel](raw) for channel, raw in self._told_of(boutique, deposit, list(ARRIVALS))]

    def standings(self, boutique: BoutiqueId, deposit: DepositId) -> Sequence[Evidence]:
        """What the neighbour says of a receipt when asked, the oldest first."""
        return [READERS[channel](raw) for channel, raw in self._told_of(boutique, deposit, list(READERS))]

    def settle_deposit(self, boutique: BoutiqueId, deposit: DepositId, outcome: str) -> None:
        """Write the outcome of all that was told of a receipt."""
        with self._database.as_boutique(boutique) as conn:
            conn.execute(_SETTLE_LANE, (outcome, boutique, deposit))

    def _told_of(
        self, boutique: BoutiqueId, deposit: DepositId, channels: list[str]
    ) -> list[tuple[str, bytes]]:
        with self._database.as_boutique(boutique) as conn:
            rows = conn.execute(_TOLD_OF, (boutique, deposit, channels)).fetchall()
        return [(channel, bytes(raw)) for channel, raw in rows if raw is not None]


def _when(item: InboxItem) -> float:
    """By the sender's clock, so that a reordered burst is read as it was written."""
    return (item.sent_at if hasattr(item, "sent_at") else item.at).timestamp()
