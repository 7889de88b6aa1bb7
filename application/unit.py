"""A unit of work: everything that one command, turn or callback changes, recorded at once or not at all."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar, cast
from uuid import UUID

from application.commands import Command
from application.ports import Clock, FactLog, Vault
from domain.fact import Aggregate, Cause, Fact, Facts, Recorded, fold
from domain.identity import BoutiqueId, StreamId, stream_of
from domain.sealed import Sealed

A = TypeVar("A", bound=Aggregate)


class Unit:
    """Loads aggregates, keeps what they decide, and commits it in one transaction.

    What was told is seen by later loads of the same unit, so that one turn may fill a cart and order it.
    """

    def __init__(self, log: FactLog, vault: Vault, now: datetime, boutique: BoutiqueId, cause: Cause) -> None:
        self.boutique, self.cause, self.now = boutique, cause, now
        self._log, self._vault = log, vault
        self._streams: dict[StreamId, list[Recorded[Fact]]] = {}
        self._states: dict[StreamId, Aggregate] = {}
        self._told: list[Recorded[Fact]] = []
        self._unseen: list[Recorded[Fact]] = []

    def get(self, kind: type[A], identity: UUID) -> A:
        """The aggregate as it stands, with what this unit has told it."""
        name = stream_of(self.boutique, kind.KIND, identity)
        if name not in self._states:
            self._states[name] = fold(kind(), (recorded.fact for recorded in self._stream(name)))
        return cast("A", self._states[name])

    def tell(self, kind: type[A], identity: UUID, decide: Callable[[A], Facts]) -> None:
        """Let the aggregate decide, and keep its facts. Raises: a Refusal, and nothing is kept."""
        name, state = stream_of(self.boutique, kind.KIND, identity), self.get(kind, identity)
        stream = self._stream(name)
        for fact in decide(state):
            recorded = Recorded(name, len(stream) + 1, fact, self.now, self.cause)
            stream.append(recorded)
            state = self._states[name] = state.evolve(fact)
            self._told.append(recorded)
            self._unseen.append(recorded)

    def story(self, kind: type[A], identity: UUID) -> tuple[Fact, ...]:
        """All that happened to the aggregate, with what this unit has told it."""
        return tuple(r.fact for r in self._stream(stream_of(self.boutique, kind.KIND, identity)))

    def origin(self, kind: type[A], identity: UUID, fact: Fact | None = None) -> UUID:
        """What a fact follows from: its correlation. Without a fact, what the whole stream began with.

        A stream without facts follows from itself.
        """
        stream = self._stream(stream_of(self.boutique, kind.KIND, identity))
        found = next((r for r in stream if fact is None or r.fact is fact), None)
        return found.cause.correlation if found else identity

    def told_at(self, kind: type[A], identity: UUID, fact: Fact) -> datetime | None:
        """When a fact of the aggregate was recorded first; None for one of another's."""
        stream = self._stream(stream_of(self.boutique, kind.KIND, identity))
        return next((r.at for r in stream if r.fact == fact), None)

    def seal(self, subject: UUID, text: str) -> Sealed:
        """The text, sealed for a subject of this boutique."""
        return self._vault.seal(self.boutique, subject, text)

    def open(self, sealed: Sealed | None) -> str | None:
        """The text again; None where there is none, or its subject was forgotten."""
        return self._vault.open(self.boutique, sealed) if sealed else None

    def repeats(self, kind: type[A], identity: UUID) -> bool:
        """Whether the command of this unit was carried out on the aggregate before: a click sent twice."""
        told = {id(recorded) for recorded in self._told}
        stream = self._stream(stream_of(self.boutique, kind.KIND, identity))
        return any(r.cause.command == self.cause.command for r in stream if id(r) not in told)

    def place_of(self, kind: type[A], identity: UUID, command: UUID) -> int | None:
        """Where in the aggregate's story the first fact of an earlier command stands; None without one."""
        stream = self._stream(stream_of(self.boutique, kind.KIND, identity))
        return next((place for place, r in enumerate(stream) if r.cause.command == command), None)

    def take_unseen(self) -> tuple[tuple[Recorded[Fact], tuple[Fact, ...]], ...]:
        """Facts that no process has seen yet, each with the story of its stream."""
        unseen, self._unseen = self._unseen, []
        return tuple((r, tuple(s.fact for s in self._streams[StreamId(r.originator_id)])) for r in unseen)

    def commit(self) -> tuple[Recorded[Fact], ...]:
        """Record all that was told. Raises: StreamMoved, and nothing is recorded."""
        if self._told:
            self._log.append(self._told)
        told, self._told = tuple(self._told), []
        return told

    def _stream(self, name: StreamId) -> list[Recorded[Fact]]:
        if name not in self._streams:
            self._streams[name] = list(self._log.read(name))
        return self._streams[name]


class Execute(Protocol):
    """Carries commands out, and what the processes make of their facts, in one unit."""

    def __call__(self, unit: Unit, *commands: Command) -> None:
        """Raises: a Refusal of any of them; the unit must then be dropped."""
        ...


class Units:
    """Opens units of work for a boutique."""

    def __init__(self, log: FactLog, vault: Vault, clock: Clock) -> None:
        self._log, self._vault, self._clock = log, vault, clock

    def open(self, boutique: BoutiqueId, cause: Cause) -> Unit:
        """A new unit, at the time of now."""
        return Unit(self._log, self._vault, self._clock.now(), boutique, cause)
