"""Taking a step back: what undoes a fact of a piece, of a notebook or of the shop, as long as it stands.

Nothing is erased: a step back is a fact of its own, and can be taken back as well. What went out into the
world is not undone by any of it: a customer who was told a price was told it, and what was sold is sold.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from application.commands import (
    AddPhoto,
    ArchiveProduct,
    ChangePrice,
    Command,
    CorrectStock,
    DescribeProfile,
    MarkArrival,
    PutLabel,
    PutNoteBack,
    PutPhotoFirst,
    RemoveNote,
    RemovePhoto,
    RestoreProduct,
    RewriteListing,
    SetLimits,
    SetLowStockLevel,
    TakeLabel,
)
from domain.boutique.boutique import Boutique
from domain.boutique.events import LimitsSet, ProfileDescribed
from domain.fact import Fact, fold
from domain.identity import CustomerId, ProductId, VariantId, derive
from domain.notebook.events import LabelPut, LabelTaken, NoteRemoved, NoteWritten
from domain.notebook.notebook import Notebook
from domain.product.events import (
    ArrivalMarked,
    ArrivalUnmarked,
    ListingRewritten,
    LowStockLevelLifted,
    LowStockLevelSet,
    PhotoAdded,
    PhotoPutFirst,
    PhotoRemoved,
    PriceChanged,
    ProductArchived,
    ProductRestored,
)
from domain.product.product import Product
from domain.stock.events import StockAdjusted, StockReceived
from domain.stock.stock import Stock

Commands = tuple[Command, ...]

TAKEN_BACK: Final = "taken back"
"""Why stock is corrected that came in, or was corrected, by mistake."""


def undo_of_piece(product: ProductId, story: Sequence[Fact], place: int, at: datetime) -> Commands:
    """What takes back the fact at this place of a piece's story; nothing where it cannot be taken back."""
    kinds = next((kinds for kinds in _BACK if isinstance(story[place], kinds)), None)
    if kinds is None or any(isinstance(later, kinds) for later in story[place + 1 :]):
        return ()
    before, now = fold(Product(), story[:place]), fold(Product(), story)
    if now.is_archived and not isinstance(story[place], ProductArchived):
        return ()
    if before.new_until and before.new_until <= at:
        before = replace(before, new_until=None)
    return _BACK[kinds](product, before, now)


def undo_of_stock(variant: VariantId, story: Sequence[Fact], place: int) -> tuple[CorrectStock, ...]:
    """What takes back that pieces came in or were corrected; nothing where too few are free by now."""
    fact = story[place]
    if any(isinstance(later, StockReceived | StockAdjusted) for later in story[place + 1 :]):
        return ()
    match fact:
        case StockReceived(quantity=came):
            change = -came
        case StockAdjusted(change=corrected):
            change = -corrected
        case _:
            return ()
    left = fold(Stock(), story).available + change
    return (CorrectStock(variant, change, TAKEN_BACK),) if left >= 0 else ()


def undo_of_shop(story: Sequence[Fact], place: int) -> Commands:
    """What gives the shop back the profile or the limits it had; nothing for the first ones and for the rest.

    A voice has versions, each of which can speak again; numbers and tills are connected, and disconnected.
    """
    fact = story[place]
    if not isinstance(fact, ProfileDescribed | LimitsSet):
        return ()
    if any(isinstance(later, type(fact)) for later in story[place + 1 :]):
        return ()
    before = fold(Boutique(), story[:place])
    match fact:
        case ProfileDescribed() if (had := before.profile) is not None:
            terms = (had.street, had.hours, had.return_policy, had.areas, had.kra_pin)
            return (DescribeProfile(before.name, before.town, *terms),)
        case LimitsSet() if before.limits is not None:
            return (SetLimits(before.limits.order_limit, before.limits.discount_percent),)
        case _:
            return ()


def undo_of_notebook(customer: CustomerId, story: Sequence[Fact], place: int) -> Commands:
    """What takes back what was noted of a customer, or taken away; nothing where it stands no longer."""
    book = fold(Notebook(), story)
    match story[place]:
        case NoteWritten(note=note) if note in book.notes:
            return (RemoveNote(customer, note),)
        case NoteRemoved(note=note):
            return _put_back(customer, story, note, book)
        case LabelPut(label=label) if label in book.labels:
            return (TakeLabel(customer, label),)
        case LabelTaken(label=label) if label not in book.labels:
            return (PutLabel(customer, label),)
        case _:
            return ()


def _put_back(customer: CustomerId, story: Sequence[Fact], note: UUID, book: Notebook) -> Commands:
    """The same words under another name: what was taken away once is never the same note again."""
    again = derive(note, "put back")
    if again in book.notes or again in book.removed:
        return ()
    written = next(fact for fact in story if isinstance(fact, NoteWritten) and fact.note == note)
    return (PutNoteBack(customer, again, written.body, written.by),)


def _price(product: ProductId, before: Product, _: Product) -> Commands:
    return (ChangePrice(product, before.price),) if before.price else ()


def _listing(product: ProductId, before: Product, _: Product) -> Commands:
    return (RewriteListing(product, before.listing),) if before.listing else ()


def _level(product: ProductId, before: Product, _: Product) -> Commands:
    return (SetLowStockLevel(product, before.low_level),)


def _mark(product: ProductId, before: Product, now: Product) -> Commands:
    return (MarkArrival(product, before.new_until),) if before.new_until or now.new_until else ()


def _offer(product: ProductId, before: Product, _: Product) -> Commands:
    return (ArchiveProduct(product) if before.is_archived else RestoreProduct(product),)


def _photos(product: ProductId, before: Product, now: Product) -> Commands:
    return (
        *(AddPhoto(product, name) for name in before.photos if name not in now.photos),
        *(PutPhotoFirst(product, name) for name in before.photos[:1]),
        *(RemovePhoto(product, name) for name in now.photos if name not in before.photos),
    )


_BACK: Final[dict[tuple[type[Fact], ...], Callable[[ProductId, Product, Product], Commands]]] = {
    (PriceChanged,): _price,
    (ListingRewritten,): _listing,
    (LowStockLevelSet, LowStockLevelLifted): _level,
    (ArrivalMarked, ArrivalUnmarked): _mark,
    (ProductArchived, ProductRestored): _offer,
    (PhotoAdded, PhotoRemoved, PhotoPutFirst): _photos,
}
"""Facts of one thing about a piece, of which the latest alone stands, and what gives back what was before."""
