"""Lists of customers: whom an owner asked to see, page by page."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId
from projections.customers import CUSTOMERS, CustomerRow

Met = tuple[datetime, UUID]
"""A place in the list: when a customer was met, and who she is."""


class Group(StrEnum):
    """Whom an owner looks for among her customers."""

    BUYERS = "buyers"
    """They paid for something and kept it."""
    LOOKERS = "lookers"
    """They have bought nothing so far."""
    OFFERS = "offers"
    """They want to hear of offers."""
    ERASURE = "erasure"
    """They asked to be forgotten, and are not yet."""


@dataclass(frozen=True, slots=True)
class AskedCustomers:
    """What a list is asked for; what is None is not asked about. `words` wait for whoever may open names."""

    words: str | None = None
    group: Group | None = None
    label: UUID | None = None


_HERSELF: Final = (
    "customer NOT IN (SELECT unnest(o.merged_from) FROM dukani.customers o"
    " WHERE o.boutique_id = %s AND o.merged_from IS NOT NULL)"
)
"""Who is known to be another one is not listed beside herself. Asked once for a page, not for each row."""

_KEPT: Final = "SELECT true FROM dukani.buyers b WHERE b.boutique_id = customers.boutique_id AND b.customer"
_BOUGHT: Final = (
    f"(coalesce(({_KEPT} = customers.customer LIMIT 1), false)"
    f" OR merged_from IS NOT NULL AND coalesce(({_KEPT} = ANY(merged_from) LIMIT 1), false))"
)
"""Whether she is a buyer, under this record or one that was joined to it.

Each is asked with a limit of its own, so that PostgreSQL asks the key of the buyers for those on the page; an
EXISTS beside an OR would make it read all buyers of the shop first.
"""

_GROUPS: Final = {
    Group.BUYERS: _BOUGHT,
    Group.LOOKERS: f"NOT {_BOUGHT}",
    Group.OFFERS: "marketing",
    Group.ERASURE: "erasure_requested_at IS NOT NULL AND forgotten_at IS NULL",
}
_LABELLED: Final = (
    "customer = ANY(ARRAY(SELECT n.customer FROM dukani.notebooks n"
    " WHERE n.boutique_id = %s AND n.labels @> ARRAY[%s::uuid]))"
)


def listed(
    boutique: BoutiqueId, conn: Connection[Any], asked: AskedCustomers, limit: int, after: Met | None = None
) -> list[CustomerRow]:
    """Customers, the latest met first, whatever their names; `after` is the last one that was seen."""
    conditions, values = [_HERSELF], list[Any]([boutique])
    if asked.group is not None:
        conditions.append(_GROUPS[asked.group])
    if asked.label is not None:
        conditions.append(_LABELLED)
        values += [boutique, asked.label]
    if after is not None:
        conditions.append("(met_at, customer) < (%s, %s)")
        values += after
    order = " ORDER BY met_at DESC, customer DESC LIMIT %s"
    return CUSTOMERS.where(conn, boutique, " AND ".join(conditions) + order, [*values, limit])
