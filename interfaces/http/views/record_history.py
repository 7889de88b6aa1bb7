"""What happened to a customer's record or to the shop itself, the latest first; nothing personal."""

from collections.abc import Iterable
from typing import Final

from application.undoing import Commands, undo_of_notebook, undo_of_shop
from domain.boutique.boutique import Boutique
from domain.boutique.events import ShelfEmbedded
from domain.customer.customer import Customer
from domain.customer.events import ServiceWindowOpened
from domain.fact import Fact, Recorded, fold
from domain.identity import BoutiqueId, CustomerId, stream_of
from domain.notebook.notebook import Notebook
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas.history import RecordEvent
from interfaces.http.views.fact_values import values_of

MOST: Final = 100
_UNSEEN: Final = (ServiceWindowOpened, ShelfEmbedded)
"""What an owner would not call a change."""


def customer_history(
    boutique: BoutiqueId, deps: DashboardDeps, records: Iterable[CustomerId], role: Role
) -> list[RecordEvent]:
    """The last hundred things that happened to these records of a person and to what is noted of her."""
    noted = role is not Role.AUDITOR
    happened: list[tuple[Recorded[Fact], Commands]] = []
    for each in records:
        happened += [(told, ()) for told in deps.log.read(stream_of(boutique, Customer.KIND, each))]
        happened += [(told, back if noted else ()) for told, back in _notes(boutique, deps, each)]
    return _latest(happened)


def note_back(
    boutique: BoutiqueId, deps: DashboardDeps, records: Iterable[CustomerId], position: int
) -> tuple[CustomerId, Commands] | None:
    """What takes back what was noted there, and in which of a person's records; None where nothing does."""
    stands = ((each, told, back) for each in records for told, back in _notes(boutique, deps, each))
    return next(((each, back) for each, told, back in stands if told.position == position and back), None)


def _notes(
    boutique: BoutiqueId, deps: DashboardDeps, record: CustomerId
) -> list[tuple[Recorded[Fact], Commands]]:
    """What was noted, each with what takes it back; of who is forgotten nothing comes back."""
    story = list(deps.log.read(stream_of(boutique, Notebook.KIND, record)))
    herself = fold(
        Customer(), [each.fact for each in deps.log.read(stream_of(boutique, Customer.KIND, record))]
    )
    facts = [each.fact for each in story]
    return [
        (told, () if herself.is_forgotten else undo_of_notebook(record, facts, place))
        for place, told in enumerate(story)
    ]


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
