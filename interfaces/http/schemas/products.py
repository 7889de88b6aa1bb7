"""The catalogue with its stock: what is told of a piece, and what an owner writes of one."""

from datetime import datetime
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from application.bulk import BulkField
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.fact import Actor
from domain.sizes import Size
from interfaces.http.schemas.answers import MOST_CENTS, Amount, Answer
from interfaces.http.schemas.history import FactValue

MOST_NEW_DAYS: Final = 90


class SizeStock(Answer):
    """What is there of one size."""

    variant: UUID
    size: str
    on_hand: int
    reserved: int
    available: int
    low: bool


class ProductRow(Answer):
    """A piece of the catalogue, with its stock per size. `new` is one that is shown as newly come in.

    `low_level` is None where the owner named no number, and how a size sells says when it runs out.
    """

    id: UUID
    sku: str
    title: str
    title_sw: str
    price: Amount
    garment: Garment
    colours: list[Colour]
    pattern: Pattern
    picture: str | None
    archived: bool
    new: bool
    low_level: int | None
    available: int
    sizes: list[SizeStock]


class Photo(Answer):
    """A photo of a piece: the name it is kept by, and where the page finds it."""

    name: str
    path: str


class Product(ProductRow):
    """One piece, whole. `alike` are the same design in other colours."""

    description: str
    styles: list[Style]
    occasions: list[Occasion]
    fabrics: list[Fabric]
    photos: list[Photo]
    new_until: datetime | None
    alike: list[ProductRow]


class PieceEvent(Answer):
    """Something that happened to a piece or to the stock of one of its sizes, at a position of the log.

    `can_undo` says that it still stands, and that whoever looks may take it back.
    """

    position: int
    at: datetime
    actor: Actor
    topic: str
    values: list[FactValue]
    size: str | None
    can_undo: bool


class SeenPhoto(Answer):
    """A photo that is kept, and what it seems to show: a proposal. `garment` is set where the eye is sure."""

    photo: Photo
    garment: Garment | None
    garments: list[Garment]
    colours: list[Colour]
    pattern: Pattern | None
    title: str
    title_sw: str


def _a_size(text: str) -> str:
    if Size.read(text) is None:
        raise ValueError("is no size; write M, UK 12, EU 38 or One size")
    return text


PhotoName = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
SizeLabel = Annotated[str, Field(min_length=1, max_length=12), AfterValidator(_a_size)]
Pieces = Annotated[int, Field(ge=0, le=100_000)]
Cents = Annotated[int, Field(gt=0, le=100_000_000_00)]
Reason = Annotated[str, Field(min_length=1, max_length=120)]


class Asked(BaseModel):
    """Something that an owner asks for."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NewSize(Asked):
    """A size to offer, and how many came in of it."""

    size: SizeLabel
    stock: Pieces = 0


class NewProduct(Asked):
    """A piece to offer. Units: price in cents. Without a code it gets one."""

    sku: str = Field(default="", max_length=40, pattern=r"^[\w./ -]*$")
    title: str = Field(min_length=1, max_length=120)
    title_sw: str = Field(default="", max_length=120)
    description: str = Field(default="", max_length=2_000)
    garment: Garment
    colours: list[Colour] = Field(min_length=1, max_length=4)
    pattern: Pattern
    styles: list[Style] = Field(default_factory=list, max_length=6)
    occasions: list[Occasion] = Field(default_factory=list, max_length=6)
    fabrics: list[Fabric] = Field(default_factory=list, max_length=6)
    price: Cents
    sizes: list[NewSize] = Field(min_length=1, max_length=30)
    photos: list[PhotoName] = Field(default_factory=list, max_length=10)


class ProductChange(Asked):
    """What is to be different about a piece; what is left out stays. `new_days` of 0 ends the mark.

    A `low_level` of null leaves it to how a size sells when it is running out.
    """

    title: str | None = Field(default=None, min_length=1, max_length=120)
    title_sw: str | None = Field(default=None, max_length=120)
    description: str | None = Field(default=None, max_length=2_000)
    garment: Garment | None = None
    colours: list[Colour] | None = Field(default=None, min_length=1, max_length=4)
    pattern: Pattern | None = None
    styles: list[Style] | None = Field(default=None, max_length=6)
    occasions: list[Occasion] | None = Field(default=None, max_length=6)
    fabrics: list[Fabric] | None = Field(default=None, max_length=6)
    price: Cents | None = None
    low_level: Pieces | None = None
    new_days: int | None = Field(default=None, ge=0, le=MOST_NEW_DAYS)


class PhotoOrder(Asked):
    """All photos of a piece, the one that customers see first."""

    photos: list[PhotoName] = Field(max_length=10)


class StepBack(Asked):
    """Which of the things that happened is to be taken back."""

    position: Annotated[int, Field(gt=0)]


class StockCame(Asked):
    """Pieces that came in."""

    quantity: Annotated[int, Field(gt=0, le=100_000)]


class StockCorrection(Asked):
    """Pieces found or lost, and why."""

    change: Annotated[int, Field(ge=-100_000, le=100_000)]
    reason: Reason


class ProductDone(Answer):
    """A piece after it was written; lists follow within moments."""

    product: UUID
    sku: str


Had = Annotated[int, Field(ge=-1, le=MOST_CENTS)]
"""What a piece has of something: cents, pieces, a time in seconds, or 0 and 1."""


class BulkChange(Asked):
    """One change to many pieces. Units: `value` is cents for price, percent, pieces, days, or 0 and 1."""

    products: list[UUID] = Field(min_length=1, max_length=500)
    field: BulkField
    value: Annotated[int, Field(ge=-90, le=MOST_CENTS)]

    @model_validator(mode="after")
    def _days_are_few(self) -> Self:
        if self.field is BulkField.NEW_DAYS and not 0 <= self.value <= MOST_NEW_DAYS:
            raise ValueError(f"a piece is new for {MOST_NEW_DAYS} days at most")
        return self


class BulkStep(Asked):
    """What one piece had and has: what is sent back to undo a change."""

    product: UUID
    field: BulkField
    before: Had
    after: Had


class BulkUndo(Asked):
    """Changes to take back."""

    steps: list[BulkStep] = Field(min_length=1, max_length=500)


class BulkRefusal(Answer):
    """A piece that a rule kept as it was."""

    product: UUID
    sku: str
    code: str


class BulkDone(Answer):
    """What a change to many pieces did; `steps` undo it."""

    steps: list[BulkStep]
    refused: list[BulkRefusal]
