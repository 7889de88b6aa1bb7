"""What thinks: an eye for photos, a reader for words, and a writer that chooses them."""

import re
from dataclasses import dataclass, field
from typing import Final, Protocol
from uuid import UUID

from application.look import Look
from application.model_call import ModelCall
from application.understanding import OFFLINE_BRAIN, ReadingContext, Understanding
from domain.boutique.events import BrainChosen, Tone
from domain.identity import BoutiqueId, MessageId
from domain.language import Language

_PLACE: Final = re.compile("⟦([1-9][0-9]?)⟧")


class Eye(Protocol):
    """Sees what is on a photo."""

    def look(self, photo: bytes) -> Look:
        """Attributes and vector. Raises: PhotoUnreadable."""
        ...


class Reader(Protocol):
    """Understands what a customer writes."""

    def read(self, text: str, context: ReadingContext) -> Understanding:
        """What the text means where the conversation stands; it never fails on strange text."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply as code composed it.

    Shape: where the template says ⟦1⟧ stands the first of the values, which are all that code filled in.
    `wish` is what the customer wants, in a word of ours; without one nobody may reword the draft. `voice` is
    what the agent is called, `tone` how it speaks, and `forbidden` what it never says.
    """

    template: str
    values: tuple[str, ...]
    language: Language
    wish: str = ""
    voice: str = ""
    tone: Tone = Tone.WARM
    forbidden: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The reply in the shop's own phrases."""
        return self.filled(self.template)

    def filled(self, words: str) -> str:
        """Words with the values in their places. Raises: IndexError for a place that has no value."""
        return _PLACE.sub(lambda place: self.values[int(place[1]) - 1], words)


@dataclass(frozen=True, slots=True)
class Worded:
    """A reply's text, and the brain that chose its words."""

    text: str
    brain: str = OFFLINE_BRAIN


class Writer(Protocol):
    """Chooses the words of a reply, never its figures."""

    def write(self, draft: Draft) -> Worded:
        """The draft in the brain's own words, every figure as it stood; else the draft itself."""
        ...


class PlainWriter:
    """The offline writer: the shop's own phrases are its words."""

    def write(self, draft: Draft) -> Worded:
        """The draft as it is."""
        return Worded(draft.text)


@dataclass(frozen=True, slots=True)
class Brain:
    """What thinks in one turn. `calls` grows with every question to a model; the offline brain asks none."""

    eye: Eye
    reader: Reader
    writer: Writer = field(default_factory=PlainWriter)
    calls: list[ModelCall] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Thinker:
    """For whom is thought: whose budget and credentials, whose key seals, and in which turn."""

    boutique: BoutiqueId
    subject: UUID
    turn: MessageId


class Brains(Protocol):
    """Each boutique's own brain."""

    def of(self, thinker: Thinker, chosen: BrainChosen | None) -> Brain:
        """A brain for one turn, as the boutique chose; offline where it chose none or has no key."""
        ...

    def offline(self) -> Brain:
        """The brain that is always there."""
        ...
