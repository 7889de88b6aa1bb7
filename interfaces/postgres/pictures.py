"""Pictures: the catalogue's as files or in a bucket by their SHA-256, customers' sealed in the database."""

import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import Final, Protocol
from uuid import UUID

from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.postgres.vault import PostgresVault

_NAME: Final = re.compile(r"[0-9a-f]{64}")


class OpenShelf(Protocol):
    """Where what everybody may see is kept, by a name that follows from its bytes."""

    def put(self, boutique: BoutiqueId, name: str, picture: bytes) -> None:
        """Keep it, whole or not at all. A repetition changes nothing. Raises: NeighbourFailed."""
        ...

    def get(self, boutique: BoutiqueId, name: str) -> bytes | None:
        """The bytes; None where there is none. Raises: NeighbourFailed."""
        ...


class Folder:
    """An OpenShelf of files, a folder for each boutique."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def put(self, boutique: BoutiqueId, name: str, picture: bytes) -> None:
        """Keep it as a file."""
        path = self._path(boutique, name)
        if not path.exists():
            _write(path, picture)

    def get(self, boutique: BoutiqueId, name: str) -> bytes | None:
        """The file's bytes."""
        path = self._path(boutique, name)
        return path.read_bytes() if path.exists() else None

    def _path(self, boutique: BoutiqueId, name: str) -> Path:
        return self._directory / str(boutique) / name[:2] / name


class StoredPictures:
    """The catalogue's pictures on an open shelf, and customers' in the vault's care."""

    def __init__(self, database: Database, vault: PostgresVault, shelf: OpenShelf) -> None:
        self._database = database
        self._vault = vault
        self._shelf = shelf

    def keep(self, boutique: BoutiqueId, picture: bytes, subject: UUID | None = None) -> str:
        """Store a picture, sealed if it has a subject; the name it is fetched by.

        A customer's picture is named by her and the bytes together, so that the name tells nobody whose
        pictures are alike.
        """
        if subject is not None:
            return self._keep_sealed(boutique, picture, subject)
        name = hashlib.sha256(picture).hexdigest()
        self._shelf.put(boutique, name, picture)
        return name

    def fetch(self, boutique: BoutiqueId, name: str) -> bytes | None:
        """The bytes; None if there is none, or its subject was forgotten. Raises: SealBroken."""
        if not _NAME.fullmatch(name):
            return None
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(
                "SELECT subject, box FROM dukani.customer_pictures WHERE boutique_id = %s AND name = %s",
                (boutique, name),
            ).fetchone()
        if row is not None:
            return self._vault.open_bytes(boutique, row[0], row[1])
        return self._shelf.get(boutique, name)

    def _keep_sealed(self, boutique: BoutiqueId, picture: bytes, subject: UUID) -> str:
        name = hashlib.sha256(subject.bytes + picture).hexdigest()
        box = self._vault.seal_bytes(boutique, subject, picture)
        with self._database.as_boutique(boutique) as conn:
            conn.execute(
                "INSERT INTO dukani.customer_pictures (boutique_id, name, subject, box)"
                " VALUES (%s, %s, %s, %s) ON CONFLICT (boutique_id, name) DO UPDATE SET box = EXCLUDED.box",
                (boutique, name, subject, box),
            )
        return name


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: written aside, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
