"""What a shop writes down about two customers, made up for a boutique's life."""

from collections.abc import Callable, Sequence
from uuid import UUID, uuid5

from domain.identity import CustomerId
from domain.labels.events import LabelNamed, LabelRetired, Tone
from domain.notebook.events import LabelPut, LabelTaken, NotebookEmptied, NoteRemoved, NoteWritten
from domain.sealed import Sealed


def note_down(
    boutique: UUID, customers: Sequence[CustomerId], tell: Callable[..., None], seal: Callable[..., Sealed]
) -> None:
    """Labels come, change and go; one customer keeps notes and labels, the other's notebook is emptied."""
    vip, late, old = (uuid5(boutique, word) for word in ("vip", "late", "old"))
    named = [LabelNamed(label=each, name=str(each)[:8], tone=Tone.SKY) for each in (vip, late, old)]
    tell(
        "labels", boutique, *named, LabelNamed(label=vip, name="VIP", tone=Tone.GOLD), LabelRetired(label=old)
    )
    for place, customer in enumerate(customers[:2]):
        first, second = uuid5(customer, "first"), uuid5(customer, "second")
        notes = [NoteWritten(note=each, body=seal(customer, "Pays on Fridays")) for each in (first, second)]
        labels = [LabelPut(label=vip), LabelPut(label=late), LabelTaken(label=vip)]
        gone = [NotebookEmptied()] if place else []
        tell("notebook", customer, *notes, NoteRemoved(note=first), *labels, *gone)
