"""Routes of imports: a list comes in, is checked, and is taken over when the owner says so."""

from dataclasses import asdict
from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, File, UploadFile
from fastapi.responses import StreamingResponse

from application.importing.tables import TableUnreadable
from domain.identity import derive
from interfaces.http.csv_files import CSV, as_csv
from interfaces.http.deps import Deps
from interfaces.http.importing import Import, ZipRefused
from interfaces.http.problems import ProblemFound, not_found
from interfaces.http.routes.cataloguing import AskedBy, Key
from interfaces.http.schemas import CellFault, FileRefused, ImportStanding, KeptPiece, ZipKept
from interfaces.http.sessions import SignedIn
from interfaces.http.views.product_template import template
from interfaces.spreadsheets.tables import MOST_BYTES

router = APIRouter(prefix="/imports", tags=["imports"])

LONGEST_NAME: Final = 120


@router.get("/template.csv", response_class=StreamingResponse, responses={**CSV})
def read_template(_: SignedIn) -> StreamingResponse:
    """A list to begin with: the headings, and two pieces as an example."""
    return as_csv("pieces", template())


@router.post("")
def send_list(
    session: SignedIn, by: AskedBy, deps: Deps, file: Annotated[UploadFile, File()], key: Key = None
) -> ImportStanding:
    """Take a list in, CSV or XLSX; it is checked, and nothing is changed by it."""
    identity = derive(session.boutique, "import", key) if key else uuid4()
    content, name = file.file.read(MOST_BYTES + 1), (file.filename or "list")[:LONGEST_NAME]
    try:
        return told(deps.imports.send(session.boutique, identity, name, by.actor, content))
    except TableUnreadable as unreadable:
        raise ProblemFound(422, "list-unreadable", unreadable.fault.value) from unreadable


@router.get("")
def list_imports(session: SignedIn, deps: Deps) -> list[ImportStanding]:
    """The last imports."""
    return [told(one) for one in deps.imports.latest(session.boutique)]


@router.get("/{import_id}")
def read_import(session: SignedIn, deps: Deps, import_id: UUID) -> ImportStanding:
    """How far an import has come."""
    return _there(deps.imports.one(session.boutique, import_id))


@router.post("/{import_id}/photos")
def send_photos(
    session: SignedIn, deps: Deps, import_id: UUID, photos: Annotated[UploadFile, File()]
) -> ZipKept:
    """Take a ZIP of photos in; the list is then checked anew."""
    try:
        kept = deps.imports.add_photos(session.boutique, import_id, photos.file)
    except ZipRefused as refused:
        raise ProblemFound(422, "zip-refused", refused.code) from refused
    if kept is None:
        raise not_found()
    return ZipKept(kept=kept.kept, refused=[FileRefused(name=name, code=code) for name, code in kept.refused])


@router.post("/{import_id}/confirm")
def confirm_import(session: SignedIn, deps: Deps, import_id: UUID) -> ImportStanding:
    """Take a checked list over."""
    return _there(deps.imports.confirm(session.boutique, import_id))


def _there(found: Import | None) -> ImportStanding:
    if found is None:
        raise not_found()
    return told(found)


def told(one: Import) -> ImportStanding:
    """An import as the page follows it."""
    report = asdict(one.report)
    report["faults"] = [CellFault.model_validate(fault) for fault in report["faults"]]
    report["kept"] = [KeptPiece.model_validate(kept) for kept in report["kept"]]
    return ImportStanding(
        id=one.identity,
        name=one.name,
        state=one.state,
        done=one.done,
        total=one.total,
        sent_at=one.sent_at,
        **report,
    )
