"""What models answered, by what they were asked: sealed under the customer's key, and gone after some days.

A turn that is thought anew, after a crash or because somebody else recorded first, pays for no second call.
"""

import json
from datetime import timedelta
from typing import Final
from uuid import UUID

from application.ports.model import Kept
from domain.identity import BoutiqueId
from domain.sealed import Sealed
from interfaces.postgres.database import Database
from interfaces.postgres.vault import PostgresVault

KEPT_FOR: Final = timedelta(days=7)
_FIND: Final = "SELECT turn, use, box FROM dukani.model_answers WHERE boutique_id = %s AND subject = %s AND question = %s"  # noqa: E501
_KEEP: Final = """
    INSERT INTO dukani.model_answers (boutique_id, subject, question, turn, use, box)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"""
_TIDY: Final = "DELETE FROM dukani.model_answers WHERE boutique_id = %s AND kept_at < now() - %s"


class ModelAnswers:
    """The port Answers."""

    def __init__(self, database: Database, vault: PostgresVault) -> None:
        self._database, self._vault = database, vault

    def find(self, boutique: BoutiqueId, subject: UUID, question: str) -> Kept | None:
        """The answer to this question; None where it was never asked, or its subject was forgotten."""
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(_FIND, (boutique, subject, question), prepare=True).fetchone()
        if row is None:
            return None
        turn, use, box = row
        said = self._vault.open(boutique, Sealed(subject=subject, box=box))
        return None if said is None else Kept(turn, json.dumps(use), said)

    def keep(self, boutique: BoutiqueId, subject: UUID, question: str, answer: Kept) -> None:
        """Keep an answer, and let go of those that no turn will ask for any more."""
        box = self._vault.seal(boutique, subject, answer.said).box
        with self._database.as_boutique(boutique) as conn:
            conn.execute(_KEEP, (boutique, subject, question, answer.turn, answer.use, box))
            conn.execute(_TIDY, (boutique, KEPT_FOR))
