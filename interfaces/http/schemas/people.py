"""Customers as they are shown."""

from uuid import UUID

from interfaces.http.schemas.answers import Answer


class CustomerCard(Answer):
    """A customer as far as she may be shown; nothing personal is left once she is forgotten."""

    id: UUID
    name: str | None
    phone: str | None
    forgotten: bool
