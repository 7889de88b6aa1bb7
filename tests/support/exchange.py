"""A neighbour of the small house that something else plays than the sandbox.

Shape: each exchange changes what it is about and leaves all the rest to the sandbox, so several go together.

Example:
    with twilio_exchange() as twilio, open_house(server, base, exchanges=(twilio,)) as house: …
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from interfaces.composition import House
from interfaces.demo.catalogue import Boutique
from interfaces.sandbox.world import Person
from tests.support.phones import StoryPhone, Wallet


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of a shop's that came to a phone: as it went over the wire, and the words that one reads."""

    raw: str
    text: str


class Exchange:
    """What a house asks of an exchange. Each answer here leaves things as they are.

    Shape: `rings` names the provider of money whose prompts this neighbour has.
    """

    rings: ClassVar[str | None] = None

    def settings(self) -> Mapping[str, object]:
        """Settings of the house that name the neighbour, by their names in `Settings`."""
        return {}

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Called once the house answers: connect boutiques, tell the neighbour who lives there."""

    def phone(self, url: str, person: Person, shop: Boutique) -> StoryPhone | None:
        """This person's phone in the chat with this shop; None where the sandbox has it."""
        return None

    def wallet(self, person: Person) -> Wallet | None:
        """With what this person pays; None where it is the sandbox's M-Pesa."""
        return None

    def is_quiet(self) -> bool:
        """Whether nothing of this neighbour is on its way."""
        return True

    def time_passes(self, seconds: float) -> None:
        """The neighbour's clock goes on as the house's does."""

    def replies_shown(self, home: House, shop: Boutique) -> Sequence[str]:
        """The ids of the shop's replies to customers that came to phones by this neighbour, each time."""
        return ()

    def bubbles_shown(self, shop: Boutique) -> Sequence[Shown]:
        """All that the shop said on phones by this neighbour."""
        return ()

    def prompts_rung(self, shop: Boutique) -> Sequence[str]:
        """The references of the prompts that rang for this shop, each time one did."""
        return ()

    def receipts(self, shop: Boutique) -> Sequence[str]:
        """Those of all money that this neighbour moved to the shop."""
        return ()
