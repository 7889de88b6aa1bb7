"""Notes and labels as the dashboard shows them, opened for the one who looks."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId, PersonId
from domain.labels.events import Tone
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas.notebook import LabelChip, PrivateNote
from interfaces.http.views.masking import reveals
from interfaces.http.views.people import opened
from projections import notebook


def labels(boutique: BoutiqueId, deps: DashboardDeps) -> list[LabelChip]:
    """The labels in use, the oldest first."""
    with deps.door(boutique) as conn:
        return [_chip(label) for label in notebook.labels(boutique, conn)]


def labels_of(
    boutique: BoutiqueId, conn: Connection[Any], customers: Sequence[UUID]
) -> Mapping[UUID, list[LabelChip]]:
    """What these customers' chats bear; nothing for a customer whose chat bears none."""
    found = notebook.labels_of(boutique, conn, customers)
    return {customer: [_chip(label) for label in borne] for customer, borne in found.items()}


def notes_of(
    boutique: BoutiqueId, deps: DashboardDeps, conn: Connection[Any], customers: Sequence[UUID], role: Role
) -> list[PrivateNote]:
    """The notes about these records of a person, oldest first; none for those who may not know who she is."""
    notes = notebook.notes_of(boutique, conn, customers) if reveals(role) else []
    names = {one.person: one.name for one in deps.staff.people(boutique)} if notes else {}
    return [
        PrivateNote(
            id=note.note,
            customer=note.customer,
            text=opened(boutique, deps.vault, note.body),
            by=names.get(PersonId(note.by)) if note.by else None,
            at=note.at,
        )
        for note in notes
    ]


def _chip(label: notebook.Label) -> LabelChip:
    return LabelChip(id=label.label, name=label.name, tone=Tone(label.tone))
