"""The product: one piece of the catalogue, with its sizes, its price and its photos."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final, Self

from domain.fact import Fact, Facts
from domain.identity import VariantId
from domain.money import Money
from domain.product.events import (
    Listing,
    ListingRewritten,
    PhotoAdded,
    PriceChanged,
    ProductArchived,
    ProductListed,
    ProductRestored,
    SizeChartMeasured,
    VariantAdded,
)
from domain.product.refusals import (
    AlreadyListed,
    NotListed,
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
    "NotListed",
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
    """One piece of the catalogue. `listing` and `price` are None until it is listed."""

    KIND: ClassVar[str] = "product"

    sku: str = ""
    listing: Listing | None = None
    price: Money | None = None
    chart: SizeChart = field(default_factory=SizeChart)
    variants: Mapping[VariantId, Size] = field(default_factory=dict)
    photos: tuple[str, ...] = ()
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
            case PhotoAdded():
                return replace(self, photos=(*self.photos, fact.picture))
            case ProductArchived():
                return replace(self, is_archived=True)
            case ProductRestored():
                return replace(self, is_archived=False)
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
