"""Keeping the catalogue and its stock."""

from application.commands import (
    AddPhoto,
    AddVariant,
    ChangePrice,
    ListProduct,
    ReceiveStock,
    ReleaseStock,
    SellStock,
)
from application.unit import Unit
from domain.fact import Facts
from domain.product.product import Product
from domain.stock.stock import Stock


def list_product(command: ListProduct, unit: Unit) -> None:
    """Offer a new piece."""
    unit.tell(
        Product,
        command.product,
        lambda product: product.list(
            sku=command.sku, listing=command.listing, price=command.price, chart=command.chart
        ),
    )


def add_variant(command: AddVariant, unit: Unit) -> None:
    """Offer a size of a piece and shelve what came in of it."""
    unit.tell(Product, command.product, lambda p: p.add_variant(variant=command.variant, size=command.size))
    if command.received:
        receive_stock(ReceiveStock(command.product, command.variant, command.received), unit)


def add_photo(command: AddPhoto, unit: Unit) -> None:
    """Show a piece by one more picture."""
    unit.tell(Product, command.product, lambda product: product.add_photo(picture=command.picture))


def change_price(command: ChangePrice, unit: Unit) -> None:
    """Ask another price from now on."""
    unit.tell(Product, command.product, lambda product: product.change_price(price=command.price))


def receive_stock(command: ReceiveStock, unit: Unit) -> None:
    """Shelve pieces that came in."""
    unit.tell(
        Stock,
        command.variant,
        lambda stock: stock.receive(product=command.product, quantity=command.quantity),
    )


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
