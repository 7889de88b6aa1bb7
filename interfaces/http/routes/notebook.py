"""Routes of the notebook: notes about customers, and the labels of their chats."""

from uuid import UUID

from fastapi import APIRouter

from domain.identity import CustomerId
from interfaces.http.deps import Deps
from interfaces.http.notebook_desk import Writer
from interfaces.http.schemas.notebook import LabelAsked, LabelChip, NewNote
from interfaces.http.sessions import Session, SignedIn
from interfaces.http.views import customers, notebook

router = APIRouter(tags=["notebook"])


@router.post("/customers/{customer}/notes", status_code=204)
def write_note(session: SignedIn, deps: Deps, customer: UUID, note: NewNote) -> None:
    """Write something down about her that she is never sent."""
    deps.notebook.write_note(_writer(session), _known(session, deps, customer), note.id, note.text)


@router.delete("/customers/{customer}/notes/{note}", status_code=204)
def remove_note(session: SignedIn, deps: Deps, customer: UUID, note: UUID) -> None:
    """Take a note away."""
    deps.notebook.remove_note(_writer(session), _known(session, deps, customer), note)


@router.put("/customers/{customer}/labels/{label}", status_code=204)
def put_label(session: SignedIn, deps: Deps, customer: UUID, label: UUID) -> None:
    """Put a label on her chat."""
    deps.notebook.label(_writer(session), _known(session, deps, customer), label, on=True)


@router.delete("/customers/{customer}/labels/{label}", status_code=204)
def take_label(session: SignedIn, deps: Deps, customer: UUID, label: UUID) -> None:
    """Take a label off her chat."""
    deps.notebook.label(_writer(session), _known(session, deps, customer), label, on=False)


@router.get("/labels")
def list_labels(session: SignedIn, deps: Deps) -> list[LabelChip]:
    """The labels in use, the oldest first."""
    return notebook.labels(session.boutique, deps)


@router.put("/labels/{label}")
def name_label(session: SignedIn, deps: Deps, label: UUID, asked: LabelAsked) -> LabelChip:
    """Make a label, or call it otherwise. The page makes its id, so that it is made once."""
    deps.notebook.name_label(_writer(session), label, asked.name, asked.tone)
    return LabelChip(id=label, name=asked.name, tone=asked.tone)


@router.delete("/labels/{label}", status_code=204)
def retire_label(session: SignedIn, deps: Deps, label: UUID) -> None:
    """Use a label no longer."""
    deps.notebook.retire_label(_writer(session), label)


def _writer(session: Session) -> Writer:
    return Writer(session.boutique, session.role, session.person)


def _known(session: Session, deps: Deps, customer: UUID) -> CustomerId:
    """Her record, which is this boutique's. Raises: ProblemFound 404."""
    return customers.records_of(session.boutique, deps, CustomerId(customer))[0]
