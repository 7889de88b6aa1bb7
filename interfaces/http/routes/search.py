"""The route that searches the whole shop."""

from typing import Annotated

from fastapi import APIRouter, Query

from interfaces.http.deps import Deps
from interfaces.http.schemas import Found
from interfaces.http.sessions import SignedIn
from interfaces.http.views import search as view

router = APIRouter(tags=["search"])


@router.get("/search")
def search(
    session: SignedIn, deps: Deps, q: Annotated[str, Query(min_length=2, max_length=80, pattern=r"\S")]
) -> Found:
    """Customers, orders, pieces and receipts, a few of each."""
    return view.search(session.boutique, deps, q, session.role)
