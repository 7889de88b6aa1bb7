"""A brain over an emulated neighbour, with its answers kept in memory and its clock in the test's hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from pydantic import SecretStr

from application.brain.hosted.asking import Desk, Limits
from application.brain.hosted.brain import hosted
from application.ports import Brain, Eye, Thinker
from application.ports.model import Kept, Model
from domain.brain import BrainName
from domain.identity import BoutiqueId, MessageId
from interfaces.brains import offline_brain
from interfaces.claude.model import Claude
from interfaces.claude.settings import ClaudeSettings
from interfaces.gemini.model import Gemini
from interfaces.gemini.settings import GeminiSettings
from interfaces.loop import Loop
from tests.domain.pieces import an_id
from tests.emulators.process import Emulator, running

KEY = "a-key-of-amani"
MODULES = {BrainName.GEMINI: "tests.emulators.gemini.app", BrainName.CLAUDE: "tests.emulators.claude.app"}
NAMED = {BrainName.GEMINI: GeminiSettings().model, BrainName.CLAUDE: ClaudeSettings().model}
AMANI = BoutiqueId(an_id("amani"))
WANJIKU = an_id("wanjiku")


@dataclass
class MemoryAnswers:
    """The port Answers in memory."""

    kept: dict[tuple[UUID, UUID, str], Kept] = field(default_factory=dict)

    def find(self, boutique: BoutiqueId, subject: UUID, question: str) -> Kept | None:
        """The answer to this question."""
        return self.kept.get((boutique, subject, question))

    def keep(self, boutique: BoutiqueId, subject: UUID, question: str, answer: Kept) -> None:
        """Keep an answer."""
        self.kept.setdefault((boutique, subject, question), answer)


@dataclass
class Thinking:
    """A neighbour's model, and all that asking it needs. `waits` are the pauses that it took."""

    model: Gemini | Claude
    emulator: Emulator
    eye: Eye
    answers: MemoryAnswers = field(default_factory=MemoryAnswers)
    waits: list[float] = field(default_factory=list)
    spent: int = 0
    seconds: float = 0.0
    serves: str | None = None

    def brain(self, turn: str = "turn", *, tokens: int = 50_000, day: int = 1_000_000) -> Brain:
        """A brain for one turn."""
        thinker = Thinker(AMANI, WANJIKU, MessageId(an_id(turn)))
        embedder = self.model if isinstance(self.model, Gemini) else None
        limits = Limits(tokens, day)
        return hosted(offline_brain(self.eye), self.model, self.named, self.desk, thinker, limits, embedder)

    @property
    def named(self) -> str:
        """The model that is asked."""
        return NAMED[self.model.brain]

    @property
    def desk(self) -> Desk:
        """What asking needs: a day in November, a pause that takes no time."""
        return Desk(
            self.answers,
            lambda _: self.spent,
            lambda: datetime(2026, 11, 25, tzinfo=UTC),
            lambda _, __: self.serves,
            self._wait,
            lambda: self.seconds,
        )

    def says(self, manner: str, **told: object) -> None:
        """Put words into the model's mouth."""
        self.emulator.command("says", {"manner": manner, **told})

    def asked(self) -> list[dict[str, object]]:
        """The data that the model was asked about."""
        told: list[dict[str, object]] = self.emulator.command("asked")
        return told

    def forget(self) -> None:
        """As if nothing had been said or gone wrong."""
        self.emulator.command("think")
        self.emulator.forget()
        self.answers, self.spent, self.seconds, self.serves = MemoryAnswers(), 0, 0.0, None
        self.waits.clear()

    def _wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds


@contextmanager
def thinking(brain: BrainName, eye: Eye) -> Iterator[Thinking]:
    """A model's emulator in its own process, and the client of ours that asks it."""
    loop = Loop()
    with running(MODULES[brain], {"keys": [KEY]}) as emulator:
        model = model_at(brain, emulator.url, loop)
        yield Thinking(model, emulator, eye)
        model.close()
    loop.close()


def model_at(brain: BrainName, url: str, loop: Loop, key: str = KEY) -> Gemini | Claude:
    """The product's own adapter, with its address set."""
    if brain is BrainName.GEMINI:
        return Gemini(GeminiSettings(base_url=url), SecretStr(key), loop)
    return Claude(ClaudeSettings(base_url=url), SecretStr(key), loop)


__all__ = ["AMANI", "KEY", "NAMED", "WANJIKU", "Model", "Thinking", "model_at", "thinking"]
