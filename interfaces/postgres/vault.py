"""The vault on PostgreSQL: each person's own key, wrapped by the master key.

Deleting a key's row forgets the person: all that was sealed under it stays where it is and cannot be read.
A value's nonce begins with a mark of its key, so that one sealed under a forgotten key is told from one that
was tampered with.
"""

import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.identity import BoutiqueId
from domain.sealed import Sealed
from interfaces.postgres.database import Database

FRESH_SECONDS: Final = 5.0
"""So long a key may be used from memory: another process forgets the person at the latest then."""

CACHED_KEYS: Final = 5_000
_NONCE: Final = 12
_MARK: Final = 4


class SealBroken(Exception):  # noqa: N818
    """A sealed value does not belong to its subject or was tampered with."""


@dataclass(frozen=True, slots=True)
class _Key:
    cipher: AESGCM
    mark: bytes
    read_at: float


class PostgresVault:
    """Seals personal values under their subject's own key."""

    def __init__(
        self, database: Database, master_key: bytes, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._master = AESGCM(master_key)
        self._monotonic = monotonic
        self._keys: dict[tuple[BoutiqueId, UUID], _Key] = {}
        self._lock = threading.Lock()

    def seal(self, boutique: BoutiqueId, subject: UUID, text: str) -> Sealed:
        """The text, readable only while the subject's key exists; makes the key at the first call."""
        return Sealed(subject=subject, box=self.seal_bytes(boutique, subject, text.encode()))

    def open(self, boutique: BoutiqueId, sealed: Sealed) -> str | None:
        """The text again; None once the subject has been forgotten. Raises: SealBroken."""
        opened = self.open_bytes(boutique, sealed.subject, sealed.box)
        return None if opened is None else opened.decode()

    def open_all(self, boutique: BoutiqueId, sealed: Sequence[Sealed]) -> list[str | None]:
        """Like `open`, of many at once, in their order. Raises: SealBroken."""
        self._learn(boutique, {one.subject for one in sealed})
        return [self.open(boutique, one) for one in sealed]

    def seal_bytes(self, boutique: BoutiqueId, subject: UUID, content: bytes) -> str:
        """Like `seal`, for any bytes. Shape: base64 of nonce, ciphertext and tag."""
        key = self._key(boutique, subject) or self._make(boutique, subject)
        nonce = key.mark + secrets.token_bytes(_NONCE - _MARK)
        box = nonce + key.cipher.encrypt(nonce, content, _about(boutique, subject))
        return base64.b64encode(box).decode()

    def open_bytes(self, boutique: BoutiqueId, subject: UUID, box: str) -> bytes | None:
        """Like `open`, for any bytes. Raises: SealBroken."""
        key = self._key(boutique, subject)
        try:
            content = base64.b64decode(box, validate=True)
        except ValueError as error:
            raise SealBroken(f"the box of {subject} is not base64") from error
        if key is None or content[:_MARK] != key.mark:
            return None
        try:
            return key.cipher.decrypt(content[:_NONCE], content[_NONCE:], _about(boutique, subject))
        except (InvalidTag, ValueError) as error:
            raise SealBroken(f"a value of {subject} was tampered with") from error

    def destroy(self, boutique: BoutiqueId, subject: UUID) -> None:
        """Forget the subject: nothing sealed for her can be read again. A second call changes nothing."""
        with self._database.as_boutique(boutique) as conn:
            for table in ("customer_pictures", "subject_keys"):
                whose = "WHERE boutique_id = %s AND subject = %s"
                conn.execute(f"DELETE FROM dukani.{table} {whose}".encode(), (boutique, subject))  # noqa: S608
        with self._lock:
            self._keys.pop((boutique, subject), None)

    def _key(self, boutique: BoutiqueId, subject: UUID) -> _Key | None:
        known = self._keys.get((boutique, subject))
        if known is not None and self._monotonic() - known.read_at < FRESH_SECONDS:
            return known
        read_at = self._monotonic()
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(
                "SELECT wrapped FROM dukani.subject_keys WHERE boutique_id = %s AND subject = %s",
                (boutique, subject),
                prepare=True,
            ).fetchone()
        if row is None:
            with self._lock:
                self._keys.pop((boutique, subject), None)
            return None
        return self._remember(boutique, subject, row[0], read_at)

    def _learn(self, boutique: BoutiqueId, subjects: set[UUID]) -> None:
        """Have the keys of many at hand by one question."""
        read_at = self._monotonic()
        with self._database.as_boutique(boutique) as conn:
            rows = conn.execute(
                "SELECT subject, wrapped FROM dukani.subject_keys"
                " WHERE boutique_id = %s AND subject = ANY(%s)",
                (boutique, list(subjects)),
            ).fetchall()
        for subject, wrapped in rows:
            self._remember(boutique, subject, wrapped, read_at)

    def _make(self, boutique: BoutiqueId, subject: UUID) -> _Key:
        """Two who make it at once end with the same key: the first one's."""
        nonce = secrets.token_bytes(_NONCE)
        wrapped = nonce + self._master.encrypt(nonce, secrets.token_bytes(32), _about(boutique, subject))
        with self._database.as_boutique(boutique) as conn:
            conn.execute(
                "INSERT INTO dukani.subject_keys (boutique_id, subject, wrapped) VALUES (%s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                (boutique, subject, wrapped),
            )
        made = self._key(boutique, subject)
        if made is None:
            raise SealBroken(f"{subject} was forgotten while a value was sealed for her")
        return made

    def _remember(self, boutique: BoutiqueId, subject: UUID, wrapped: bytes, read_at: float) -> _Key:
        try:
            plain = self._master.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], _about(boutique, subject))
        except InvalidTag as error:
            raise SealBroken("the master key does not fit this database's keys") from error
        key = _Key(AESGCM(plain), hashlib.sha256(b"mark" + plain).digest()[:_MARK], read_at)
        with self._lock:
            if len(self._keys) >= CACHED_KEYS:
                self._keys.clear()
            self._keys[boutique, subject] = key
        return key


def _about(boutique: BoutiqueId, subject: UUID) -> bytes:
    return f"{boutique}|{subject}".encode()
