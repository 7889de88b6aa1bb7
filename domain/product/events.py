"""What happens to a piece of the catalogue."""

from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.fact import Fact
from domain.identity import VariantId
from domain.money import Money
from domain.sizes import Size, SizeChart


class Listing(BaseModel):
    """How a piece is described, in the words of the shop and of the closed vocabulary."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    title_sw: str
    description: str
    garment: Garment
    colours: tuple[Colour, ...]
    pattern: Pattern = Pattern.PLAIN
    styles: tuple[Style, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    fabrics: tuple[Fabric, ...] = ()


class ProductListed(Fact):
    """A piece came into the catalogue."""

    TOPIC: ClassVar = "product-listed.v1"
    sku: str
    listing: Listing
    price: Money
    chart: SizeChart


class ListingRewritten(Fact):
    """A piece is described anew."""

    TOPIC: ClassVar = "product-listing-rewritten.v1"
    listing: Listing


class PriceChanged(Fact):
    """A piece costs something else from now on. Orders keep the price they were placed at."""

    TOPIC: ClassVar = "product-price-changed.v1"
    price: Money


class SizeChartMeasured(Fact):
    """The bodies that the sizes are cut for were measured anew."""

    TOPIC: ClassVar = "product-size-chart-measured.v1"
    chart: SizeChart


class VariantAdded(Fact):
    """A size of the piece can be stocked."""

    TOPIC: ClassVar = "product-variant-added.v1"
    variant: VariantId
    size: Size


class PhotoAdded(Fact):
    """A photo of the piece. `picture` is the SHA-256 of its bytes."""

    TOPIC: ClassVar = "product-photo-added.v1"
    picture: str


class PhotoRemoved(Fact):
    """A photo shows the piece no longer."""

    TOPIC: ClassVar = "product-photo-removed.v1"
    picture: str


class PhotoPutFirst(Fact):
    """The photo that customers see of the piece."""

    TOPIC: ClassVar = "product-photo-put-first.v1"
    picture: str


class LowStockLevelSet(Fact):
    """With so many free pieces of a size, or fewer, the owner wants to be told."""

    TOPIC: ClassVar = "product-low-stock-level-set.v1"
    level: int = Field(ge=0)


class LowStockLevelLifted(Fact):
    """The owner wants to be told by how a size sells, and by no number of her own."""

    TOPIC: ClassVar = "product-low-stock-level-lifted.v1"


class ArrivalMarked(Fact):
    """The piece is shown as newly come in until a time."""

    TOPIC: ClassVar = "product-arrival-marked.v1"
    until: datetime


class ArrivalUnmarked(Fact):
    """The piece is no longer shown as newly come in."""

    TOPIC: ClassVar = "product-arrival-unmarked.v1"


class ProductArchived(Fact):
    """The piece is no longer offered."""

    TOPIC: ClassVar = "product-archived.v1"


class ProductRestored(Fact):
    """The piece is offered again."""

    TOPIC: ClassVar = "product-restored.v1"
