"""How many pieces there are of each size: on hand, held for orders, and free to sell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId, VariantId, subject_of
from domain.stock.events import StockReceived
from projections.counting import COUNTED, count, counts
from projections.table import Table


@dataclass(slots=True)
class StockLevel:
    """One size of a piece. `available` is what can be promised to another customer."""

    variant: UUID
    product: UUID | None = None
    on_hand: int = 0
    reserved: int = 0
    version: int = 0

    @property
    def available(self) -> int:
        """On hand and not held."""
        return self.on_hand - self.reserved


LEVELS: Final = Table("stock_levels", StockLevel, key=("variant",))


class Stock:
    """The read model of stock."""

    name: ClassVar[str] = "stock"
    topics: ClassVar[frozenset[str]] = COUNTED

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        mine = [(subject_of(fact.originator_id), fact) for fact in facts if counts(fact.fact)]
        rows = LEVELS.load(conn, boutique, {variant for variant, _ in mine})
        for variant, recorded in mine:
            fact = recorded.fact
            row = rows.setdefault(variant, StockLevel(variant))
            if recorded.originator_version > row.version:
                count(row, fact)
                row.product = fact.product if isinstance(fact, StockReceived) else row.product
                row.version = recorded.originator_version
        LEVELS.save(conn, boutique, rows.values())

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        LEVELS.clear(conn, boutique)


def levels(
    boutique: BoutiqueId, conn: Connection[Any], variants: Sequence[VariantId]
) -> dict[VariantId, StockLevel]:
    """The levels of these sizes."""
    return {VariantId(row.variant): row for row in LEVELS.load(conn, boutique, variants).values()}


def pieces_in_stock(boutique: BoutiqueId, conn: Connection[Any]) -> int:
    """How many pieces are offered of which some size is there."""
    row = conn.execute(
        "SELECT count(*) FROM dukani.shelf_products p WHERE p.boutique_id = %s AND NOT p.archived AND EXISTS"
        " (SELECT 1 FROM dukani.shelf_variants v"
        " WHERE v.boutique_id = p.boutique_id AND v.product = p.product AND v.on_hand > v.reserved)",
        (boutique,),
    ).fetchone()
    return int(row[0]) if row else 0
