"""The product: one piece of the catalogue, with its sizes, its price and its photos."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Final, Self

from domain.fact import Fact, Facts
from domain.identity import VariantId
from domain.money import Money
from domain.product.events import (
    ArrivalMarked,
    ArrivalUnmarked,
    Listing,
    ListingRewritten,
    LowStockLevelLifted,
    LowStockLevelSet,
    PhotoAdded,
    PhotoPutFirst,
    PhotoRemoved,
    PriceChanged,
    ProductArchived,
    ProductListed,
    ProductRestored,
    SizeChartMeasured,
    VariantAdded,
)
from domain.product.refusals import (
    AlreadyListed,
    ArrivalIsOver,
    LevelIsNegative,
    NotListed,
    PhotoIsNotThere,
    PictureIsNotADigest,
    PriceHasCents,
    PriceInAnotherCurrency,
    PriceIsNotPositive,
    ProductIsArchived,
    SizeAlreadyStocked,
    TitleIsMissing,
    VariantHasAnotherSize,
)
from domain.sizes import Size, SizeChart

__all__ = [
    "AlreadyListed",
    "ArrivalIsOver",
    "LevelIsNegative",
    "NotListed",
    "PhotoIsNotThere",
    "PictureIsNotADigest",
    "PriceHasCents",
    "PriceInAnotherCurrency",
    "PriceIsNotPositive",
    "Product",
    "ProductIsArchived",
    "SizeAlreadyStocked",
    "TitleIsMissing",
    "VariantHasAnotherSize",
]

DIGEST: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Product:
    """One piece of the catalogue. `listing` and `price` are None until it is listed.

    The first of `photos` is the one that customers see. `low_level` is None where the owner named no number
    of free pieces from which a size runs out: then how it sells says so.
    """

    KIND: ClassVar[str] = "product"

    sku: str = ""
    listing: Listing | None = None
    price: Money | None = None
    chart: SizeChart = field(default_factory=SizeChart)
    variants: Mapping[VariantId, Size] = field(default_factory=dict)
    photos: tuple[str, ...] = ()
    low_level: int | None = None
    new_until: datetime | None = None
    is_archived: bool = False

    @property
    def is_listed(self) -> bool:
        """Whether the piece ever came into the catalogue."""
        return self.listing is not None

    @property
    def is_offered(self) -> bool:
        """Whether customers can be shown the piece."""
        return self.is_listed and not self.is_archived

    def variant_of(self, size: Size) -> VariantId | None:
        """The variant that has this size; None when it is not stocked."""
        return next((variant for variant, known in self.variants.items() if known == size), None)

    def size_of(self, variant: VariantId) -> Size | None:
        """The size of this variant; None when the piece has no such variant."""
        return self.variants.get(variant)

    def evolve(self, fact: Fact) -> Self:
        """The product after this fact."""
        match fact:
            case ProductListed():
                return replace(self, sku=fact.sku, listing=fact.listing, price=fact.price, chart=fact.chart)
            case ListingRewritten():
                return replace(self, listing=fact.listing)
            case PriceChanged():
                return replace(self, price=fact.price)
            case SizeChartMeasured():
                return replace(self, chart=fact.chart)
            case VariantAdded():
                return replace(self, variants={**self.variants, fact.variant: fact.size})
            case PhotoAdded() | PhotoRemoved() | PhotoPutFirst():
                return replace(self, photos=self._photos_after(fact))
            case ProductArchived() | ProductRestored():
                return replace(self, is_archived=isinstance(fact, ProductArchived))
            case _:
                return self._marked(fact)

    def _photos_after(self, fact: PhotoAdded | PhotoRemoved | PhotoPutFirst) -> tuple[str, ...]:
        if isinstance(fact, PhotoAdded):
            return (*self.photos, fact.picture)
        others = tuple(name for name in self.photos if name != fact.picture)
        return (fact.picture, *others) if isinstance(fact, PhotoPutFirst) else others

    def _marked(self, fact: Fact) -> Self:
        match fact:
            case LowStockLevelSet():
                return replace(self, low_level=fact.level)
            case LowStockLevelLifted():
                return replace(self, low_level=None)
            case ArrivalMarked():
                return replace(self, new_until=fact.until)
            case ArrivalUnmarked():
                return replace(self, new_until=None)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a product")

    def list(self, *, sku: str, listing: Listing, price: Money, chart: SizeChart) -> Facts:
        """Bring the piece into the catalogue. Nothing new: it is there in the same words.

        Raises: TitleIsMissing, PriceIsNotPositive, PriceHasCents, AlreadyListed.
        """
        _must_have_a_title(listing)
        _must_be_payable(price)
        if self.is_listed:
            if (self.sku, self.listing, self.price, self.chart) == (sku, listing, price, chart):
                return ()
            raise AlreadyListed(f"{self.sku} is in the catalogue")
        return (ProductListed(sku=sku, listing=listing, price=price, chart=chart),)

    def rewrite(self, listing: Listing) -> Facts:
        """Describe the piece anew. Nothing new: it is described so.

        Raises: NotListed, ProductIsArchived, TitleIsMissing.
        """
        self._must_be_offered()
        _must_have_a_title(listing)
        return () if listing == self.listing else (ListingRewritten(listing=listing),)

    def change_price(self, price: Money) -> Facts:
        """Ask another price from now on. Nothing new: it costs that.

        Raises: NotListed, ProductIsArchived, PriceIsNotPositive, PriceHasCents, PriceInAnotherCurrency.
        """
        self._must_be_offered()
        _must_be_payable(price)
        if self.price is not None and price.currency != self.price.currency:
            raise PriceInAnotherCurrency(f"the piece is priced in {self.price.currency}")
        return () if price == self.price else (PriceChanged(price=price),)

    def measure_chart(self, chart: SizeChart) -> Facts:
        """Say anew what bodies the sizes are cut for. Nothing new: the chart says so.

        Raises: NotListed, ProductIsArchived.
        """
        self._must_be_offered()
        return () if chart == self.chart else (SizeChartMeasured(chart=chart),)

    def add_variant(self, variant: VariantId, size: Size) -> Facts:
        """Make a size of the piece one that can be stocked. Nothing new: this variant has this size.

        Raises: NotListed, ProductIsArchived, VariantHasAnotherSize, SizeAlreadyStocked.
        """
        self._must_be_offered()
        known = self.variants.get(variant)
        if known is not None:
            if known == size:
                return ()
            raise VariantHasAnotherSize(f"{variant} is {known.label}")
        if self.variant_of(size) is not None:
            raise SizeAlreadyStocked(f"{size.label} is stocked already")
        return (VariantAdded(variant=variant, size=size),)

    def add_photo(self, picture: str) -> Facts:
        """Add a photo by the SHA-256 of its bytes. Nothing new: the piece has it.

        Raises: NotListed, ProductIsArchived, PictureIsNotADigest.
        """
        self._must_be_offered()
        if not DIGEST.fullmatch(picture):
            raise PictureIsNotADigest("64 hexadecimal digits name a picture")
        return () if picture in self.photos else (PhotoAdded(picture=picture),)

    def remove_photo(self, picture: str) -> Facts:
        """Show the piece by this photo no longer. Nothing new: it has no such photo.

        Raises: NotListed, ProductIsArchived.
        """
        self._must_be_offered()
        return (PhotoRemoved(picture=picture),) if picture in self.photos else ()

    def put_photo_first(self, picture: str) -> Facts:
        """Let customers see this photo first. Nothing new: they do.

        Raises: NotListed, ProductIsArchived, PhotoIsNotThere.
        """
        self._must_be_offered()
        if picture not in self.photos:
            raise PhotoIsNotThere(f"{self.sku} has no photo {picture}")
        return () if self.photos[0] == picture else (PhotoPutFirst(picture=picture),)

    def set_low_level(self, level: int | None) -> Facts:
        """Say from how few free pieces on a size runs out; None leaves it to how it sells.

        Nothing new: it is so.

        Raises: NotListed, ProductIsArchived, LevelIsNegative.
        """
        self._must_be_offered()
        if level is not None and level < 0:
            raise LevelIsNegative(f"{level} pieces cannot be left")
        if level == self.low_level:
            return ()
        return (LowStockLevelLifted() if level is None else LowStockLevelSet(level=level),)

    def mark_arrival(self, until: datetime, now: datetime) -> Facts:
        """Show the piece as newly come in until a time. Nothing new: it is shown so.

        Raises: NotListed, ProductIsArchived, ArrivalIsOver.
        """
        self._must_be_offered()
        if until <= now:
            raise ArrivalIsOver(f"{until:%Y-%m-%d} is over")
        return () if until == self.new_until else (ArrivalMarked(until=until),)

    def unmark_arrival(self) -> Facts:
        """Show the piece as new no longer. Nothing new: it is not shown so.

        Raises: NotListed, ProductIsArchived.
        """
        self._must_be_offered()
        return (ArrivalUnmarked(),) if self.new_until else ()

    def archive(self) -> Facts:
        """Offer the piece no longer. Nothing new: it is not offered.

        Raises: NotListed.
        """
        self._must_be_listed()
        return () if self.is_archived else (ProductArchived(),)

    def restore(self) -> Facts:
        """Offer the piece again. Nothing new: it is offered.

        Raises: NotListed.
        """
        self._must_be_listed()
        return (ProductRestored(),) if self.is_archived else ()

    def _must_be_listed(self) -> None:
        if not self.is_listed:
            raise NotListed("the piece is not in the catalogue")

    def _must_be_offered(self) -> None:
        self._must_be_listed()
        if self.is_archived:
            raise ProductIsArchived(f"{self.sku} is archived")


def _must_have_a_title(listing: Listing) -> None:
    if not listing.title.strip():
        raise TitleIsMissing("a piece has a title")


def _must_be_payable(price: Money) -> None:
    if price.cents <= 0:
        raise PriceIsNotPositive(f"{price} is no price")
    if price.currency == "KES" and not price.is_whole_shillings:
        raise PriceHasCents(f"{price} cannot be paid by M-Pesa")
