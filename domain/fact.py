"""Facts: what happened in a boutique, in the past tense, kept for ever.

A fact carries business values only. Its envelope (`Recorded`) says where it stands in the log and why it is
there: which command, from which message, by whom. Names of facts are versioned words of the shop, such as
`cart-item-added.v1`; they never follow the layout of the code, so that a renamed module breaks no history.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Generic, Protocol, Self, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

_TOPICS: dict[str, type["Fact"]] = {}


class Fact(BaseModel):
    """Something that happened. Immutable; a new meaning is a new fact.

    Raises: TypeError when two facts claim one topic, or a fact has none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    TOPIC: ClassVar[str]

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        topic = cls.__dict__.get("TOPIC")
        if not topic:
            raise TypeError(f"{cls.__qualname__} has no TOPIC")
        if topic in _TOPICS:
            raise TypeError(f"{topic} is already the topic of {_TOPICS[topic].__qualname__}")
        _TOPICS[topic] = cls


def fact_class(topic: str) -> type[Fact]:
    """The class of facts stored under this topic.

    Raises: KeyError for a topic that no release has ever written.
    """
    return _TOPICS[topic]


def topics() -> dict[str, type[Fact]]:
    """Every topic known, for the catalogue of facts."""
    return dict(_TOPICS)


class Actor(StrEnum):
    """Who caused a fact."""

    CUSTOMER = "customer"
    AGENT = "agent"
    OWNER = "owner"
    STAFF = "staff"
    NEIGHBOUR = "neighbour"
    CLOCK = "clock"
    OPERATOR = "operator"
    """Who runs the installation."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a fact stands in the log.

    `command` makes a repeated command recognisable; `correlation` is shared by everything that follows from
    one inbound message, callback or click.
    """

    actor: Actor
    command: UUID
    correlation: UUID


F_co = TypeVar("F_co", bound=Fact, covariant=True)


@dataclass(frozen=True, slots=True)
class Recorded(Generic[F_co]):
    """A fact in its place in the log.

    Units: `at` is UTC; `position` counts 1, 2, 3… within the boutique, None before it is stored.
    """

    originator_id: str
    originator_version: int
    fact: F_co
    at: datetime
    cause: Cause
    position: int | None = None


Facts = tuple[Fact, ...]
"""What a decision records; empty when the command was valid but nothing is new."""


class Aggregate(Protocol):
    """A consistency boundary: folded from its own facts, decides which come next."""

    KIND: ClassVar[str]

    def evolve(self, fact: Fact) -> Self:
        """The state after this fact. Assigns only: it never refuses, so old histories always load."""
        ...


A = TypeVar("A", bound=Aggregate)


def fold(state: A, facts: Iterable[Fact]) -> A:
    """The state that remains after these facts."""
    for fact in facts:
        state = state.evolve(fact)
    return state
