"""Given facts, when something is decided, then facts: how every rule of the domain is told.

`happens`, `refuses` and `stays_quiet` say which decision a test is about. They hold it to its word: a test
that never saw the decision come out that way fails, so a rule cannot be left out by a slip.

Example: scenario(Cart).given(opened).when(lambda cart: cart.empty()).then_nothing()
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

from domain.fact import Aggregate, Fact, Facts, fact_class, fold
from domain.refusal import Refusal

A = TypeVar("A", bound=Aggregate)
P = ParamSpec("P")
R = TypeVar("R", bound=Refusal)
Decide = Callable[[A], Facts]
Decision = Callable[..., Facts]


class Outcome(StrEnum):
    """How a decision may come out."""

    HAPPENS = "happens"
    REFUSES = "refuses"
    STAYS_QUIET = "stays_quiet"


_seen: ContextVar[set[tuple[str, Outcome]]] = ContextVar("seen")


class _Listening:
    """An aggregate that remembers which of its decisions was asked for."""

    def __init__(self, aggregate: Aggregate) -> None:
        self._aggregate = aggregate
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        self.asked.append(name)
        return getattr(self._aggregate, name)


@dataclass(frozen=True)
class Decided(Generic[A]):
    """What came of a decision: facts, or a refusal."""

    before: A
    asked: tuple[str, ...]
    facts: Facts = ()
    refusal: Refusal | None = None

    def then(self, *expected: Fact) -> A:
        """Exactly these facts were recorded. Gives the aggregate after them."""
        assert self.refusal is None, f"refused: {self.refusal!r}"
        assert expected, "say then_nothing()"
        assert self.facts == expected
        self._saw(Outcome.HAPPENS)
        return fold(self.before, _as_stored(self.facts))

    def then_nothing(self) -> A:
        """The command was valid, and nothing was new."""
        assert self.refusal is None, f"refused: {self.refusal!r}"
        assert self.facts == ()
        self._saw(Outcome.STAYS_QUIET)
        return self.before

    def then_refused(self, refusal: type[R]) -> R:
        """This very rule said no. Gives the refusal."""
        assert type(self.refusal) is refusal, f"came to {self.facts!r}, {self.refusal!r}"
        self._saw(Outcome.REFUSES)
        return self.refusal

    def _saw(self, outcome: Outcome) -> None:
        seen = _seen.get(set())
        seen.update((name, outcome) for name in self.asked)


@dataclass(frozen=True)
class Given(Generic[A]):
    """An aggregate with a history."""

    kind: type[A]
    facts: Facts = ()

    def given(self, *facts: Fact) -> "Given[A]":
        """These facts happened, after those given before."""
        return Given(self.kind, (*self.facts, *facts))

    def when(self, decide: Decide[A]) -> Decided[A]:
        """The decision is asked for once."""
        return _decide(fold(self.kind(), _as_stored(self.facts)), decide)

    def when_repeated(self, decide: Decide[A]) -> Decided[A]:
        """The same command comes twice, as from a neighbour that got no answer; the second time counts."""
        first = self.when(decide)
        assert first.refusal is None, f"refused: {first.refusal!r}"
        assert first.facts, "nothing happened the first time"
        return _decide(fold(first.before, first.facts), decide)

    def state(self) -> A:
        """The aggregate as it stands."""
        return fold(self.kind(), _as_stored(self.facts))


def scenario(kind: type[A]) -> Given[A]:
    """A fresh aggregate of this kind."""
    return Given(kind)


def _decide(before: A, decide: Decide[A]) -> Decided[A]:
    listening = _Listening(before)
    try:
        facts = decide(listening)  # type: ignore[arg-type]  # it stands in for the aggregate
    except Refusal as refusal:
        return Decided(before, tuple(listening.asked), refusal=refusal)
    return Decided(before, tuple(listening.asked), facts)


def _as_stored(facts: Facts) -> Iterator[Fact]:
    """The facts as the log gives them back, so that no test lives on what would not be stored."""
    for fact in facts:
        yield fact_class(fact.TOPIC).model_validate_json(fact.model_dump_json())


@dataclass(frozen=True)
class _Promise:
    outcome: Outcome
    decisions: tuple[Decision, ...] = field(default=())

    def __call__(self, test: Callable[P, None]) -> Callable[P, None]:
        @wraps(test)
        def kept(*args: P.args, **kwargs: P.kwargs) -> None:
            with _listening() as seen:
                test(*args, **kwargs)
            for decision in self.decisions:
                assert (decision.__name__, self.outcome) in seen, (
                    f"{decision.__qualname__} never {self.outcome} here"
                )

        return kept


@contextmanager
def _listening() -> Iterator[set[tuple[str, Outcome]]]:
    outer = _seen.get(None)
    seen: set[tuple[str, Outcome]] = set() if outer is None else outer
    token = _seen.set(seen)
    try:
        yield seen
    finally:
        _seen.reset(token)


def happens(*decisions: Decision) -> _Promise:
    """The test shows each of these decisions recording facts."""
    return _Promise(Outcome.HAPPENS, decisions)


def refuses(*decisions: Decision) -> _Promise:
    """The test shows each of these decisions saying no."""
    return _Promise(Outcome.REFUSES, decisions)


def stays_quiet(*decisions: Decision) -> _Promise:
    """The test shows each of these decisions finding nothing new."""
    return _Promise(Outcome.STAYS_QUIET, decisions)


def never_refuses(decision: Decision, because: str) -> None:
    """Declares that a decision has no rule to say no by. Raises: ValueError without a reason."""
    if not because:
        raise ValueError(f"why does {decision.__qualname__} never refuse?")
