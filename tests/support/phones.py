"""A phone as a story holds it, whichever neighbours carry its chat and its money."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Protocol

from interfaces.commands.phone import Phone
from interfaces.sandbox.screens import Bubble, PromptScreen


class Ability(StrEnum):
    """What some neighbours carry and others do not."""

    EDITS = "changing a message that was sent"
    REACTIONS = "an emoji on a message"
    UNSENDING = "taking a message back"
    OTHER_AMOUNTS = "an amount in what is called back"


class CannotCarry(Exception):  # noqa: N818
    """A story asks for what this neighbour has no words for."""

    def __init__(self, ability: Ability) -> None:
        super().__init__(f"not to be had here: {ability}")
        self.ability = ability


class Wallet(Protocol):
    """A person's mobile money at a neighbour that is exchanged.

    Shape: `name` as her shop calls it; `has_our_names`: its prompts are known by names that we choose.
    """

    name: str
    has_our_names: bool

    def prompt(self) -> PromptScreen | None:
        """The prompt that rings on her phone now."""
        ...

    def answers(self, how: str, told: Mapping[str, str]) -> None:
        """What she does with that prompt, in the words of `Phone`: pin, cancel, out-of-reach, no-money."""
        ...

    def next_outcome(self, outcome: str) -> None:
        """What becomes of the next prompt's callback, in the sandbox's words. Raises: CannotCarry."""
        ...

    def times_paid(self) -> int:
        """How often money left it."""
        ...


class StoryPhone(Phone):
    """A phone of a story. Its money is the sandbox's M-Pesa unless it has a `wallet`."""

    wallet: Wallet | None = None
    has_template = False
    """Whether the shop can write to it first, when 24 hours have passed."""

    @property
    def money(self) -> str:
        """What she pays with, by its name."""
        return self.wallet.name if self.wallet else "M-Pesa"

    @property
    def prompts_have_our_names(self) -> bool:
        """Whether a prompt can be asked for by a name that we chose."""
        return self.wallet is not None and self.wallet.has_our_names

    def quotes(self, message: str, words: str) -> Bubble:
        """Answer to this message; the shop's next one. Raises: NoAnswer."""
        raise NotImplementedError

    def edits(self, message: str, words: str) -> None:
        """Change a message of hers. Raises: CannotCarry."""
        raise CannotCarry(Ability.EDITS)

    def reacts(self, message: str, emoji: str) -> None:
        """Put an emoji on a message. Raises: CannotCarry."""
        raise CannotCarry(Ability.REACTIONS)

    def unsends(self, message: str) -> None:
        """Take a message of hers back. Raises: CannotCarry."""
        raise CannotCarry(Ability.UNSENDING)

    def prompt(self) -> PromptScreen:
        """Wait for the prompt. Raises: NoAnswer."""
        return self._waits(self.rings, "a prompt")

    def rings(self) -> PromptScreen | None:
        """The prompt that is on the phone now."""
        return self.wallet.prompt() if self.wallet else self.screen().mpesa.prompt

    def next_outcome(self, outcome: str) -> None:
        """Choose what becomes of the next prompt's callback. Raises: CannotCarry."""
        if self.wallet:
            self.wallet.next_outcome(outcome)
        else:
            super().next_outcome(outcome)

    def times_paid(self) -> int:
        """How often money has left the phone."""
        return self.wallet.times_paid() if self.wallet else len(self.screen().mpesa.messages)

    def _mpesa(self, what: str, told: dict[str, str] | None = None) -> None:
        if self.wallet is None:
            super()._mpesa(what, told)
        else:
            self.prompt()
            self.wallet.answers(what, told or {})


class MetaPhone(StoryPhone):
    """A phone whose chat Meta's Cloud API carries: the sandbox's, or the emulator's."""

    def quotes(self, message: str, words: str) -> Bubble:
        """Swipe on it and answer."""
        context = {"context": {"id": message}}
        return self._answer_to(lambda: self._say("text", {"body": words}, context))

    def edits(self, message: str, words: str) -> None:
        """Hold it and change it."""
        changed = {"type": "text", "text": {"body": words}}
        self._say("edit", {"original_message_id": message, "message": changed})

    def reacts(self, message: str, emoji: str) -> None:
        """Hold it and choose an emoji."""
        self._say("reaction", {"message_id": message, "emoji": emoji})

    def unsends(self, message: str) -> None:
        """Delete it for everyone."""
        self._say("revoke", {"original_message_id": message})

    def _say(self, kind: str, part: Mapping[str, Any], beside: Mapping[str, Any] | None = None) -> None:
        """A message of this kind, with its part and what stands beside it, as it is on the wire."""
        raise NotImplementedError
