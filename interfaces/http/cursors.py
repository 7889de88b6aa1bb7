"""Cursors: where in a list the next page begins, opaque to the page that asks."""

import base64
import binascii
from datetime import datetime
from typing import Annotated, NamedTuple
from uuid import UUID

from fastapi import Depends, Query

from interfaces.http.problems import ProblemFound


class Cursor(NamedTuple):
    """The last row that was seen: its time, and its id among rows of one time."""

    at: datetime
    id: UUID

    def token(self) -> str:
        """The cursor as the page carries it."""
        return base64.urlsafe_b64encode(f"{self.at.isoformat()}|{self.id}".encode()).decode().rstrip("=")


class Slice(NamedTuple):
    """Which part of a list is asked for. Shape: `limit` is 1 to 100."""

    limit: int
    after: Cursor | None


def read_cursor(token: str | None) -> Cursor | None:
    """The cursor that a page carried. Raises: ProblemFound when it is none of ours."""
    if not token:
        return None
    try:
        at, _, identity = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode().partition("|")
        cursor = Cursor(datetime.fromisoformat(at), UUID(identity))
    except (ValueError, binascii.Error) as error:
        raise ProblemFound(400, "invalid-cursor", "This cursor was not given out here") from error
    if cursor.at.tzinfo is None:
        raise ProblemFound(400, "invalid-cursor", "This cursor was not given out here")
    return cursor


def asked_slice(
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> Slice:
    """The part of a list that a request asks for."""
    return Slice(limit, read_cursor(cursor))


Sliced = Annotated[Slice, Depends(asked_slice)]
