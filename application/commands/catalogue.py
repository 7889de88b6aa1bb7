"""What is asked of the catalogue and its stock."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.commands.command import Command
from domain.identity import OrderId, ProductId, VariantId
from domain.money import Money
from domain.product.events import Listing
from domain.sizes import Size, SizeChart
from domain.stock.events import ReleaseReason


@dataclass(frozen=True, slots=True)
class ListProduct(Command):
    """Offer a new piece."""

    product: ProductId
    sku: str
    listing: Listing
    price: Money
    chart: SizeChart


@dataclass(frozen=True, slots=True)
class AddVariant(Command):
    """Offer a piece in a size, with the pieces that came in of it."""

    product: ProductId
    variant: VariantId
    size: Size
    received: int


@dataclass(frozen=True, slots=True)
class AddPhoto(Command):
    """Show a piece by one more picture."""

    product: ProductId
    picture: str


@dataclass(frozen=True, slots=True)
class RemovePhoto(Command):
    """Show a piece by this picture no longer."""

    product: ProductId
    picture: str


@dataclass(frozen=True, slots=True)
class PutPhotoFirst(Command):
    """Let customers see this picture of a piece first."""

    product: ProductId
    picture: str


@dataclass(frozen=True, slots=True)
class RewriteListing(Command):
    """Describe a piece anew."""

    product: ProductId
    listing: Listing


@dataclass(frozen=True, slots=True)
class ArchiveProduct(Command):
    """Offer a piece no longer."""

    product: ProductId


@dataclass(frozen=True, slots=True)
class RestoreProduct(Command):
    """Offer an archived piece again."""

    product: ProductId


@dataclass(frozen=True, slots=True)
class SetLowStockLevel(Command):
    """Say from how few free pieces on a size runs out; None leaves it to how it sells."""

    product: ProductId
    level: int | None


@dataclass(frozen=True, slots=True)
class MarkArrival(Command):
    """Show a piece as newly come in until a time; None ends it now."""

    product: ProductId
    until: datetime | None


@dataclass(frozen=True, slots=True)
class ChangePrice(Command):
    """Ask another price from now on."""

    product: ProductId
    price: Money


@dataclass(frozen=True, slots=True)
class ReceiveStock(Command):
    """Put pieces that came in on the shelf."""

    product: ProductId
    variant: VariantId
    quantity: int


@dataclass(frozen=True, slots=True)
class CorrectStock(Command):
    """Write pieces off, or in: found, torn, stolen."""

    variant: VariantId
    change: int
    reason: str


@dataclass(frozen=True, slots=True)
class CountStock(Command):
    """Set what is on hand to what was counted. `seen` is what should have been there at that moment."""

    product: ProductId
    variant: VariantId
    counted: int
    reason: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class TakeCountBack(Command):
    """Undo what one count of a size set right. `count` is the command that counted it."""

    variant: VariantId
    count: UUID


@dataclass(frozen=True, slots=True)
class ReleaseStock(Command):
    """Put pieces held for an order back."""

    variant: VariantId
    order: OrderId
    reason: ReleaseReason


@dataclass(frozen=True, slots=True)
class SellStock(Command):
    """Let pieces that an order paid for go."""

    variant: VariantId
    order: OrderId
    quantity: int
