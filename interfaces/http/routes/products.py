"""Routes that read the catalogue and its pictures."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response
from fastapi.responses import StreamingResponse

from domain.clothing import Colour, Garment
from domain.identity import ProductId
from interfaces.http.csv_files import CSV, as_csv
from interfaces.http.cursors import Sliced
from interfaces.http.deps import Deps
from interfaces.http.schemas import Page, PieceEvent, Product, ProductRow
from interfaces.http.schemas.counting import PieceToCount
from interfaces.http.sessions import SignedIn
from interfaces.http.small_pictures import Side, small
from interfaces.http.views import pictures, products
from interfaces.http.views.product_history import product_history
from projections import product_lists
from projections.product_lists import Standing

router = APIRouter(tags=["products"])


@dataclass(frozen=True)
class Filter:
    """Which pieces are asked for. `q` is looked for in titles and codes."""

    q: Annotated[str | None, Query(max_length=80)] = None
    garment: Annotated[Garment | None, Query()] = None
    colour: Annotated[Colour | None, Query()] = None
    stock: Annotated[Standing | None, Query()] = None


def asked_pieces(asked: Annotated[Filter, Depends()], deps: Deps) -> product_lists.Asked:
    """The pieces that a request asks for."""
    return product_lists.Asked(asked.q, asked.garment, asked.colour, asked.stock, deps.clock.now())


Filtered = Annotated[product_lists.Asked, Depends(asked_pieces)]


@router.get("/products")
def list_products(session: SignedIn, deps: Deps, part: Sliced, asked: Filtered) -> Page[ProductRow]:
    """The pieces with their stock per size, the latest first."""
    return products.products(session.boutique, deps, part, asked)


@router.get("/products.csv", response_class=StreamingResponse, responses={**CSV})
def export_products(session: SignedIn, deps: Deps, asked: Filtered) -> StreamingResponse:
    """Exactly the pieces asked for as CSV, a row for each size; what is exported can be imported again."""
    return as_csv("products", products.file(session.boutique, deps, asked))


@router.get("/products/stock-list")
def list_stock(session: SignedIn, deps: Deps) -> list[PieceToCount]:
    """All pieces that are offered, by name, with how many there should be of each size."""
    return products.to_count(session.boutique, deps)


@router.get("/products/{product}")
def read_product(session: SignedIn, deps: Deps, product: UUID) -> Product:
    """One piece, whole, as it stands at this moment."""
    return products.product(session.boutique, deps, ProductId(product))


@router.get("/products/{product}/history")
def read_product_history(session: SignedIn, deps: Deps, product: UUID) -> list[PieceEvent]:
    """The last things that happened to a piece and its stock, the latest first."""
    return product_history(session.boutique, deps, ProductId(product), session.role)


@router.get("/pictures/{name}", response_class=Response, responses={200: {"content": {"image/*": {}}}})
def read_picture(
    session: SignedIn,
    deps: Deps,
    name: Annotated[str, Path(pattern=r"^[0-9a-zA-Z_.-]{1,100}$")],
    side: Annotated[Side | None, Query()] = None,
) -> Response:
    """A picture of the boutique's own, small if a side is named; a name never changes its content."""
    picture = pictures.picture(session.boutique, deps, name, session.role)
    picture = picture if side is None else small(picture, side)
    kept = {"Cache-Control": "private, max-age=86400, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(picture, media_type=products.media_type(picture), headers=kept)
