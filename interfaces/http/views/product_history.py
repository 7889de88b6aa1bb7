"""What happened to a piece and its stock, the latest first, and what takes a part of it back."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from application.undoing import Commands, undo_of_piece, undo_of_stock
from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, ProductId, stream_of
from domain.product.product import Product
from domain.staff.events import Role
from domain.stock.stock import Stock
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas import PieceEvent
from interfaces.http.views.fact_values import values_of

MOST: Final = 100


class _Happened(NamedTuple):
    """A fact of a piece, or of a size of it, with what would take it back now."""

    recorded: Recorded[Fact]
    size: str | None
    undo: Commands


def product_history(
    boutique: BoutiqueId, deps: DashboardDeps, wanted: ProductId, role: Role
) -> list[PieceEvent]:
    """The last hundred things that happened to a piece. Raises: ProblemFound 404."""
    happened = sorted(_all(boutique, deps, wanted), key=lambda each: -(each.recorded.position or 0))
    if not happened:
        raise not_found()
    return [_event(each, may_undo=role is not Role.AUDITOR) for each in happened[:MOST]]


def step_back(boutique: BoutiqueId, deps: DashboardDeps, product: ProductId, position: int) -> Commands:
    """What takes back what happened there; nothing where it stands no longer, or was another piece's."""
    found = (each.undo for each in _all(boutique, deps, product) if each.recorded.position == position)
    return next(found, ())


def _all(boutique: BoutiqueId, deps: DashboardDeps, product: ProductId) -> Iterator[_Happened]:
    now = deps.clock.now()
    story = list(deps.log.read(stream_of(boutique, Product.KIND, product)))
    facts = [each.fact for each in story]
    for place, recorded in enumerate(story):
        yield _Happened(recorded, None, undo_of_piece(product, facts, place, now))
    piece, _ = deps.cataloguing.piece(boutique, product)
    for variant, size in piece.variants.items():
        moved = list(deps.log.read(stream_of(boutique, Stock.KIND, variant)))
        counts = [each.fact for each in moved]
        for place, recorded in enumerate(moved):
            yield _Happened(recorded, size.label, undo_of_stock(variant, counts, place))


def _event(happened: _Happened, *, may_undo: bool) -> PieceEvent:
    recorded = happened.recorded
    return PieceEvent(
        position=recorded.position or 0,
        at=recorded.at,
        actor=recorded.cause.actor,
        topic=recorded.fact.TOPIC,
        values=values_of(recorded.fact),
        size=happened.size,
        can_undo=may_undo and bool(happened.undo),
    )
