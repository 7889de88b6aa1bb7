"""What a read model promises to the projector."""

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from psycopg import Connection

from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId


class Projection(Protocol):
    """Facts into rows. The position moves in the same transaction, so each fact counts exactly once.

    An instance keeps no state between calls: another process may apply the next page.
    """

    name: ClassVar[str]
    """Its name in `positions`; a new name begins from zero."""

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Fact]]) -> None:
        """Take in a page of one boutique's facts, in order, with few statements for the whole page.

        The transaction is the projector's: do not commit. An exception undoes the page and stops this read
        model for this boutique, visibly, until it is repaired.
        """
        ...

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Remove all rows of this boutique, before a rebuild from zero."""
        ...
