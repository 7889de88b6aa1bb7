"""An order's history, fact by fact."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.fact import Actor
from interfaces.http.schemas.answers import Answer


class FactField(Answer):
    """A value in a fact. A sealed one is None for who may not read it, and once its subject is forgotten."""

    name: str
    value: str | None
    sealed: bool


class ValueKind(StrEnum):
    """How a value is read: as it stands, as a word of our own rules that the page translates, or as a day."""

    TEXT = "text"
    CODE = "code"
    DAY = "day"


class FactValue(Answer):
    """Something particular that a fact is told with. `quote` is what a provider itself says of its code."""

    name: str
    value: str
    kind: ValueKind
    quote: str | None = None


class HistoryEntry(Answer):
    """A fact of the order's history, with its place in the log. The page has the words for its topic."""

    position: int
    stream: str
    version: int
    topic: str
    values: list[FactValue]
    at: datetime
    actor: Actor
    command: UUID
    correlation: UUID
    body: list[FactField]


class History(Answer):
    """An order's whole history across all streams. `chain_verified` is False if the log was tampered with."""

    order: UUID
    number: str
    entries: list[HistoryEntry]
    chain_verified: bool
    verified_to: int


class RecordEvent(Answer):
    """Something that happened to a record of the shop, at a position of the log. Nothing personal.

    `can_undo` says that it still stands, and that whoever looks may take it back.
    """

    position: int
    at: datetime
    actor: Actor
    topic: str
    values: list[FactValue]
    can_undo: bool
