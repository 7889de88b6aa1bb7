"""Whether the process runs, and whether it can take work: the truth for an operator."""

import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from fastapi import APIRouter, Response
from psycopg import Connection

from interfaces.http.schemas import Liveness, Readiness, ReadinessCheck
from interfaces.ingress.delivery import Cause
from interfaces.ingress.spool import Backlog

_DATABASE_WITHIN: Final = 0.5
_DISK_LEFT: Final = 200 * 1024 * 1024
_LATELY: Final = timedelta(days=1)

Check = Callable[[], ReadinessCheck]
Door = Callable[[], AbstractContextManager[Connection[Any]]]


def health_router(checks: Sequence[Check]) -> APIRouter:
    """`/livez` and `/readyz`; ready only while every check holds."""
    router = APIRouter(tags=["health"])

    @router.get("/livez")
    async def livez() -> Liveness:
        """The process answers."""
        return Liveness(alive=True)

    @router.get("/readyz", responses={503: {"model": Readiness}})
    def readyz(response: Response) -> Readiness:
        """Whether work can be taken; 503 with the reasons when not."""
        found = [check() for check in checks]
        ready = all(check.ready for check in found)
        response.status_code = 200 if ready else 503
        return Readiness(ready=ready, checks=found)

    return router


def database_answers(door: Door) -> Check:
    """The database answers within half a second."""

    def check() -> ReadinessCheck:
        began = time.monotonic()
        try:
            with door() as conn:
                conn.execute("SELECT 1")
        except Exception as error:  # noqa: BLE001 — whatever is wrong, the operator is told
            return ReadinessCheck(name="database", ready=False, detail=type(error).__name__)
        took = time.monotonic() - began
        return ReadinessCheck(name="database", ready=took <= _DATABASE_WITHIN, detail=f"{took * 1000:.0f} ms")

    return check


def migrations_applied(
    door: Door,
    level: Callable[[Connection[Any]], int],
    newest: int,
) -> Check:
    """The schema is the one that this release was written for."""

    def check() -> ReadinessCheck:
        try:
            with door() as conn:
                there = level(conn)
        except Exception as error:  # noqa: BLE001 — whatever is wrong, the operator is told
            return ReadinessCheck(name="migrations", ready=False, detail=type(error).__name__)
        return ReadinessCheck(name="migrations", ready=there == newest, detail=f"{there} of {newest}")

    return check


def disk_has_room(folder: Path, least: int = _DISK_LEFT) -> Check:
    """There is room to write."""

    def check() -> ReadinessCheck:
        free = shutil.disk_usage(folder).free
        return ReadinessCheck(name="disk", ready=free >= least, detail=f"{free // 1_048_576} MB free")

    return check


def nothing_set_aside(causes: Callable[[datetime], Sequence[Cause]]) -> Check:
    """What was quarantined within a day is told, by its causes; it keeps nobody from working."""

    def check() -> ReadinessCheck:
        try:
            found = causes(datetime.now(UTC) - _LATELY)
        except Exception as error:  # noqa: BLE001 — whatever is wrong, the operator is told
            return ReadinessCheck(name="quarantine", ready=True, detail=type(error).__name__)
        items = sum(cause.items for cause in found)
        detail = f"{items} items of {len(found)} causes in a day; see dukani doctor" if found else "empty"
        return ReadinessCheck(name="quarantine", ready=True, detail=detail)

    return check


def spool_has_room(backlog: Callable[[], Backlog]) -> Check:
    """What waits on this machine's disk for the database is told; only a full spool takes no more."""

    def check() -> ReadinessCheck:
        found = backlog()
        detail = f"{found.items} wait since {found.since:%Y-%m-%d %H:%M} UTC" if found.since else "empty"
        if found.aside:
            detail += f"; {found.aside} set aside for a person"
        return ReadinessCheck(name="spool", ready=not found.is_full, detail=detail)

    return check
