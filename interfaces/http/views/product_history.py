"""What happened to a piece and its stock, the latest first."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, ProductId, stream_of
from domain.product.product import Product
from domain.stock.stock import Stock
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas import PieceEvent
from interfaces.http.views.titles import told

MOST: Final = 100


def product_history(boutique: BoutiqueId, deps: DashboardDeps, wanted: ProductId) -> list[PieceEvent]:
    """The last hundred things that happened to a piece. Raises: ProblemFound 404."""
    piece, _ = deps.cataloguing.piece(boutique, wanted)
    if not piece.is_listed:
        raise not_found()
    happened = sorted(_all(boutique, deps, wanted, piece), key=lambda pair: -(pair[0].position or 0))
    return [_event(recorded, size) for recorded, size in happened[:MOST]]


def _all(
    boutique: BoutiqueId, deps: DashboardDeps, wanted: ProductId, piece: Product
) -> Iterator[tuple[Recorded[Fact], str | None]]:
    streams: list[tuple[str, UUID, str | None]] = [(Product.KIND, wanted, None)]
    streams += [(Stock.KIND, variant, size.label) for variant, size in piece.variants.items()]
    for kind, identity, size in streams:
        for recorded in deps.log.read(stream_of(boutique, kind, identity)):
            yield recorded, size


def _event(recorded: Recorded[Fact], size: str | None) -> PieceEvent:
    words = told(recorded.fact)
    return PieceEvent(
        at=recorded.at,
        actor=recorded.cause.actor,
        topic=recorded.fact.TOPIC,
        title=words.title,
        detail=words.detail,
        size=size,
    )
