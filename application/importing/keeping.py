"""What an import needs of the world, in its own words."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.importing.planning import Known
from application.importing.report import Report, State
from application.importing.tables import Rows
from domain.fact import Actor
from domain.identity import BoutiqueId, ProductId


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list that somebody sent. `rows` reads it from the beginning; it raises TableUnreadable."""

    identity: UUID
    state: State
    actor: Actor
    rows: Callable[[], Rows]
    photos: Mapping[str, str]
    done: int
    report: Report


class Lists(Protocol):
    """Where lists wait and their reports are kept."""

    def find(self, boutique: BoutiqueId, identity: UUID) -> KeptList | None:
        """A list of this boutique."""
        ...

    def note(
        self,
        boutique: BoutiqueId,
        identity: UUID,
        state: State,
        *,
        done: int = 0,
        total: int = 0,
        report: Report | None = None,
    ) -> None:
        """How far it has come. What a finished list held is kept no longer."""
        ...


class Catalogue(Protocol):
    """The catalogue as its read model has it."""

    def known(self, boutique: BoutiqueId, products: Collection[ProductId]) -> dict[ProductId, Known]:
        """Those of these pieces that are in the catalogue."""
        ...


class PictureNotHad(Exception):  # noqa: N818
    """A picture could not be had. `code` says why: not-public, not-found, too-heavy, not-a-photo, away."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class FetchPicture(Protocol):
    """Fetches a picture from a public address and nowhere else."""

    def __call__(self, address: str) -> bytes:
        """Its bytes, as they came. Raises: PictureNotHad."""
        ...
