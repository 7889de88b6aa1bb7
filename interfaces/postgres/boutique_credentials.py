"""A boutique's credentials at its neighbours, sealed by envelope encryption under keys of their own.

A box is sealed together with the neighbour's name and the account: moved to another row it does not open.
"""

import json
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from pydantic import SecretStr

from application.ports import Credentials
from application.ports.credentials import C
from domain.identity import BoutiqueId, derive
from interfaces.postgres.database import Database
from interfaces.postgres.vault import PostgresVault

_READ: Final = """
    SELECT box FROM dukani.boutique_credentials WHERE boutique_id = %s AND neighbour = %s AND account = %s"""
_KEEP: Final = """
    INSERT INTO dukani.boutique_credentials (boutique_id, neighbour, account, box) VALUES (%s, %s, %s, %s)
    ON CONFLICT (boutique_id, neighbour, account) DO UPDATE SET box = excluded.box, changed_at = now()"""
_FORGET: Final = """
    DELETE FROM dukani.boutique_credentials WHERE boutique_id = %s AND neighbour = %s AND account = %s"""


class PostgresCredentials:
    """CredentialStore over PostgreSQL."""

    def __init__(self, database: Database, vault: PostgresVault) -> None:
        self._database, self._vault = database, vault

    def read(self, boutique: BoutiqueId, account: str, kind: type[C]) -> C | None:
        """What was kept last; None where the boutique has none of its own. Raises: SealBroken."""
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(_READ, (boutique, kind.NEIGHBOUR, account), prepare=True).fetchone()
        if row is None:
            return None
        opened = self._vault.open_bytes(boutique, _subject(boutique, kind, account), row[0])
        return None if opened is None else kind.model_validate_json(opened)

    def keep(self, boutique: BoutiqueId, account: str, credentials: Credentials) -> None:
        """Keep these from now on; those before are gone."""
        kind = type(credentials)
        subject = _subject(boutique, kind, account)
        box = self._vault.seal_bytes(boutique, subject, _written(credentials))
        with self._database.as_boutique(boutique) as conn:
            conn.execute(_KEEP, (boutique, kind.NEIGHBOUR, account, box))

    def forget(self, boutique: BoutiqueId, account: str, kind: type[Credentials]) -> None:
        """Keep them no longer, and destroy their key. A second call changes nothing."""
        with self._database.as_boutique(boutique) as conn:
            conn.execute(_FORGET, (boutique, kind.NEIGHBOUR, account))
        self._vault.destroy(boutique, _subject(boutique, kind, account))


def _subject(boutique: BoutiqueId, kind: type[Credentials], account: str) -> UUID:
    return derive(boutique, "credentials", kind.NEIGHBOUR, account)


def _written(credentials: Credentials) -> bytes:
    """With its secrets in the clear: what is sealed must be readable again."""
    return json.dumps(dict(credentials), default=_in_the_clear).encode()


def _in_the_clear(value: object) -> object:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be kept")
