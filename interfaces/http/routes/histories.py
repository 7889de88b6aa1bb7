"""Routes of what happened to a customer's record and to the shop, and of taking a setting back."""

from uuid import UUID, uuid4

from fastapi import APIRouter

from domain.identity import CustomerId
from interfaces.http.deps import Deps
from interfaces.http.notebook_desk import Writer
from interfaces.http.problems import ProblemFound
from interfaces.http.schemas import StepBack
from interfaces.http.schemas.history import RecordEvent
from interfaces.http.sessions import SignedIn
from interfaces.http.views import customers, record_history

router = APIRouter(tags=["history"])


@router.get("/customers/{customer}/history")
def read_customer_history(session: SignedIn, deps: Deps, customer: UUID) -> list[RecordEvent]:
    """The last things that happened to a customer's record, the latest first."""
    records = customers.records_of(session.boutique, deps, CustomerId(customer))
    return record_history.customer_history(session.boutique, deps, records, session.role)


@router.post("/customers/{customer}/undo")
def undo_note(session: SignedIn, deps: Deps, customer: UUID, asked: StepBack) -> list[RecordEvent]:
    """Take back what was noted of a customer, where it still stands: a note taken away is there again."""
    records = customers.records_of(session.boutique, deps, CustomerId(customer))
    found = record_history.note_back(session.boutique, deps, records, asked.position)
    if found is None:
        raise ProblemFound(409, "does-not-stand", "It was changed since")
    record, back = found
    deps.notebook.take_back(Writer(session.boutique, session.role, session.person), record, back)
    return record_history.customer_history(session.boutique, deps, records, session.role)


@router.get("/shop/history")
def read_shop_history(session: SignedIn, deps: Deps) -> list[RecordEvent]:
    """The last things that happened to the shop's settings, the latest first."""
    return record_history.shop_history(session.boutique, deps)


@router.post("/shop/undo")
def undo_setting(session: SignedIn, deps: Deps, asked: StepBack) -> list[RecordEvent]:
    """Give the shop back what it had before a setting, where that still stands."""
    back = record_history.setting_back(session.boutique, deps, asked.position)
    if not back:
        raise ProblemFound(409, "does-not-stand", "It was changed since")
    deps.office.decide(session.boutique, session.person, back[0], uuid4())
    return record_history.shop_history(session.boutique, deps)
