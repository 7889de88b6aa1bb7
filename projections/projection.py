"""What a read model promises to the projector."""

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from psycopg import Connection

from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId


class RebuildRefused(Exception):  # noqa: N818
    """A rebuild from zero would do again what was done in the world."""


class Projection(Protocol):
    """Facts into rows. The position moves in the same transaction, so each fact counts exactly once.

    An instance keeps no state between calls: another process may apply the next page.
    """

    name: ClassVar[str]
    """Its name in `positions`; a new name begins from zero."""

    @property
    def topics(self) -> frozenset[str] | None:
        """The facts that it takes in, from the very table that it takes them by; None for all of them.

        No other fact is given to it, or even read for it; its position passes them all the same.
        """
        ...

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Fact]]) -> None:
        """Take in a page of one boutique's facts of these topics, in order, with few statements for all.

        The transaction is the projector's: do not commit. An exception undoes the page and stops this read
        model for this boutique, visibly, until it is repaired.
        """
        ...

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Remove all rows of this boutique, before a rebuild from zero.

        Where something was done in the world because of a fact, it must not be done again: whatever writes
        due work remembers up to where it did.
        Raises: RebuildRefused when it cannot know.
        """
        ...
