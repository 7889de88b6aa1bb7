"""Notes that only the shop sees, and the labels of its chats."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from domain.labels.events import Tone
from interfaces.http.schemas.answers import Answer

Stripped = StringConstraints(strip_whitespace=True)


class LabelChip(Answer):
    """A label in use."""

    id: UUID
    name: str
    tone: Tone


class LabelAsked(Answer):
    """What a label is called from now on, and how it is coloured."""

    name: Annotated[str, Stripped, Field(min_length=1, max_length=24)]
    tone: Tone


class PrivateNote(Answer):
    """A note about a customer. `by` is who wrote it, where that is known and she still works here.

    `text` is None once the customer was forgotten.
    """

    id: UUID
    customer: UUID
    text: str | None
    by: str | None
    at: datetime


class NewNote(Answer):
    """What a person writes down. `id` is made by the writer's page, so that it is kept once."""

    id: UUID
    text: Annotated[str, Stripped, Field(min_length=1, max_length=2000)]
