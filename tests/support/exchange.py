"""A neighbour of the small house that something else plays than the sandbox.

Shape: each exchange changes what it is about and leaves all the rest to the sandbox, so several go together.

Example:
    with twilio_exchange() as twilio, open_house(server, base, exchanges=(twilio,)) as house: …
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from interfaces.commands.phone import Phone
from interfaces.composition import House
from interfaces.demo.catalogue import Boutique
from interfaces.sandbox.screens import PromptScreen
from interfaces.sandbox.world import Person


class Wallet(Protocol):
    """A person's mobile money at a neighbour that is exchanged."""

    def prompt(self) -> PromptScreen | None:
        """The prompt that rings on her phone now."""
        ...

    def answers(self, how: str, told: Mapping[str, str]) -> None:
        """What she does with that prompt, in the words of `Phone`: pin, cancel, out-of-reach, no-money."""
        ...


class WiredPhone(Phone):
    """A phone whose chat is at an emulator. Its money is the sandbox's M-Pesa unless it has a `wallet`."""

    wallet: Wallet | None = None

    def prompt(self) -> PromptScreen:
        """Wait for the prompt. Raises: NoAnswer."""
        wallet = self.wallet
        return self._waits(wallet.prompt, "a prompt") if wallet else super().prompt()

    def _mpesa(self, what: str, told: dict[str, str] | None = None) -> None:
        if self.wallet is None:
            super()._mpesa(what, told)
        else:
            self.prompt()
            self.wallet.answers(what, told or {})


class Exchange:
    """What a house asks of an exchange. Each answer here leaves things as they are."""

    def settings(self) -> Mapping[str, object]:
        """Settings of the house that name the neighbour, by their names in `Settings`."""
        return {}

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """Called once the house answers: connect boutiques, tell the neighbour who lives there."""

    def phone(self, url: str, person: Person, shop: Boutique) -> WiredPhone | None:
        """This person's phone in the chat with this shop; None where the sandbox has it."""
        return None

    def wallet(self, person: Person) -> Wallet | None:
        """With what this person pays; None where it is the sandbox's M-Pesa."""
        return None

    def is_quiet(self) -> bool:
        """Whether nothing of this neighbour is on its way."""
        return True

    def replies_shown(self, home: House, shop: Boutique) -> Sequence[str]:
        """The ids of the shop's replies to customers that came to phones by this neighbour, each time."""
        return ()
