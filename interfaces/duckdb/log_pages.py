"""The boutiques' logs in pages, for whoever follows them all."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.fact import Recorded
from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.postgres.envelope import decode

_PAGE: Final = """
    SELECT originator_id, originator_version, topic, state, notification_id FROM dukani.stored_events
     WHERE boutique_id = %s AND notification_id > %s ORDER BY notification_id LIMIT %s"""


class LogPages:
    """Reads facts of every boutique in the order of its log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def heads(self) -> Mapping[BoutiqueId, int]:
        """Each boutique's last position."""
        with self._database.as_follower() as conn:
            return dict(conn.execute("SELECT boutique_id, last FROM dukani.log_heads").fetchall())

    def after(self, boutique: BoutiqueId, position: int, limit: int) -> Sequence[Recorded[Any]]:
        """The next facts behind a position."""
        with self._database.as_follower() as conn:
            rows = conn.execute(_PAGE, (boutique, position, limit), prepare=True, binary=True).fetchall()
        return [decode(*row) for row in rows]
