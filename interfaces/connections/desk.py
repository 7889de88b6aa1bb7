"""The desk at which an owner connects her shop, with the sandbox's free numbers where it is played."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.execute import Shop
from domain.boutique.boutique import Boutique
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, PersonId
from interfaces.connections.connections import Connections
from interfaces.connections.offers import (
    MetaNumber,
    MpesaTill,
    Offer,
    SandboxNumber,
    SandboxTill,
    TwilioNumber,
)
from interfaces.connections.plan import Connected, refusal
from interfaces.findings import Finding
from interfaces.sandbox.town import Town
from interfaces.sayings import Saying


@dataclass(frozen=True, slots=True)
class ConnectionDesk:
    """Connecting for a boutique's people."""

    connections: Connections
    shop: Shop
    town: Town | None = None

    @property
    def sandbox(self) -> bool:
        """Whether built-in phones and a built-in M-Pesa can be connected."""
        return self.town is not None

    def connected(self, boutique: BoutiqueId) -> Sequence[Connected]:
        """All that the boutique is connected to."""
        return self.connections.connected(boutique)

    def connect(self, boutique: BoutiqueId, by: PersonId | None, offer: Offer, command: UUID) -> Finding:
        """Connect it. Raises: NotConnected, and nothing is recorded.

        A number or a till of the installation's own account is not hers by being named: only an operator
        gives it. A shilling that arrives would show that the till works, and not whose it is: whoever
        named another shop's till would pay that shilling to her, and then count her customers' money.
        """
        offered = self._from_town(boutique, offer)
        if offered is offer and isinstance(offer, MetaNumber | TwilioNumber | MpesaTill):
            _must_show_whose(offer)
        return self.connections.connect(boutique, _cause(boutique, by, command), offered)

    def disconnect(
        self, boutique: BoutiqueId, by: PersonId | None, which: tuple[str, str], command: UUID
    ) -> None:
        """Let a number or a till go, named by neighbour and account. Raises: NotConnected."""
        self.connections.disconnect(boutique, _cause(boutique, by, command), *which)

    def look(self, boutique: BoutiqueId, neighbour: str, account: str) -> Finding:
        """How a connection is now. Raises: NotConnected."""
        return self.connections.look(boutique, neighbour, account)

    def _from_town(self, boutique: BoutiqueId, offer: Offer) -> Offer:
        """The sandbox's offers as those of a real number and a real till."""
        if self.town is None or not isinstance(offer, SandboxNumber | SandboxTill):
            return offer
        unit = self.shop.open(boutique, boutique)
        state, key = unit.get(Boutique, boutique), str(boutique)
        owner = state.owner
        name, phone = (unit.open(owner.name), unit.open(owner.phone)) if owner else (None, None)
        opened = self.town.open_shop(key, state.name, name or "Shop owner", phone or "")
        if isinstance(offer, SandboxNumber):
            return MetaNumber(neighbour="whatsapp", phone_number_id=opened.account)
        return MpesaTill(neighbour="mpesa", shortcode=self.town.paybill(key) or "")


def _must_show_whose(offer: MetaNumber | TwilioNumber | MpesaTill) -> None:
    """Raises: NotConnected for what anybody could name."""
    if offer.shows_whose:
        return
    if isinstance(offer, MpesaTill):
        sentences = (
            "no app was given, which shows that the till is yours",
            "give your app's key, secret and passkey, or ask the operator to connect the till",
        )
        raise refusal(offer.neighbour, sentences, Saying.TILL_NOT_SHOWN_TO_BE_HERS)
    sentences = (
        "no token was given, which shows that the number is yours",
        "give one, or ask the operator to connect the number",
    )
    raise refusal(offer.neighbour, sentences, Saying.NOT_SHOWN_TO_BE_HERS)


def _cause(boutique: BoutiqueId, by: PersonId | None, command: UUID) -> Cause:
    return Cause(Actor.OWNER, command, by or boutique)
