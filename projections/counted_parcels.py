"""How customers liked what was delivered, of the facts that the figures count.

A delivery counts on its own day, by the stars that she gave it; what she says later moves it to other stars.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from domain.fact import Recorded
from domain.identity import subject_of
from domain.order.events import OrderDelivered, OrderRated
from projections.counted_costs import Count
from projections.sales import day_of
from projections.tallies import LIKED, ParcelRow, Tallies


def parcels_in(facts: Sequence[object]) -> set[UUID]:
    """The orders of which these facts tell that they are delivered, or how she likes them."""
    read = (each for each in facts if isinstance(each, Recorded))
    return {subject_of(r.originator_id) for r in read if isinstance(r.fact, OrderDelivered | OrderRated)}


def _delivered(tallies: Tallies, order: UUID, at: datetime, _: OrderDelivered) -> None:
    if tallies.parcels.get(order) is None:
        row = tallies.parcels.put(ParcelRow(order, day_of(at)))
        tallies.add(row.day, LIKED, str(row.stars), n=1)


def _rated(tallies: Tallies, order: UUID, _: datetime, fact: OrderRated) -> None:
    row = tallies.parcels.get(order)
    if row is not None:
        tallies.add(row.day, LIKED, str(row.stars), n=-1)
        row.stars = fact.stars
        tallies.add(row.day, LIKED, str(row.stars), n=1)
        tallies.parcels.put(row)


PARCELS: Final[Mapping[str, Count]] = {OrderDelivered.TOPIC: _delivered, OrderRated.TOPIC: _rated}
