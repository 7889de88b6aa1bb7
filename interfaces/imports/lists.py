"""Lists of pieces in the database, until they are taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import orjson
from pydantic import TypeAdapter

from application.importing.keeping import KeptList
from application.importing.report import UNFINISHED, Report, State
from application.work import Work, WorkKind
from domain.fact import Actor
from domain.identity import BoutiqueId, derive
from interfaces.http.importing import Import
from interfaces.postgres.database import Database
from interfaces.read_models import schedule_work
from interfaces.spreadsheets.tables import rows_of

KEPT_FOR: Final = timedelta(days=30)
_REPORT: Final = TypeAdapter(Report)
_COLUMNS: Final = "import, name, state, done, total, report::text, sent_at"


class PostgresLists:
    """The lists of all boutiques, each seen by its own alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self, boutique: BoutiqueId, identity: UUID, name: str, actor: Actor, content: bytes, now: datetime
    ) -> None:
        """Keep a list and let it be checked; the same list sent again is the same. Old reports go."""
        with self._database.as_boutique(boutique) as conn:
            conn.execute(
                "DELETE FROM dukani.catalogue_imports WHERE boutique_id = %s AND sent_at < %s",
                (boutique, now - KEPT_FOR),
            )
            kept = conn.execute(
                "INSERT INTO dukani.catalogue_imports"
                " (boutique_id, import, name, actor, content, state, sent_at)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING 1",
                (boutique, identity, name, actor.value, content, State.WAITING.value, now),
            ).fetchone()
            if kept:
                schedule_work(conn, [_work(boutique, identity, WorkKind.CHECK_IMPORT, now)])

    def add_photos(
        self, boutique: BoutiqueId, identity: UUID, photos: Mapping[str, str], now: datetime
    ) -> bool:
        """Keep which pictures came along and let the list be checked anew; False once it was confirmed."""
        may = [State.WAITING.value, State.CHECKED.value]
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(
                "UPDATE dukani.catalogue_imports SET photos = photos || %s::jsonb, state = %s, done = 0"
                " WHERE boutique_id = %s AND import = %s AND state = ANY(%s) RETURNING 1",
                (orjson.dumps(dict(photos)).decode(), State.WAITING.value, boutique, identity, may),
            ).fetchone()
            if row:
                schedule_work(conn, [_work(boutique, identity, WorkKind.CHECK_IMPORT, now)])
        return row is not None

    def confirm(self, boutique: BoutiqueId, identity: UUID, now: datetime) -> bool:
        """Let a checked list be taken over; again, it changes nothing. False for one that is not checked."""
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(
                "UPDATE dukani.catalogue_imports SET state = %s, done = 0"
                " WHERE boutique_id = %s AND import = %s AND state = %s RETURNING 1",
                (State.CONFIRMED.value, boutique, identity, State.CHECKED.value),
            ).fetchone()
            if row:
                schedule_work(conn, [_work(boutique, identity, WorkKind.RUN_IMPORT, now)])
        return row is not None

    def one(self, boutique: BoutiqueId, identity: UUID) -> Import | None:
        """An import of this boutique."""
        found = self._where(boutique, "import = %s", identity)
        return found[0] if found else None

    def latest(self, boutique: BoutiqueId, limit: int) -> Sequence[Import]:
        """The imports of this boutique, the latest first."""
        return self._where(boutique, "true ORDER BY sent_at DESC LIMIT %s", limit)

    def find(self, boutique: BoutiqueId, identity: UUID) -> KeptList | None:
        """A list to be worked on."""
        with self._database.as_boutique(boutique) as conn:
            row = conn.execute(
                "SELECT state, actor, content, photos, done, report::text FROM dukani.catalogue_imports"
                " WHERE boutique_id = %s AND import = %s",
                (boutique, identity),
            ).fetchone()
        if row is None:
            return None
        content, report = bytes(row[2]), _REPORT.validate_json(row[5])
        return KeptList(
            identity, State(row[0]), Actor(row[1]), lambda: rows_of(content), row[3], row[4], report
        )

    def note(
        self,
        boutique: BoutiqueId,
        identity: UUID,
        state: State,
        *,
        done: int = 0,
        total: int = 0,
        report: Report | None = None,
    ) -> None:
        """How far it has come; what it held goes once it is finished."""
        told = orjson.dumps(asdict(report)).decode() if report else None
        ended = state not in UNFINISHED and state is not State.CHECKED
        with self._database.as_boutique(boutique) as conn:
            conn.execute(
                "UPDATE dukani.catalogue_imports SET state = %s, done = %s, total = %s,"
                " report = coalesce(%s::jsonb, report), content = CASE WHEN %s THEN '' ELSE content END"
                " WHERE boutique_id = %s AND import = %s",
                (state.value, done, total, told, ended, boutique, identity),
            )

    def _where(self, boutique: BoutiqueId, condition: str, value: object) -> list[Import]:
        text = f"SELECT {_COLUMNS} FROM dukani.catalogue_imports WHERE boutique_id = %s AND {condition}"  # noqa: S608 — words of our own
        with self._database.as_boutique(boutique) as conn:
            rows = conn.execute(text.encode(), (boutique, value)).fetchall()
        return [_import(row) for row in rows]


def _import(row: Sequence[Any]) -> Import:
    return Import(row[0], row[1], State(row[2]), row[3], row[4], _REPORT.validate_json(row[5]), row[6])


def _work(boutique: BoutiqueId, identity: UUID, kind: WorkKind, now: datetime) -> Work:
    return Work(boutique, kind, str(identity), derive(boutique, "imports"), now, identity)
