"""What a list would change about the catalogue: compared with what is there, piece by piece."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from application.catalogue import product_of, variant_of
from application.commands import (
    AddPhoto,
    AddVariant,
    ChangePrice,
    Command,
    CountStock,
    ListProduct,
    RewriteListing,
    SetLowStockLevel,
)
from application.importing.headings import Column
from application.importing.reading import Fault, Wanted
from domain.clothing import Pattern
from domain.identity import BoutiqueId, ProductId, VariantId
from domain.money import Money
from domain.product.events import Listing
from domain.sizes import Size, SizeChart

REASON = "import"


class Standing(StrEnum):
    """How a piece of a list stands to the catalogue."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Known:
    """A piece as it is in the catalogue. Shape: `sizes` gives each size's variant and what is on hand."""

    listing: Listing
    price: Money
    low_level: int | None
    is_archived: bool
    sizes: Mapping[Size, tuple[VariantId, int]]
    photos: Sequence[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done for one piece, all or nothing. `fetches` are addresses of pictures that it lacks."""

    product: ProductId
    standing: Standing
    commands: tuple[Command, ...] = ()
    fetches: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the pieces of one list.

    Shape: `photos` gives the names of kept pictures by their files' names in lower case.
    """

    boutique: BoutiqueId
    currency: str
    photos: Mapping[str, str] = field(default_factory=dict)

    def plan(self, wanted: Wanted, known: Known | None) -> Plan:
        """What this piece needs."""
        product = product_of(self.boutique, wanted.sku)
        faults = (*_lacking(wanted, known), *self._unknown_photos(wanted))
        if faults:
            return Plan(product, Standing.NEW if known is None else Standing.CHANGED, faults=faults)
        told = [*self._first(product, wanted, known), *self._sizes(product, wanted, known)]
        had = known.photos if known else ()
        told += [AddPhoto(product, picture) for picture in self._pictures(wanted) if picture not in had]
        addresses = tuple(name for name in wanted.pictures if _is_address(name))
        fetches = addresses if len(had) < len(wanted.pictures) else ()
        if known is None:
            return Plan(product, Standing.NEW, tuple(told), fetches)
        return Plan(product, Standing.CHANGED if told or fetches else Standing.SAME, tuple(told), fetches)

    def _first(self, product: ProductId, wanted: Wanted, known: Known | None) -> Iterator[Command]:
        listing = _listing(wanted, known)
        price = Money(cents=wanted.price * 100, currency=self.currency) if wanted.price is not None else None
        if known is None:
            yield ListProduct(product, wanted.sku, listing, price or Money.zero(), SizeChart())
        else:
            if listing != known.listing:
                yield RewriteListing(product, listing)
            if price is not None and price != known.price:
                yield ChangePrice(product, price)
        if wanted.low_level is not None and (known is None or known.low_level != wanted.low_level):
            yield SetLowStockLevel(product, wanted.low_level)

    def _sizes(self, product: ProductId, wanted: Wanted, known: Known | None) -> Iterator[Command]:
        for size, stock in wanted.sizes.items():
            there = known.sizes.get(size) if known else None
            if there is None:
                yield AddVariant(product, variant_of(product, size), size, stock or 0)
            elif stock is not None and stock != there[1]:
                yield CountStock(product, there[0], stock, REASON)

    def _pictures(self, wanted: Wanted) -> tuple[str, ...]:
        """The kept pictures that the list names; where it names none, those named by the piece's code."""
        named = [name for name in wanted.pictures if not _is_address(name)]
        if named:
            return tuple(self.photos[_file(name)] for name in named)
        if wanted.pictures:
            return ()
        code = wanted.sku.casefold()
        return tuple(
            picture
            for name, picture in sorted(self.photos.items())
            if _belongs(name.rpartition(".")[0], code)
        )

    def _unknown_photos(self, wanted: Wanted) -> tuple[Fault, ...]:
        return tuple(
            Fault(wanted.row, Column.PICTURES, "photo-not-there", name[:60])
            for name in wanted.pictures
            if not _is_address(name) and _file(name) not in self.photos
        )


def _lacking(wanted: Wanted, known: Known | None) -> Iterator[Fault]:
    """What a new piece cannot be without; a known one that is not offered is not changed."""
    if known is not None:
        if known.is_archived:
            yield Fault(wanted.row, Column.SKU, "not-offered", wanted.sku)
        return
    for column, value in (
        (Column.TITLE, wanted.title),
        (Column.KIND, wanted.garment),
        (Column.COLOURS, wanted.colours),
        (Column.PRICE, wanted.price),
    ):
        if value is None:
            yield Fault(wanted.row, column, "missing")


def _listing(wanted: Wanted, known: Known | None) -> Listing:
    """The listing as it is to be: what the list says, over what is there."""
    said = {
        "title": wanted.title,
        "title_sw": wanted.title_sw,
        "description": wanted.description,
        "garment": wanted.garment,
        "colours": wanted.colours,
        "pattern": wanted.pattern,
    }
    before = (
        known.listing.model_dump() if known else {"title_sw": "", "description": "", "pattern": Pattern.PLAIN}
    )
    return Listing.model_validate(
        {**before, **{name: value for name, value in said.items() if value is not None}}
    )


def _is_address(name: str) -> bool:
    return name.casefold().startswith("https://")


def _file(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].casefold()


def _belongs(stem: str, code: str) -> bool:
    """Whether a file is of a piece: "AM-1.jpg" and "AM-1-2.jpg" are of AM-1, "AM-12.jpg" is not."""
    return stem == code or (
        stem.startswith(code) and stem[len(code)] in "-_ (" and stem[len(code) + 1 :].strip("() ").isdigit()
    )
