# all-boutiques: the operator's role, which sees sums alone
"""PlatformBooks over the tables of sums, read with the operator's own role of the database."""

from collections.abc import Sequence
from datetime import datetime, time
from itertools import groupby
from typing import Final

from psycopg.rows import args_row

from domain.identity import BoutiqueId
from interfaces.http.operating import AccountHealth, BoutiqueHealth, Ratings, Uptime
from interfaces.platform.uptime import uptime
from interfaces.postgres.database import Database
from projections.sales import EAST_AFRICA, Period

PROCESSES: Final = ("api", "worker")
_BOUTIQUES: Final = """
    SELECT boutique_id, title, town, open, since, stopped, chats_waiting, work_failing, counted_at,
           fee, commission
      FROM dukani.platform_boutiques ORDER BY since DESC NULLS LAST, boutique_id"""
_ACCOUNTS: Final = """
    SELECT boutique_id, neighbour, ending, last_in, last_out, sent, failed, prompted, succeeded, unknown,
           verdict, checked_at
      FROM dukani.platform_accounts WHERE %(boutique)s::uuid IS NULL OR boutique_id = %(boutique)s
     ORDER BY boutique_id, neighbour, ending, connection"""
_RATINGS: Final = """
    SELECT boutique_id, sum(delivered)::int, sum(rated)::int, sum(stars)::int
      FROM dukani.platform_ratings WHERE day BETWEEN %s AND %s GROUP BY boutique_id"""
_BEATS: Final = """
    SELECT process, hour, minutes FROM dukani.heartbeats
     WHERE hour > %s::timestamptz - interval '1 hour' ORDER BY process, hour"""


class PostgresBooks:
    """What is kept of all boutiques together."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def boutiques(self) -> Sequence[BoutiqueHealth]:
        """Every boutique, the newest first."""
        with self._database.as_platform() as conn:
            return conn.cursor(row_factory=args_row(BoutiqueHealth)).execute(_BOUTIQUES).fetchall()

    def accounts(self, boutique: BoutiqueId | None = None) -> Sequence[AccountHealth]:
        """Every number and till, or those of one boutique."""
        with self._database.as_platform() as conn:
            found = conn.cursor(row_factory=args_row(AccountHealth))
            return found.execute(_ACCOUNTS, {"boutique": boutique}).fetchall()

    def ratings(self, period: Period) -> Sequence[Ratings]:
        """What customers said, by boutique."""
        with self._database.as_platform() as conn:
            found = conn.cursor(row_factory=args_row(Ratings))
            return found.execute(_RATINGS, (period.first, period.last)).fetchall()

    def uptime(self, period: Period, now: datetime) -> Sequence[Uptime]:
        """How long the installation's processes were there."""
        begin = datetime.combine(period.first, time(), EAST_AFRICA)
        end = min(now, datetime.combine(period.last, time.max, EAST_AFRICA))
        with self._database.as_platform() as conn:
            rows = conn.execute(_BEATS, (begin,)).fetchall()
        hours = {name: [row[1:] for row in each] for name, each in groupby(rows, key=lambda row: row[0])}
        return [uptime(name, hours.get(name, ()), begin, end) for name in PROCESSES]
