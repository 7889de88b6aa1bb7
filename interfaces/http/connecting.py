"""What the dashboard's routes ask of the house about connections, in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.ports import Evidence, PromptTicket
from domain.identity import BoutiqueId, PersonId
from interfaces.connections.offers import MetaNumber, Offer
from interfaces.connections.plan import Connected
from interfaces.findings import Finding


class Connecting(Protocol):
    """Connects a boutique to its neighbours. Raises: NotConnected, and nothing is recorded."""

    @property
    def sandbox(self) -> bool:
        """Whether built-in phones and a built-in M-Pesa can be connected."""
        ...

    def connected(self, boutique: BoutiqueId) -> Sequence[Connected]:
        """All that the boutique is connected to."""
        ...

    def connect(self, boutique: BoutiqueId, by: PersonId | None, offer: Offer, command: UUID) -> Finding:
        """Connect what the offer is about."""
        ...

    def disconnect(
        self, boutique: BoutiqueId, by: PersonId | None, which: tuple[str, str], command: UUID
    ) -> None:
        """Let a number or a till go, named by neighbour and account."""
        ...

    def look(self, boutique: BoutiqueId, neighbour: str, account: str) -> Finding:
        """How a connection is now."""
        ...


@dataclass(frozen=True, slots=True)
class SignupDialogs:
    """Where Meta asks an owner: for a new number, and for the one of her Business app."""

    fresh: str
    app: str


class SigningUp(Protocol):
    """Lets an owner give us her number in Meta's own dialog."""

    def dialogs(self, session: str) -> SignupDialogs | None:
        """Where Meta asks her; None where the installation has no app for it."""
        ...

    def offer(self, session: str, code: str, state: str, pin: str) -> MetaNumber:
        """The number that she gave us. Raises: NotConnected."""
        ...


class TillTrial(Protocol):
    """Tries a boutique's till with its owner's own phone. Raises: NotConnected."""

    def prompt(self, boutique: BoutiqueId, provider: str) -> PromptTicket:
        """Ask the owner's own phone for a shilling."""
        ...

    def prompted(self, boutique: BoutiqueId, provider: str, checkout: str) -> Evidence:
        """What became of it."""
        ...
