"""What happened to a customer's record or to the shop itself, the latest first; nothing personal."""

from collections.abc import Iterable
from typing import Final

from application.undoing import Commands, undo_of_shop
from domain.boutique.boutique import Boutique
from domain.boutique.events import ShelfEmbedded
from domain.customer.customer import Customer
from domain.customer.events import ServiceWindowOpened
from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, CustomerId, stream_of
from domain.notebook.notebook import Notebook
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas.history import RecordEvent
from interfaces.http.views.fact_values import values_of

MOST: Final = 100
_UNSEEN: Final = (ServiceWindowOpened, ShelfEmbedded)
"""What an owner would not call a change."""


def customer_history(
    boutique: BoutiqueId, deps: DashboardDeps, records: Iterable[CustomerId]
) -> list[RecordEvent]:
    """The last hundred things that happened to these records of a person and to what is noted of her."""
    kinds = (Customer.KIND, Notebook.KIND)
    streams = [stream_of(boutique, kind, each) for each in records for kind in kinds]
    happened = [recorded for stream in streams for recorded in deps.log.read(stream)]
    return _latest((recorded, ()) for recorded in happened)


def shop_history(boutique: BoutiqueId, deps: DashboardDeps) -> list[RecordEvent]:
    """The last hundred things that happened to the shop's own settings."""
    story = list(deps.log.read(stream_of(boutique, Boutique.KIND, boutique)))
    facts = [recorded.fact for recorded in story]
    return _latest((recorded, undo_of_shop(facts, place)) for place, recorded in enumerate(story))


def setting_back(boutique: BoutiqueId, deps: DashboardDeps, position: int) -> Commands:
    """What takes back what happened there to the shop; nothing where it stands no longer."""
    story = list(deps.log.read(stream_of(boutique, Boutique.KIND, boutique)))
    facts = [recorded.fact for recorded in story]
    places = (place for place, recorded in enumerate(story) if recorded.position == position)
    return next((undo_of_shop(facts, place) for place in places), ())


def _latest(happened: Iterable[tuple[Recorded[Fact], Commands]]) -> list[RecordEvent]:
    seen = [each for each in happened if not isinstance(each[0].fact, _UNSEEN)]
    seen.sort(key=lambda each: -(each[0].position or 0))
    return [_event(recorded, can_undo=bool(undo)) for recorded, undo in seen[:MOST]]


def _event(recorded: Recorded[Fact], *, can_undo: bool) -> RecordEvent:
    return RecordEvent(
        position=recorded.position or 0,
        at=recorded.at,
        actor=recorded.cause.actor,
        topic=recorded.fact.TOPIC,
        values=values_of(recorded.fact),
        can_undo=can_undo,
    )
