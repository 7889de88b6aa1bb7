"""A neighbour of the small house that something else plays than the sandbox.

Shape: each exchange changes what it is about and leaves all the rest to the sandbox, so several go together.

Example:
    with twilio_exchange() as twilio, open_house(server, base, exchanges=(twilio,)) as house: …
"""

from collections.abc import Mapping, Sequence

from interfaces.commands.phone import Phone
from interfaces.composition import House
from interfaces.demo.catalogue import Boutique
from interfaces.sandbox.world import Person


class Exchange:
    """What a house asks of an exchange. Each answer here leaves things as they are."""

    def settings(self) -> Mapping[str, object]:
        """Settings of the house that name the neighbour, by their names in `Settings`."""
        return {}

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Called once the house answers: connect boutiques, tell the neighbour who lives there."""

    def phone(self, url: str, person: Person, shop: Boutique) -> Phone | None:
        """This person's phone in the chat with this shop; None where the sandbox has it."""
        return None

    def is_quiet(self) -> bool:
        """Whether nothing of this neighbour is on its way."""
        return True

    def replies_shown(self, home: House, shop: Boutique) -> Sequence[str]:
        """The ids of the shop's replies to customers that came to phones by this neighbour, each time."""
        return ()
