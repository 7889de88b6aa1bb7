"""One change to many pieces, and taking it back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from application.commands import (
    ArchiveProduct,
    ChangePrice,
    Command,
    MarkArrival,
    RestoreProduct,
    SetLowStockLevel,
)
from application.execute import Shop
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, ProductId, derive
from domain.money import Money
from domain.product.product import Product
from domain.refusal import Refusal

BY_SALES: Final = -1
"""A low level that is no number of pieces: how a size sells says when it runs out."""

_SHILLINGS_STEP: Final = 10
"""A changed price ends in a zero, as prices in shops do. Units: shillings."""


class BulkField(StrEnum):
    """What is changed of all pieces chosen."""

    PRICE = "price"
    """To a price. Units: cents."""
    PERCENT = "percent"
    """The price, by a share of it."""
    LOW_LEVEL = "low-level"
    """Below nothing: by how a size sells."""
    NEW_DAYS = "new-days"
    """Marked as newly come in for so many days, 0 ends it. What a piece had and has is told as a time.

    Units: seconds since 1970, 0 for none.
    """
    ARCHIVED = "archived"
    """1 takes them out of the shop, 0 offers them again."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What one piece had before and has now; enough to take the change back."""

    product: ProductId
    field: BulkField
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A piece that a rule kept as it was."""

    product: ProductId
    sku: str
    code: str


@dataclass(frozen=True, slots=True)
class Bulk:
    """What became of a change to many pieces."""

    changed: tuple[Changed, ...]
    refused: tuple[Refused, ...]


class BulkEdit:
    """Changes many pieces, each in a unit of its own: a piece that refuses keeps no other from its change."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def change(
        self, boutique: BoutiqueId, by: Cause, products: Sequence[ProductId], field: BulkField, value: int
    ) -> Bulk:
        """Change a field of all these pieces to a value, or by a percentage."""
        return self._each(
            boutique, by, ((product, field, lambda p: self._wanted(p, field, value)) for product in products)
        )

    def take_back(self, boutique: BoutiqueId, by: Cause, changes: Sequence[Changed]) -> Bulk:
        """Give pieces back what they had; one that was changed again since keeps what it has."""

        def before(one: Changed) -> Callable[[Product], int | None]:
            return lambda product: one.before if self._now(product, one.field) == one.after else None

        return self._each(boutique, by, ((one.product, one.field, before(one)) for one in changes))

    def _each(
        self,
        boutique: BoutiqueId,
        by: Cause,
        wanted: Iterator[tuple[ProductId, BulkField, Callable[[Product], int | None]]],
    ) -> Bulk:
        changed, refused = list[Changed](), list[Refused]()
        for product_id, field, value_for in wanted:
            product = self._shop.open(boutique, product_id).get(Product, product_id)
            value, now = value_for(product), self._now(product, field)
            if not product.is_listed or value is None or value == now:
                continue
            kind = BulkField.PRICE if field is BulkField.PERCENT else field
            cause = Cause(by.actor, derive(by.command, "bulk", product_id), by.correlation)
            try:
                self._shop.do(boutique, cause, _command(product_id, product, kind, value))
            except Refusal as refusal:
                refused.append(Refused(product_id, product.sku, refusal.code))
            else:
                changed.append(Changed(product_id, kind, now, value))
        return Bulk(tuple(changed), tuple(refused))

    def _now(self, product: Product, field: BulkField) -> int:
        match field:
            case BulkField.ARCHIVED:
                return int(product.is_archived)
            case BulkField.LOW_LEVEL:
                return BY_SALES if product.low_level is None else product.low_level
            case BulkField.NEW_DAYS:
                until = product.new_until
                return _seconds(until) if until and until > self._shop.now() else 0
            case _:
                return product.price.cents if product.price else 0

    def _wanted(self, product: Product, field: BulkField, value: int) -> int:
        if field is BulkField.NEW_DAYS:
            return _seconds(self._shop.now() + timedelta(days=value)) if value else 0
        if field is not BulkField.PERCENT:
            return value
        step = _SHILLINGS_STEP * 100
        return round(self._now(product, field) * (100 + value) / 100 / step) * step


def by_person(actor: Actor, command: UUID) -> Cause:
    """Why many pieces change: one person's one click."""
    return Cause(actor, command, command)


def _seconds(at: datetime) -> int:
    return int(at.timestamp())


def _command(identity: ProductId, product: Product, field: BulkField, value: int) -> Command:
    if field is BulkField.ARCHIVED:
        return ArchiveProduct(identity) if value else RestoreProduct(identity)
    if field is BulkField.LOW_LEVEL:
        return SetLowStockLevel(identity, value if value >= 0 else None)
    if field is BulkField.NEW_DAYS:
        return MarkArrival(identity, datetime.fromtimestamp(value, UTC) if value > 0 else None)
    currency = product.price.currency if product.price else "KES"
    return ChangePrice(identity, Money(cents=value, currency=currency))
