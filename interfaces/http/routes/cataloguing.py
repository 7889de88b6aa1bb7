"""Routes by which the catalogue is kept by hand: photos, new pieces, changes, stock."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, File, Header, UploadFile

from application.brain.eye.photo import MAX_BYTES, PhotoUnreadable
from application.catalogue import variant_of
from application.commands import AddVariant, ArchiveProduct, CorrectStock, ReceiveStock, RestoreProduct
from domain.fact import Actor
from domain.identity import BoutiqueId, ProductId, VariantId, derive
from domain.product.events import Listing
from domain.product.product import Product as Piece
from domain.sizes import Size
from domain.staff.events import Role
from interfaces.cataloguing import By, Counted, CountRefused, NewPiece, PieceChange
from interfaces.http.deps import Deps
from interfaces.http.problems import ProblemFound, not_found
from interfaces.http.schemas import (
    NewProduct,
    NewSize,
    Photo,
    PhotoOrder,
    Product,
    ProductChange,
    ProductDone,
    SeenPhoto,
    StepBack,
    StockCame,
    StockCorrection,
)
from interfaces.http.schemas.counting import (
    CountedSize,
    CountNotTaken,
    SizeCount,
    StockTake,
    StockTaken,
    StockTakeUndo,
)
from interfaces.http.sessions import SignedIn
from interfaces.http.views import products
from interfaces.http.views.product_history import step_back

router = APIRouter(prefix="/products", tags=["products"])

Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=80)]


def asked_by(session: SignedIn, key: Key = None) -> By:
    """Who asks; a key makes the same request twice one."""
    actor = Actor.OWNER if session.role is Role.OWNER else Actor.STAFF
    return By(session.boutique, actor, _click(session.boutique, key) if key else uuid4())


def _click(boutique: BoutiqueId, key: str) -> UUID:
    return derive(boutique, "catalogue", key)


AskedBy = Annotated[By, Depends(asked_by)]


def known_product(session: SignedIn, deps: Deps, product: UUID) -> ProductId:
    """The piece of the address, if it is this boutique's. Raises: ProblemFound 404."""
    if not deps.cataloguing.piece(session.boutique, ProductId(product))[0].is_listed:
        raise not_found()
    return ProductId(product)


Known = Annotated[ProductId, Depends(known_product)]


@router.post("/photos")
def keep_photo(session: SignedIn, deps: Deps, photo: Annotated[UploadFile, File()]) -> SeenPhoto:
    """Keep a photo, cleaned of all that a camera writes into it, and say what it seems to show."""
    try:
        name, seen = deps.cataloguing.keep_photo(session.boutique, photo.file.read(MAX_BYTES + 1))
    except PhotoUnreadable as unreadable:
        raise ProblemFound(422, "photo-unreadable", unreadable.reason.value) from unreadable
    return SeenPhoto(
        photo=Photo(name=name, path=products.path_of(name)),
        garment=seen.garment,
        garments=list(seen.garments),
        colours=list(seen.colours),
        pattern=seen.pattern,
        title=seen.title,
        title_sw=seen.title_sw,
    )


@router.post("")
def list_product(by: AskedBy, deps: Deps, asked: NewProduct) -> ProductDone:
    """Bring a piece into the catalogue, whole or not at all."""
    listing = Listing(
        title=asked.title.strip(),
        title_sw=asked.title_sw.strip(),
        description=asked.description.strip(),
        garment=asked.garment,
        colours=tuple(dict.fromkeys(asked.colours)),
        pattern=asked.pattern,
        styles=tuple(dict.fromkeys(asked.styles)),
        occasions=tuple(dict.fromkeys(asked.occasions)),
        fabrics=tuple(dict.fromkeys(asked.fabrics)),
    )
    sizes = [(_size(one), one.stock) for one in asked.sizes]
    price = deps.cataloguing.money(by.boutique, asked.price)
    photos = tuple(dict.fromkeys(asked.photos))
    product, sku = deps.cataloguing.offer(
        by, NewPiece(asked.sku.strip().upper(), listing, price, sizes, photos)
    )
    return ProductDone(product=product, sku=sku)


@router.patch("/{product}")
def change_product(by: AskedBy, deps: Deps, product: Known, asked: ProductChange) -> Product:
    """Change a piece, all of it or nothing."""
    piece, _ = deps.cataloguing.piece(by.boutique, product)
    change = PieceChange(
        listing=_listing(piece, asked),
        price=deps.cataloguing.money(by.boutique, asked.price) if asked.price else None,
        low_level=asked.low_level,
        low_by_sales="low_level" in asked.model_fields_set and asked.low_level is None,
        new_days=asked.new_days,
    )
    deps.cataloguing.change(by, product, change)
    return products.product(by.boutique, deps, product)


@router.post("/stock-take/undo")
def undo_stock_take(by: AskedBy, deps: Deps, asked: StockTakeUndo) -> StockTaken:
    """Take back what a count set right, where it still stands."""
    _must_be_sizes(by, deps, asked.sizes)
    take = _click(by.boutique, asked.take)
    sizes = [(ProductId(one.product), VariantId(one.variant)) for one in asked.sizes]
    return _taken(deps.cataloguing.take_back(by, take, sizes))


@router.post("/{product}/undo")
def undo_step(by: AskedBy, deps: Deps, product: Known, asked: StepBack) -> Product:
    """Take something back that happened to a piece, where it still stands."""
    back = step_back(by.boutique, deps, product, asked.position)
    if not back:
        raise ProblemFound(409, "does-not-stand", "It was changed since, or is sold or promised by now")
    deps.cataloguing.do(by, product, *back)
    return products.product(by.boutique, deps, product)


@router.put("/{product}/photos")
def arrange_photos(by: AskedBy, deps: Deps, product: Known, asked: PhotoOrder) -> Product:
    """Show a piece by exactly these photos; customers see the first."""
    deps.cataloguing.arrange_photos(by, product, tuple(dict.fromkeys(asked.photos)))
    return products.product(by.boutique, deps, product)


@router.post("/{product}/archive")
def archive_product(by: AskedBy, deps: Deps, product: Known) -> Product:
    """Offer a piece no longer."""
    deps.cataloguing.do(by, product, ArchiveProduct(product))
    return products.product(by.boutique, deps, product)


@router.post("/{product}/restore")
def restore_product(by: AskedBy, deps: Deps, product: Known) -> Product:
    """Offer an archived piece again."""
    deps.cataloguing.do(by, product, RestoreProduct(product))
    return products.product(by.boutique, deps, product)


@router.post("/{product}/sizes")
def add_size(by: AskedBy, deps: Deps, product: Known, asked: NewSize) -> Product:
    """Offer a piece in one more size."""
    size = _size(asked)
    deps.cataloguing.do(by, product, AddVariant(product, variant_of(product, size), size, asked.stock))
    return products.product(by.boutique, deps, product)


@router.post("/{product}/sizes/{variant}/receive")
def receive_stock(by: AskedBy, deps: Deps, product: Known, variant: UUID, asked: StockCame) -> Product:
    """Shelve pieces that came in."""
    known = _variant(by, deps, product, variant)
    deps.cataloguing.do(by, product, ReceiveStock(product, known, asked.quantity))
    return products.product(by.boutique, deps, product)


@router.post("/{product}/sizes/{variant}/correct")
def correct_stock(by: AskedBy, deps: Deps, product: Known, variant: UUID, asked: StockCorrection) -> Product:
    """Write pieces off or in, with the reason."""
    known = _variant(by, deps, product, variant)
    deps.cataloguing.do(by, product, CorrectStock(known, asked.change, asked.reason.strip()))
    return products.product(by.boutique, deps, product)


@router.post("/stock-take")
def take_stock(by: AskedBy, deps: Deps, asked: StockTake) -> StockTaken:
    """Set stock to what was counted, each size for itself."""
    _must_be_sizes(by, deps, asked.counts)
    counts = [Counted(ProductId(c.product), VariantId(c.variant), c.counted, c.seen) for c in asked.counts]
    return _taken(deps.cataloguing.count(by, counts, asked.reason.strip()))


def _must_be_sizes(by: By, deps: Deps, asked: Sequence[SizeCount | CountedSize]) -> None:
    for product in {one.product for one in asked}:
        mine = {one.variant for one in asked if one.product == product}
        if not mine <= set(deps.cataloguing.piece(by.boutique, ProductId(product))[0].variants):
            raise not_found()


def _taken(refused: Sequence[CountRefused]) -> StockTaken:
    told = [CountNotTaken(variant=one.variant, code=one.code, on_hand=one.on_hand) for one in refused]
    return StockTaken(refused=told)


def _variant(by: By, deps: Deps, product: ProductId, variant: UUID) -> VariantId:
    if variant not in deps.cataloguing.piece(by.boutique, product)[0].variants:
        raise not_found()
    return VariantId(variant)


def _size(asked: NewSize) -> Size:
    """The size, which was looked at when the request was read."""
    size = Size.read(asked.size)
    assert size is not None  # noqa: S101 — SizeLabel takes nothing else
    return size


def _listing(piece: Piece, asked: ProductChange) -> Listing | None:
    """The listing with what is asked to be different; None where nothing of it is."""
    told = asked.model_dump(exclude_none=True, include=set(Listing.model_fields))
    if not told or piece.listing is None:
        return None
    return Listing.model_validate({**piece.listing.model_dump(), **told})
