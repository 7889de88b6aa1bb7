"""Routes of the catalogue and its pictures."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from interfaces.http.cursors import Sliced
from interfaces.http.deps import Deps
from interfaces.http.problems import not_found
from interfaces.http.schemas import Page, ProductRow
from interfaces.http.sessions import SignedIn
from interfaces.http.views import products

router = APIRouter(tags=["products"])


@router.get("/products")
def list_products(
    session: SignedIn, deps: Deps, part: Sliced, q: Annotated[str | None, Query(max_length=80)] = None
) -> Page[ProductRow]:
    """The pieces with their stock per size, the latest first. `q` is looked for in titles and codes."""
    return products.products(session.boutique, deps, part, q)


@router.get("/pictures/{name}", response_class=Response, responses={200: {"content": {"image/*": {}}}})
def read_picture(
    session: SignedIn, deps: Deps, name: Annotated[str, Path(pattern=r"^[0-9a-zA-Z_.-]{1,100}$")]
) -> Response:
    """A picture of the boutique's own; the name says its content, so that it never changes."""
    picture = deps.pictures.fetch(session.boutique, name)
    if picture is None:
        raise not_found()
    kept = {"Cache-Control": "private, max-age=86400, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(picture, media_type=products.media_type(picture), headers=kept)
