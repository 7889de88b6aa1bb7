"""The owner's hand on her catalogue: photos, new pieces, changes and counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from application.bulk import BulkEdit
from application.catalogue import product_of, variant_of
from application.commands import (
    AddPhoto,
    AddVariant,
    ChangePrice,
    Command,
    CountStock,
    ListProduct,
    MarkArrival,
    PutPhotoFirst,
    RemovePhoto,
    RewriteListing,
    SetLowStockLevel,
    TakeCountBack,
)
from application.execute import Shop
from application.ports import Eye, Pictures
from application.proposing import Proposal, clean, propose
from domain.boutique.boutique import Boutique
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, ProductId, VariantId, derive, spoken
from domain.money import Money
from domain.product.events import Listing
from domain.product.product import Product
from domain.refusal import Refusal
from domain.sizes import Size, SizeChart
from domain.stock.stock import Stock


@dataclass(frozen=True, slots=True)
class By:
    """Who asks, in which boutique, by which click: the same click again does nothing more."""

    boutique: BoutiqueId
    actor: Actor
    click: UUID

    def cause(self, about: UUID) -> Cause:
        """Why something about this piece is recorded."""
        return Cause(self.actor, self.click, about)


@dataclass(frozen=True, slots=True)
class NewPiece:
    """A piece to be offered, with what came in of each size. `sku` is found for it where it is empty."""

    sku: str
    listing: Listing
    price: Money
    sizes: Sequence[tuple[Size, int]]
    pictures: Sequence[str]


@dataclass(frozen=True, slots=True)
class PieceChange:
    """What is to be different about a piece; None leaves it. `new_days` of 0 ends the mark.

    `low_by_sales` takes the number away from which a size runs out: how it sells says so.
    """

    listing: Listing | None = None
    price: Money | None = None
    low_level: int | None = None
    low_by_sales: bool = False
    new_days: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of a size, and how many should have been there then."""

    product: ProductId
    variant: VariantId
    pieces: int
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class CountRefused:
    """A count that was not taken, or not taken back. `code` names the rule, `on_hand` what there is now."""

    variant: VariantId
    code: str
    on_hand: int


@dataclass(frozen=True, slots=True)
class Cataloguing:
    """What is done by hand with the catalogue."""

    shop: Shop
    pictures: Pictures
    eye: Eye

    @property
    def bulk(self) -> BulkEdit:
        """Changes to many pieces."""
        return BulkEdit(self.shop)

    def money(self, boutique: BoutiqueId, cents: int) -> Money:
        """An amount in the currency that the boutique sells in."""
        currency = self.shop.open(boutique, boutique).get(Boutique, boutique).currency
        return Money(cents=cents, currency=currency)

    def keep_photo(self, boutique: BoutiqueId, photo: bytes) -> tuple[str, Proposal]:
        """Keep a photo, cleaned; its name and what it seems to show. Raises: PhotoUnreadable."""
        kept = clean(photo)
        return self.pictures.keep(boutique, kept), propose(self.eye.look(kept))

    def piece(self, boutique: BoutiqueId, product: ProductId) -> tuple[Product, dict[VariantId, Stock]]:
        """A piece as the log has it at this moment, with the stock of its sizes."""
        unit = self.shop.open(boutique, product)
        piece = unit.get(Product, product)
        return piece, {variant: unit.get(Stock, variant) for variant in piece.variants}

    def offer(self, by: By, piece: NewPiece) -> tuple[ProductId, str]:
        """Bring a piece into the catalogue, whole or not at all. Raises: Refusal."""
        sku = piece.sku or f"P-{spoken(derive(by.boutique, 'sku', by.click), 5)}"
        product = product_of(by.boutique, sku)
        self.shop.do(
            by.boutique,
            by.cause(product),
            ListProduct(product, sku, piece.listing, piece.price, SizeChart()),
            *(AddVariant(product, variant_of(product, size), size, stock) for size, stock in piece.sizes),
            *(AddPhoto(product, picture) for picture in piece.pictures),
        )
        return product, sku

    def change(self, by: By, product: ProductId, change: PieceChange) -> None:
        """Change a piece, all of it or nothing. Raises: Refusal."""
        asked: list[Command] = []
        if change.listing is not None:
            asked.append(RewriteListing(product, change.listing))
        if change.price is not None:
            asked.append(ChangePrice(product, change.price))
        if change.low_level is not None or change.low_by_sales:
            asked.append(SetLowStockLevel(product, change.low_level))
        if change.new_days is not None:
            until = self.shop.now() + timedelta(days=change.new_days) if change.new_days else None
            asked.append(MarkArrival(product, until))
        self.do(by, product, *asked)

    def arrange_photos(self, by: By, product: ProductId, pictures: Sequence[str]) -> None:
        """Show a piece by exactly these photos, the first of them first. Raises: Refusal."""
        had = self.piece(by.boutique, product)[0].photos
        self.do(
            by,
            product,
            *(AddPhoto(product, picture) for picture in pictures if picture not in had),
            *(PutPhotoFirst(product, picture) for picture in pictures[:1]),
            *(RemovePhoto(product, picture) for picture in had if picture not in pictures),
        )

    def count(self, by: By, counts: Sequence[Counted], reason: str) -> tuple[CountRefused, ...]:
        """Set stock to what was counted, each size for itself; those whose count cannot be right."""
        counted = (
            (one.product, CountStock(one.product, one.variant, one.pieces, reason, one.seen))
            for one in counts
        )
        return self._each_size(by, counted)

    def take_back(
        self, by: By, take: UUID, sizes: Sequence[tuple[ProductId, VariantId]]
    ) -> tuple[CountRefused, ...]:
        """Undo what the count of these sizes by an earlier click set right; those that it no longer can."""
        counted = (
            (product, TakeCountBack(variant, derive(take, "count", variant))) for product, variant in sizes
        )
        return self._each_size(by, counted)

    def _each_size(
        self, by: By, asked: Iterable[tuple[ProductId, CountStock | TakeCountBack]]
    ) -> tuple[CountRefused, ...]:
        """Each in a unit of its own: a size that refuses keeps no other from its count."""
        refused = []
        for product, command in asked:
            click = replace(by, click=derive(by.click, "count", command.variant))
            try:
                self.do(click, product, command)
            except Refusal as refusal:
                there = self.shop.open(by.boutique, product).get(Stock, command.variant).on_hand
                refused.append(CountRefused(command.variant, refusal.code, there))
        return tuple(refused)

    def do(self, by: By, product: ProductId, *asked: Command) -> None:
        """Carry commands about a piece out, all or none. Raises: Refusal."""
        self.shop.do(by.boutique, by.cause(product), *asked)
