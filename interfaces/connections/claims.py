"""Whose a number or a till is: taken before it is recorded, so that two boutiques can never both have it.

One till for two shops would bring each receipt to both, and each could count the same money for an order.
"""

from typing import Final, Protocol

from domain.identity import BoutiqueId
from interfaces.postgres.database import Database

_TAKE: Final = """
    INSERT INTO dukani.number_claims (boutique_id, channel, account) VALUES (%s, %s, %s)
    ON CONFLICT DO NOTHING"""
_MINE: Final = """
    SELECT 1 FROM dukani.number_claims WHERE boutique_id = %s AND channel = %s AND account = %s"""
_LEAVE: Final = """
    DELETE FROM dukani.number_claims WHERE boutique_id = %s AND channel = %s AND account = %s"""


class Claims(Protocol):
    """Numbers and tills by their boutiques; each has one. Shape: a till's channel is "mpesa"."""

    def take(self, boutique: BoutiqueId, channel: str, account: str) -> bool:
        """Whether it is the boutique's from now on; it stays another's whose it was."""
        ...

    def leave(self, boutique: BoutiqueId, channel: str, account: str) -> None:
        """Let others have it. A second call changes nothing."""
        ...


class PostgresClaims:
    """Claims over PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, boutique: BoutiqueId, channel: str, account: str) -> bool:
        """Whether it is the boutique's from now on; it stays another's whose it was."""
        known = self._database.boutique_of_account(channel, account)
        if known not in (None, boutique):
            return False
        values = (boutique, channel, account)
        with self._database.as_boutique(boutique) as conn:
            conn.execute(_TAKE, values)
            return conn.execute(_MINE, values).fetchone() is not None

    def leave(self, boutique: BoutiqueId, channel: str, account: str) -> None:
        """Let others have it. A second call changes nothing."""
        with self._database.as_boutique(boutique) as conn:
            conn.execute(_LEAVE, (boutique, channel, account))
