"""Lists of the catalogue: which pieces an owner asked to see, page by page."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.clothing import Colour, Garment
from domain.identity import BoutiqueId
from projections import running_out
from projections.product_index import PRODUCTS, ProductRow
from projections.table import literally

_FREE: Final = (
    "SELECT sum(v.on_hand - v.reserved) FROM dukani.shelf_variants v"
    " WHERE v.boutique_id = shelf_products.boutique_id AND v.product = shelf_products.product"
)


AFTER_ALL: Final = datetime.max.replace(tzinfo=UTC)
"""What time it is to who asks for nothing that has to do with time."""


class Standing(StrEnum):
    """How a piece stands on the shelf."""

    LOW = "low"
    GONE = "gone"
    NEW = "new"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for; what is None is not asked about. `words` stand in titles and codes."""

    words: str | None = None
    garment: Garment | None = None
    colour: Colour | None = None
    standing: Standing | None = None
    now: datetime = AFTER_ALL


def listed(
    boutique: BoutiqueId,
    conn: Connection[Any],
    asked: Asked,
    limit: int,
    after: tuple[datetime, UUID] | None = None,
) -> list[ProductRow]:
    """Pieces, the latest listed first."""
    conditions, values = _asked(boutique, asked)
    if after is not None:
        conditions.append("(listed_at, product) < (%s, %s)")
        values += after
    order = " ORDER BY listed_at DESC, product DESC LIMIT %s"
    return PRODUCTS.where(conn, boutique, " AND ".join(conditions) + order, [*values, limit])


def offered(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[ProductRow]:
    """Pieces that customers are shown, by name."""
    return PRODUCTS.where(conn, boutique, "NOT archived ORDER BY title, sku, product LIMIT %s", [limit])


def alike(boutique: BoutiqueId, conn: Connection[Any], sku: str, limit: int = 12) -> list[ProductRow]:
    """Pieces whose code begins alike up to its last dash: the same design in other colours."""
    stem, dash, _ = sku.rpartition("-")
    if not dash:
        return []
    condition = "sku LIKE %s AND sku <> %s AND NOT archived ORDER BY sku LIMIT %s"
    return PRODUCTS.where(conn, boutique, condition, [f"{literally(stem)}-%", sku, limit])


def _asked(boutique: BoutiqueId, asked: Asked) -> tuple[list[str], list[Any]]:
    conditions, values = ["true"], list[Any]()
    if asked.words:
        conditions.append("search_text LIKE %s")
        values.append(f"%{literally(' '.join(asked.words.casefold().split()))}%")
    if asked.garment is not None:
        conditions.append("garment = %s")
        values.append(asked.garment.value)
    if asked.colour is not None:
        conditions.append("%s = ANY(colours)")
        values.append(asked.colour.value)
    if asked.standing is Standing.NEW:
        conditions.append("NOT archived AND new_until > %s")
        values.append(asked.now)
    elif asked.standing is Standing.LOW:
        conditions.append(f"product IN (SELECT product FROM ({running_out.SIZES}) low)")  # noqa: S608 — words of our own
        values += running_out.values(boutique, asked.now)
    elif asked.standing is not None:
        conditions.append(_STANDS[asked.standing])
    return conditions, values


_STANDS: Final = {
    Standing.GONE: f"NOT archived AND coalesce(({_FREE}), 0) <= 0",
    Standing.ARCHIVED: "archived",
}
