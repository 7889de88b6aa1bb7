"""The quarantine: authentic items that cannot be taken for what they say, kept raw for a person to look at.

Nobody looks at what nobody hears of, so the first of each cause rings: one line of level error, with the
cause and the number under which the item is kept. Those after it are counted and seen by `dukani doctor`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import structlog

from interfaces.bell import Bell
from interfaces.ingress.delivery import Cause, Rejected
from interfaces.postgres.database import Database

UNKNOWN_ACCOUNT: Final = "unknown-account"
OTHER_WORDS: Final = "same-id-other-words"
_LONGEST_ACCOUNT: Final = 200
_LONGEST_REASON: Final = 200
_KEEP: Final = """
    SELECT dukani.set_aside(a.channel, a.account, a.reason, a.raw)
      FROM unnest(%s::text[], %s::text[], %s::text[], %s::bytea[])
           WITH ORDINALITY AS a (channel, account, reason, raw, place) ORDER BY a.place"""

_say = structlog.get_logger()


class Quarantine:
    """Keeps items aside and rings for them. Safe to share between threads."""

    def __init__(self, database: Database, bell: Bell | None = None) -> None:
        self._database, self._bell = database, bell or Bell()

    def keep(self, rejected: Sequence[Rejected]) -> None:
        """Keep them, and ring for each cause that has not rung within the hour. Raises: psycopg.Error."""
        if not rejected:
            return
        columns = zip(*(_row(each) for each in rejected), strict=True)
        with self._database.as_ingress() as conn:
            numbers = conn.execute(_KEEP, [list(column) for column in columns]).fetchall()
        for each, (number,) in zip(rejected, numbers, strict=True):
            self._ring(each, number)

    def causes(self, since: datetime) -> Sequence[Cause]:
        """What was set aside since then, the newest cause first. Raises: StoreUnavailable, psycopg.Error."""
        with self._database.as_follower() as conn:
            rows = conn.execute("SELECT * FROM dukani.quarantine_causes(%s)", (since,)).fetchall()
        return [Cause(*row) for row in rows]

    def _ring(self, aside: Rejected, number: int) -> None:
        if not self._bell.rings((str(aside.channel), aside.account, aside.reason)):
            return
        told = {"channel": str(aside.channel), "account": aside.account}
        _say.error("item-quarantined", cause=aside.reason, id=number, **told)


def _row(aside: Rejected) -> tuple[str, str, str, bytes]:
    account, reason = aside.account[:_LONGEST_ACCOUNT], aside.reason[:_LONGEST_REASON]
    return str(aside.channel), account, reason, aside.raw
