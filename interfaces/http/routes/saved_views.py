"""Routes of saved views: filters that the people of a shop keep under a name."""

from typing import Annotated, Final, Literal
from uuid import UUID, uuid4

from fastapi import APIRouter, Query
from pydantic import Field

from interfaces.http.deps import Deps
from interfaces.http.problems import ProblemFound
from interfaces.http.schemas.answers import Answer
from interfaces.http.schemas.products import Asked
from interfaces.http.sessions import SignedIn

router = APIRouter(prefix="/views", tags=["views"])

MOST_VIEWS: Final = 30
PageName = Literal["orders", "products", "customers", "conversations", "money"]


class SavedView(Answer):
    """Filters under a name. `query` is what stands in the page's address."""

    id: UUID
    name: str
    query: str


class NewView(Asked):
    """Filters to be kept."""

    page: PageName
    name: str = Field(min_length=1, max_length=40)
    query: str = Field(max_length=400)


@router.get("")
def list_views(session: SignedIn, deps: Deps, page: Annotated[PageName, Query()]) -> list[SavedView]:
    """The views of a page, by their names."""
    with deps.door(session.boutique) as conn:
        rows = conn.execute(
            "SELECT view, name, query FROM dukani.saved_views WHERE boutique_id = %s AND page = %s"
            " ORDER BY lower(name), view",
            (session.boutique, page),
        ).fetchall()
    return [SavedView(id=row[0], name=row[1], query=row[2]) for row in rows]


@router.post("")
def save_view(session: SignedIn, deps: Deps, asked: NewView) -> SavedView:
    """Keep filters under a name."""
    kept = SavedView(id=uuid4(), name=asked.name.strip(), query=asked.query.lstrip("?"))
    values = (kept.id, asked.page, kept.name, kept.query, deps.clock.now())
    with deps.door(session.boutique) as conn:
        row = conn.execute(
            "INSERT INTO dukani.saved_views (boutique_id, view, page, name, query, saved_at)"
            " SELECT %s, %s, %s, %s, %s, %s WHERE"
            " (SELECT count(*) FROM dukani.saved_views WHERE boutique_id = %s) < %s RETURNING 1",
            (session.boutique, *values, session.boutique, MOST_VIEWS),
        ).fetchone()
    if row is None:
        raise ProblemFound(409, "too-many-views")
    return kept


@router.delete("/{view}", status_code=204)
def forget_view(session: SignedIn, deps: Deps, view: UUID) -> None:
    """Keep a view no longer."""
    with deps.door(session.boutique) as conn:
        conn.execute(
            "DELETE FROM dukani.saved_views WHERE boutique_id = %s AND view = %s", (session.boutique, view)
        )
