"""The gallery of every phone: photos of pieces that people saw somewhere, for those who have none at hand."""

from collections.abc import Sequence
from functools import lru_cache

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response
from pydantic import BaseModel

from domain.clothing import Garment
from interfaces.demo.catalogue import BOUTIQUES, Piece
from interfaces.demo.drawing.phone import photograph
from interfaces.demo.drawing.studio import draw

_PHOTOS = 6
_SEED = 7


class GalleryPhoto(BaseModel):
    """A photo that can be sent. `address` is where its JPEG is."""

    number: int
    title: str
    address: str


def gallery_api() -> APIRouter:
    """The routes of the gallery: at each shop, photos like its own pieces."""
    router = APIRouter(prefix="/sandbox/api", tags=["sandbox"])

    @router.get("/gallery/{account}", operation_id="sandboxGallery")
    def gallery(account: str) -> list[GalleryPhoto]:
        return [
            GalleryPhoto(number=number, title=piece.title, address=f"/sandbox/api/gallery/{account}/{number}")
            for number, piece in enumerate(_chosen(account))
        ]

    @router.get("/gallery/{account}/{number}", response_class=Response, operation_id="sandboxGalleryPhoto")
    def photo(account: str, number: int) -> Response:
        pieces = _chosen(account)
        if not 0 <= number < len(pieces):
            raise HTTPException(404, "there is no such photo")
        headers = {"Cache-Control": "private, max-age=86400", "X-Content-Type-Options": "nosniff"}
        return Response(_photo(pieces[number].sku), media_type="image/jpeg", headers=headers)

    return router


def _chosen(account: str) -> Sequence[Piece]:
    """Pieces from all over the shop's rails, each of another kind as far as there are kinds."""
    own = [each for each in BOUTIQUES if each.profile.whatsapp.phone_number_id == account] or BOUTIQUES
    pieces = [piece for boutique in own for piece in boutique.pieces]
    kinds: dict[Garment, Piece] = {}
    for piece in pieces:
        kinds.setdefault(piece.garment, piece)
    others = [piece for piece in pieces if piece not in kinds.values()]
    return [*kinds.values(), *others][:_PHOTOS]


@lru_cache(maxsize=64)
def _photo(sku: str) -> bytes:
    piece = next(piece for boutique in BOUTIQUES for piece in boutique.pieces if piece.sku == sku)
    return photograph(draw(piece.drawing), _SEED + piece.drawing.seed)
