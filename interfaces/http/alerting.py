"""What the dashboard's routes ask of the house about alerts, in its own words."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.alerts import AlertKind
from domain.identity import BoutiqueId, PersonId
from domain.language import Language


@dataclass(frozen=True, slots=True)
class AlertChoices:
    """What somebody wants to be buzzed for. `private`: nothing of a customer stands on the screen."""

    kinds: frozenset[AlertKind]
    private: bool


@dataclass(frozen=True, slots=True, repr=False)
class NewDevice:
    """What a browser gave out to be buzzed by; both keys in base64url."""

    endpoint: str
    key: str
    secret: str
    language: Language


class AlertDesk(Protocol):
    """Each one's own choices and devices."""

    @property
    def public_key(self) -> str:
        """What a browser subscribes with."""
        ...

    def choices(self, boutique: BoutiqueId, person: PersonId) -> tuple[AlertChoices, tuple[UUID, ...]]:
        """What she wants, and her devices."""
        ...

    def choose(self, boutique: BoutiqueId, person: PersonId, choices: AlertChoices) -> None:
        """Want this from now on."""
        ...

    def keep(self, boutique: BoutiqueId, person: PersonId, device: NewDevice) -> UUID:
        """Buzz her there from now on, and nobody else."""
        ...

    def drop(self, boutique: BoutiqueId, person: PersonId, endpoint: str) -> None:
        """Buzz her there no longer."""
        ...
