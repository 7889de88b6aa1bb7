"""What a customer wears: for each garment the sizes that she bought and kept, and the one she named.

A piece that she gave back is no witness. What she said of all garments stands under no garment.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.clothing import Garment
from domain.customer.events import CustomersMerged, PurchaseRemembered, PurchaseReturned, SizeTold
from domain.fact import Recorded
from domain.identity import BoutiqueId, CustomerId, subject_of
from domain.sizes import Size, SizeSystem
from projections.fold import Fold
from projections.table import Table

TOLD: Final = "told"
ALL: Final = ""


@dataclass(slots=True)
class WitnessRow:
    """One reason to believe a size: a piece of an order (`source` is the order), or her word."""

    customer: UUID
    source: str
    place: int
    garment: str
    size_system: str
    size_value: str
    at: datetime
    version: int


@dataclass(slots=True)
class ReturnRow:
    """Pieces of an order that she gave back; without a garment all of it."""

    customer: UUID
    source: str
    garment: str = ALL
    size_system: str = ""
    size_value: str = ""


@dataclass(slots=True)
class MergeRow:
    """`other` was found to be the same person as `customer`."""

    other: UUID
    customer: UUID


@dataclass(frozen=True, slots=True)
class SizeWorn:
    """A size and what speaks for it. `garment` is None for what she said of all garments."""

    garment: Garment | None
    size: Size
    bought: int
    told: bool
    last_at: datetime


WITNESSES: Final = Table(
    "size_witnesses", WitnessRow, key=("customer", "source", "place", "garment"), newest="version"
)
RETURNS: Final = Table(
    "size_profile_returns", ReturnRow, key=("customer", "source", "garment", "size_system", "size_value")
)
MERGES: Final = Table("size_profile_merges", MergeRow, key=("other",))


@dataclass(slots=True)
class _Page:
    """What the facts of a page tell, by the keys of the rows."""

    witnesses: dict[Any, WitnessRow] = field(default_factory=dict)
    returns: dict[Any, ReturnRow] = field(default_factory=dict)
    merges: dict[Any, MergeRow] = field(default_factory=dict)

    def witness(self, row: WitnessRow) -> None:
        """The last word on a key is the one that counts."""
        self.witnesses[WITNESSES.key_of(row)] = row


_fold = Fold[_Page]()


@_fold.on(SizeTold)
def _told(page: _Page, fact: SizeTold, at: Recorded[Any]) -> None:
    page.witness(_witness(at, TOLD, 0, fact.garment, fact.size))


@_fold.on(PurchaseRemembered)
def _bought(page: _Page, fact: PurchaseRemembered, at: Recorded[Any]) -> None:
    for place, piece in enumerate(fact.pieces):
        page.witness(_witness(at, str(fact.order), place, piece.garment, piece.size))


@_fold.on(PurchaseReturned)
def _returned(page: _Page, fact: PurchaseReturned, at: Recorded[Any]) -> None:
    customer, order = subject_of(at.originator_id), str(fact.order)
    rows = [
        ReturnRow(customer, order, piece.garment.value, piece.size.system.value, piece.size.value)
        for piece in fact.pieces
    ] or [ReturnRow(customer, order)]
    page.returns.update({RETURNS.key_of(row): row for row in rows})


@_fold.on(CustomersMerged)
def _merged(page: _Page, fact: CustomersMerged, at: Recorded[Any]) -> None:
    page.merges[fact.other] = MergeRow(fact.other, subject_of(at.originator_id))


class SizeProfiles:
    """The read model of sizes."""

    name: ClassVar[str] = "size_profiles"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        page = _Page()
        for recorded in _fold.known(facts):
            _fold.take(page, recorded)
        WITNESSES.save(conn, boutique, page.witnesses.values())
        RETURNS.save(conn, boutique, page.returns.values())
        MERGES.save(conn, boutique, page.merges.values())

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        for table in (WITNESSES, RETURNS, MERGES):
            table.clear(conn, boutique)


def profile(boutique: BoutiqueId, conn: Connection[Any], customer: CustomerId) -> tuple[SizeWorn, ...]:
    """The sizes of a customer, the best witnessed of each garment first."""
    same_person = (
        "customer IN (WITH RECURSIVE person(id) AS (SELECT %s::uuid UNION SELECT m.other"
        " FROM dukani.size_profile_merges m JOIN person p ON m.customer = p.id WHERE m.boutique_id = %s)"
        " SELECT id FROM person) AND NOT EXISTS (SELECT FROM dukani.size_profile_returns r"
        " WHERE r.boutique_id = size_witnesses.boutique_id AND r.source = size_witnesses.source"
        " AND (r.garment = '' OR (r.garment, r.size_system, r.size_value) ="
        " (size_witnesses.garment, size_witnesses.size_system, size_witnesses.size_value)))"
    )
    grouped: dict[tuple[str, str, str], list[WitnessRow]] = defaultdict(list)
    for row in WITNESSES.where(conn, boutique, same_person, [customer, boutique]):
        grouped[row.garment, row.size_system, row.size_value].append(row)
    worn = [_worn(*key, rows) for key, rows in grouped.items()]
    return tuple(sorted(worn, key=_order))


def _worn(garment: str, system: str, value: str, rows: Sequence[WitnessRow]) -> SizeWorn:
    return SizeWorn(
        garment=Garment(garment) if garment else None,
        size=Size(system=SizeSystem(system), value=value),
        bought=len({(row.source, row.place) for row in rows if row.source != TOLD}),
        told=any(row.source == TOLD for row in rows),
        last_at=max(row.at for row in rows),
    )


def _order(worn: SizeWorn) -> tuple[str, int, bool, float]:
    return (worn.garment or ALL, -worn.bought, not worn.told, -worn.last_at.timestamp())


def _witness(
    recorded: Recorded[Any], source: str, place: int, garment: Garment | None, size: Size
) -> WitnessRow:
    return WitnessRow(
        customer=subject_of(recorded.originator_id),
        source=source,
        place=place,
        garment=garment.value if garment else ALL,
        size_system=size.system.value,
        size_value=size.value,
        at=recorded.at,
        version=recorded.originator_version,
    )
