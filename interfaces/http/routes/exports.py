"""Routes of exports: a copy of all that the boutique has, for its owner."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel

from application.exporting import Export, ExportState
from interfaces.http.deps import Deps
from interfaces.http.problems import not_found
from interfaces.http.sessions import SignedIn, note_read

router = APIRouter(prefix="/exports", tags=["shop"])


class ExportRow(BaseModel):
    """A copy of all. Shape: `done` of `total` parts are written; it can be fetched while it is ready.

    Units: `size` in bytes.
    """

    export: UUID
    state: ExportState
    done: int
    total: int
    size: int
    asked_at: datetime
    expires: datetime | None


@router.get("")
def list_exports(session: SignedIn, deps: Deps) -> list[ExportRow]:
    """The last copies, the latest first."""
    return [_row(one) for one in deps.exports.latest(session.boutique)]


@router.post("")
def ask_export(session: SignedIn, deps: Deps) -> ExportRow:
    """Have a copy made; while one is being made it is that one."""
    return _row(deps.exports.ask(session.boutique))


@router.get(
    "/{export}/file", response_class=FileResponse, responses={200: {"content": {"application/zip": {}}}}
)
def read_export(session: SignedIn, deps: Deps, request: Request, export: UUID) -> FileResponse:
    """Fetch a copy; who did is written down."""
    path = deps.exports.file(session.boutique, export)
    if path is None:
        raise not_found()
    note_read(session, request, deps)
    headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    return FileResponse(path, media_type="application/zip", filename="dukani.zip", headers=headers)


def _row(one: Export) -> ExportRow:
    return ExportRow(
        export=one.export,
        state=one.state,
        done=one.done,
        total=one.total,
        size=one.size,
        asked_at=one.asked_at,
        expires=one.expires,
    )
