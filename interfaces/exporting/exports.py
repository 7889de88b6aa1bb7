"""Exports as they stand: asked for by an owner, made by the worker, kept for a day, then gone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from application.exporting import Export, ExportState
from application.ports import Pictures, Vault
from application.work import Work, WorkKind
from domain.identity import BoutiqueId, derive
from interfaces.exporting.archive import PARTS, write
from interfaces.exporting.source import Source
from interfaces.postgres.database import Database
from interfaces.read_models import schedule_work

KEPT_FOR: Final = timedelta(hours=24)
_SHOWN: Final = 5
_COLUMNS: Final = "export, state, done, total, size, asked_at, expires"
_NOTE: Final = """
    UPDATE dukani.boutique_exports SET state = %s, done = %s, size = %s, expires = %s
     WHERE boutique_id = %s AND export = %s"""


@dataclass(frozen=True, slots=True)
class Exports:
    """ExportDesk for the dashboard, and Archives for the worker."""

    database: Database
    vault: Vault
    pictures: Pictures
    folder: Path
    now: Callable[[], datetime]

    def ask(self, boutique: BoutiqueId) -> Export:
        """Have a copy made; while one is being made it is that one."""
        with self.database.as_boutique(boutique) as conn:
            under_way = conn.execute(
                f"SELECT {_COLUMNS} FROM dukani.boutique_exports"  # noqa: S608 — our own columns
                " WHERE boutique_id = %s AND state IN ('waiting', 'running') FOR UPDATE",
                (boutique,),
            ).fetchone()
            if under_way:
                return _export(under_way)
            named, at = uuid4(), self.now()
            conn.execute(
                "INSERT INTO dukani.boutique_exports (boutique_id, export, state, total, asked_at)"
                " VALUES (%s, %s, 'waiting', %s, %s)",
                (boutique, named, PARTS, at),
            )
            lane = derive(boutique, "exports")
            schedule_work(conn, [Work(boutique, WorkKind.EXPORT_BOUTIQUE, str(named), lane, at, named)])
        return Export(named, ExportState.WAITING, 0, PARTS, 0, at, None)

    def latest(self, boutique: BoutiqueId) -> Sequence[Export]:
        """The last ones, the latest first."""
        return self._where(boutique, "true ORDER BY asked_at DESC LIMIT %s", _SHOWN)

    def find(self, boutique: BoutiqueId, export: UUID) -> Export | None:
        """One of this boutique's."""
        return next(iter(self._where(boutique, "export = %s", export)), None)

    def file(self, boutique: BoutiqueId, export: UUID) -> Path | None:
        """The archive, while it is kept."""
        known = self.find(boutique, export)
        if known is None or known.state is not ExportState.READY or known.expires is None:
            return None
        path = self._path(boutique, export)
        return path if known.expires > self.now() and path.is_file() else None

    def make(self, boutique: BoutiqueId, export: UUID) -> datetime:
        """Write the archive, noting how far it is; when it will go."""
        source = Source(boutique, self.database.as_boutique, self.vault, self.pictures)

        def progress(done: int) -> None:
            self._note(boutique, export, ExportState.RUNNING, done)

        size, expires = (
            write(source, self._path(boutique, export), self.now(), progress),
            self.now() + KEPT_FOR,
        )
        self._note(boutique, export, ExportState.READY, PARTS, size, expires)
        return expires

    def end(self, boutique: BoutiqueId, export: UUID, state: ExportState) -> None:
        """Keep its file no longer, and say why."""
        self._path(boutique, export).unlink(missing_ok=True)
        self._path(boutique, export).with_suffix(".draft").unlink(missing_ok=True)
        self._note(boutique, export, state, 0)

    def _note(
        self,
        boutique: BoutiqueId,
        export: UUID,
        state: ExportState,
        done: int,
        size: int = 0,
        expires: datetime | None = None,
    ) -> None:
        with self.database.as_boutique(boutique) as conn:
            conn.execute(_NOTE, (state.value, done, size, expires, boutique, export))

    def _where(self, boutique: BoutiqueId, condition: str, value: UUID | int) -> Sequence[Export]:
        with self.database.as_boutique(boutique) as conn:
            rows = conn.execute(
                f"SELECT {_COLUMNS} FROM dukani.boutique_exports"  # noqa: S608 — our own words
                f" WHERE boutique_id = %s AND {condition}",
                (boutique, value),
            ).fetchall()
        return [_export(row) for row in rows]

    def _path(self, boutique: BoutiqueId, export: UUID) -> Path:
        return self.folder / str(boutique) / f"{export}.zip"


def _export(row: Sequence[object]) -> Export:
    named, state, *rest = row
    return Export(named, ExportState(state), *rest)  # type: ignore[arg-type]
