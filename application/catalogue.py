"""Keeping the catalogue and its stock."""

from application.commands import (
    AddPhoto,
    AddVariant,
    ArchiveProduct,
    ChangePrice,
    CorrectStock,
    CountStock,
    ListProduct,
    MarkArrival,
    PutPhotoFirst,
    ReceiveStock,
    ReleaseStock,
    RemovePhoto,
    RestoreProduct,
    RewriteListing,
    SellStock,
    SetLowStockLevel,
    TakeCountBack,
)
from application.undoing import undo_of_stock
from application.unit import Unit
from domain.fact import Facts
from domain.identity import BoutiqueId, ProductId, VariantId, derive
from domain.product.product import Product
from domain.sizes import Size
from domain.stock.refusals import CountStandsNoMore
from domain.stock.stock import Stock


def product_of(boutique: BoutiqueId, sku: str) -> ProductId:
    """The one piece of the boutique that has this code."""
    return ProductId(derive(boutique, "product", sku))


def variant_of(product: ProductId, size: Size) -> VariantId:
    """The one variant of a piece that a new size becomes."""
    return VariantId(derive(product, "variant", size.system, size.value))


def list_product(command: ListProduct, unit: Unit) -> None:
    """Offer a new piece."""
    unit.tell(
        Product,
        command.product,
        lambda product: product.list(
            sku=command.sku, listing=command.listing, price=command.price, chart=command.chart
        ),
    )


def rewrite_listing(command: RewriteListing, unit: Unit) -> None:
    """Describe a piece anew."""
    unit.tell(Product, command.product, lambda product: product.rewrite(command.listing))


def add_variant(command: AddVariant, unit: Unit) -> None:
    """Offer a size of a piece and shelve what came in of it."""
    unit.tell(Product, command.product, lambda p: p.add_variant(variant=command.variant, size=command.size))
    if command.received:
        receive_stock(ReceiveStock(command.product, command.variant, command.received), unit)


def add_photo(command: AddPhoto, unit: Unit) -> None:
    """Show a piece by one more picture."""
    unit.tell(Product, command.product, lambda product: product.add_photo(picture=command.picture))


def remove_photo(command: RemovePhoto, unit: Unit) -> None:
    """Show a piece by one picture less."""
    unit.tell(Product, command.product, lambda product: product.remove_photo(command.picture))


def put_photo_first(command: PutPhotoFirst, unit: Unit) -> None:
    """Let customers see this picture first."""
    unit.tell(Product, command.product, lambda product: product.put_photo_first(command.picture))


def change_price(command: ChangePrice, unit: Unit) -> None:
    """Ask another price from now on."""
    unit.tell(Product, command.product, lambda product: product.change_price(price=command.price))


def archive_product(command: ArchiveProduct, unit: Unit) -> None:
    """Offer a piece no longer."""
    unit.tell(Product, command.product, lambda product: product.archive())


def restore_product(command: RestoreProduct, unit: Unit) -> None:
    """Offer an archived piece again."""
    unit.tell(Product, command.product, lambda product: product.restore())


def set_low_stock_level(command: SetLowStockLevel, unit: Unit) -> None:
    """Say when a size of the piece runs out."""
    unit.tell(Product, command.product, lambda product: product.set_low_level(command.level))


def mark_arrival(command: MarkArrival, unit: Unit) -> None:
    """Show a piece as newly come in, or no longer so."""
    until = command.until

    def mark(product: Product) -> Facts:
        return product.unmark_arrival() if until is None else product.mark_arrival(until, unit.now)

    unit.tell(Product, command.product, mark)


def receive_stock(command: ReceiveStock, unit: Unit) -> None:
    """Shelve pieces that came in; a delivery that is told twice came once."""
    if not unit.repeats(Stock, command.variant):
        unit.tell(
            Stock,
            command.variant,
            lambda stock: stock.receive(product=command.product, quantity=command.quantity),
        )


def correct_stock(command: CorrectStock, unit: Unit) -> None:
    """Write pieces off or in, once."""
    if not unit.repeats(Stock, command.variant):
        unit.tell(Stock, command.variant, lambda stock: stock.correct(command.change, command.reason))


def count_stock(command: CountStock, unit: Unit) -> None:
    """Set what is on hand to a count, once: told again later, it may not undo what was sold since."""
    if unit.repeats(Stock, command.variant):
        return
    if unit.get(Stock, command.variant).product is None:
        receive_stock(ReceiveStock(command.product, command.variant, command.counted), unit)
        return
    unit.tell(
        Stock,
        command.variant,
        lambda stock: stock.adjust(command.counted, command.reason, command.seen),
    )


def take_count_back(command: TakeCountBack, unit: Unit) -> None:
    """Undo what a count set right. Nothing where it agreed. Raises: CountStandsNoMore."""
    place = unit.place_of(Stock, command.variant, command.count)
    if place is None or unit.repeats(Stock, command.variant):
        return
    back = undo_of_stock(command.variant, unit.story(Stock, command.variant), place)
    if not back:
        raise CountStandsNoMore("it was changed since, or is sold or promised by now")
    [correction] = back
    unit.tell(Stock, command.variant, lambda stock: stock.correct(correction.change, correction.reason))


def release_stock(command: ReleaseStock, unit: Unit) -> None:
    """Put held pieces back."""
    unit.tell(Stock, command.variant, lambda stock: stock.release(order=command.order, reason=command.reason))


def sell_stock(command: SellStock, unit: Unit) -> None:
    """Let paid pieces go: those held for the order, or from the shelf where its hold had ended."""

    def sell(stock: Stock) -> Facts:
        if command.order in stock.reservations:
            return stock.sell(command.order)
        return stock.sell_late(order=command.order, quantity=command.quantity)

    unit.tell(Stock, command.variant, sell)
