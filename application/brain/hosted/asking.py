"""Asking a model within bounds: known answers first, then the budget, then the neighbour, never for long."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b, sha256
from typing import Final, TypeVar

from application.brain.hosted.prices import cost
from application.model_call import ModelCall
from application.ports.brain import Thinker
from application.ports.model import (
    Answered,
    Answers,
    Blocked,
    Exchange,
    Kept,
    LooksUp,
    Malformed,
    Model,
    Outcome,
    Question,
    Spent,
    Tokens,
    ToolCall,
    Truncated,
    Unavailable,
)
from domain.brain import ModelUse
from domain.identity import BoutiqueId, derive

MOST_LOOK_UPS: Final = 8
MOST_TRIES: Final = 3
SECONDS_PER_TURN: Final = 30.0
SECONDS_PER_CALL: Final = 12.0
MOST_ANSWER: Final = 16_000
"""Characters of an answer that are looked at; none of ours needs a tenth of it."""

T = TypeVar("T")
Accept = Callable[[str], T]
LookUp = Callable[[ToolCall], str]


class NotAccepted(Exception):  # noqa: N818
    """What a model said is not used. `outcome` is the word it is recorded by."""

    def __init__(self, outcome: str, reason: str) -> None:
        super().__init__(reason)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be thought. Units: tokens a turn, millionths of a US dollar a day."""

    turn_tokens: int
    day_micro_usd: int


@dataclass(frozen=True, slots=True)
class Desk:
    """What asking needs beside the model."""

    answers: Answers
    spent: Spent
    now: Callable[[], datetime]
    serving: Callable[[BoutiqueId, str], str | None] = lambda _, __: None
    """The space in which a boutique's catalogue can be searched, if any; the wanted one comes first."""
    wait: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


@dataclass(slots=True)
class Asking:
    """All questions of one turn. `calls` is what was asked; once the neighbour is away it is left alone."""

    model: Model
    desk: Desk
    thinker: Thinker
    limits: Limits
    calls: list[ModelCall] = field(default_factory=list)
    _began: float = field(init=False)
    _away: bool = False

    def __post_init__(self) -> None:
        self._began = self.desk.clock()

    def ask(self, question: Question, accept: Accept[T], look_up: LookUp | None = None) -> T | None:
        """What the model answers, as `accept` takes it; None where there is no answer to use.

        `accept` may raise NotAccepted or ValueError; `look_up` answers the model's own questions.
        """
        fingerprint = _fingerprint(question)
        kept = self.desk.answers.find(self.thinker.boutique, self.thinker.subject, fingerprint)
        if kept:
            return self._known(question, fingerprint, kept, accept)
        refused = self._refusal()
        if refused:
            self._note(question, fingerprint, refused)
            return None
        return self._paid(question, fingerprint, accept, look_up)

    @property
    def used(self) -> int:
        """Tokens of this turn so far."""
        return sum(call.use.tokens for call in self.calls if not call.use.reused)

    def _refusal(self) -> str | None:
        if self._away or self._left() <= 0:
            return "unavailable"
        over = self.used >= self.limits.turn_tokens
        dear = self.desk.spent(self.thinker.boutique) + self._cost() >= self.limits.day_micro_usd
        return "over-budget" if over or dear else None

    def _cost(self) -> int:
        return sum(call.use.cost_micro_usd for call in self.calls if not call.use.reused)

    def _left(self) -> float:
        return SECONDS_PER_TURN - (self.desk.clock() - self._began)

    def _known(self, question: Question, fingerprint: str, kept: Kept, accept: Accept[T]) -> T | None:
        use = ModelUse.model_validate_json(kept.use)
        if kept.turn != self.thinker.turn:
            use = use.model_copy(update={"cost_micro_usd": 0, "latency_ms": 0, "reused": True})
        self.calls.append(self._call(question, fingerprint, use, kept.said))
        if use.failed:
            return None
        try:
            return accept(kept.said)
        except (NotAccepted, ValueError):
            return None

    def _paid(
        self, question: Question, fingerprint: str, accept: Accept[T], look_up: LookUp | None
    ) -> T | None:
        began = self.desk.clock()
        last, tokens = self._converse(question, look_up)
        said = last.text if isinstance(last, Answered) else ""
        outcome, taken = _taken(last, accept)
        use = ModelUse(
            brain=self.model.brain,
            purpose=question.purpose,
            model=question.model,
            version="" if isinstance(last, Unavailable) else last.version,
            prompt=question.version,
            outcome=outcome,
            tokens_in=tokens.read,
            tokens_cached=tokens.cached,
            tokens_out=tokens.written,
            cost_micro_usd=cost(self.model.brain, question.model, tokens, self.desk.now().date()),
            latency_ms=round((self.desk.clock() - began) * 1000),
            reason=_reason(last),
        )
        self._away = isinstance(last, Unavailable)
        self.calls.append(self._call(question, fingerprint, use, said[:MOST_ANSWER]))
        if not self._away:
            kept = Kept(self.thinker.turn, use.model_dump_json(), said[:MOST_ANSWER])
            self.desk.answers.keep(self.thinker.boutique, self.thinker.subject, fingerprint, kept)
        return taken

    def _converse(self, question: Question, look_up: LookUp | None) -> tuple[Outcome, Tokens]:
        """The answer after as many look-ups as are allowed; who only looks things up never answers."""
        tokens, looked_up = Tokens(), 0
        while True:
            outcome = self._patiently(question)
            if not isinstance(outcome, Unavailable):
                tokens = _sum(tokens, outcome.tokens)
            if not isinstance(outcome, LooksUp):
                return outcome, tokens
            looked_up += len(outcome.calls)
            spent = self.used + tokens.read + tokens.written
            if look_up is None or looked_up > MOST_LOOK_UPS or spent >= self.limits.turn_tokens:
                return Malformed("it only looks things up", version=outcome.version), tokens
            told = tuple((call, look_up(call)) for call in outcome.calls)
            question = replace(question, exchanges=(*question.exchanges, Exchange(outcome.said, told)))

    def _patiently(self, question: Question) -> Outcome:
        """One call, repeated while the neighbour says that it may be had later and the turn has time."""
        outcome: Outcome = Unavailable("the turn has no time left")
        for attempt in range(MOST_TRIES):
            left = self._left()
            if left <= 0:
                return outcome
            outcome = self.model.ask(question, min(SECONDS_PER_CALL, left))
            if not isinstance(outcome, Unavailable) or outcome.again_in is None:
                return outcome
            pause = max(outcome.again_in, 0.25 * 2**attempt)
            if attempt == MOST_TRIES - 1 or pause >= self._left() / 2:
                return outcome
            self.desk.wait(pause)
        return outcome

    def _note(self, question: Question, fingerprint: str, outcome: str) -> None:
        use = ModelUse(
            brain=self.model.brain,
            purpose=question.purpose,
            model=question.model,
            prompt=question.version,
            outcome=outcome,
        )
        self.calls.append(self._call(question, fingerprint, use, ""))

    def _call(self, question: Question, fingerprint: str, use: ModelUse, said: str) -> ModelCall:
        named = f"{question.purpose}|{fingerprint}|{len(self.calls)}"
        inputs = (_hash(question.data.encode()), *([_hash(question.picture)] if question.picture else []))
        return ModelCall(derive(self.thinker.turn, named), use, inputs, said)


def _taken(outcome: Outcome, accept: Accept[T]) -> tuple[str, T | None]:
    match outcome:
        case Answered(text=text) if len(text) > MOST_ANSWER:
            return "malformed", None
        case Answered(text=text):
            try:
                return "answered", accept(text)
            except NotAccepted as no:
                return no.outcome, None
            except ValueError:
                return "malformed", None
        case Blocked():
            return "blocked", None
        case Truncated():
            return "truncated", None
        case Unavailable():
            return "unavailable", None
        case _:
            return "malformed", None


def _reason(outcome: Outcome) -> str:
    """Why there is no answer, in the neighbour's word; answers themselves never stand here."""
    return outcome.reason[:120] if isinstance(outcome, Unavailable | Blocked | Malformed) else ""


def _fingerprint(question: Question) -> str:
    """What makes two questions one: model, prompt, answer's shape, data and picture."""
    parts = (question.model, question.version, question.system, str(question.answer), question.data)
    told = sha256("\x1f".join(parts).encode())
    told.update(question.picture or b"")
    return told.hexdigest()


def _hash(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _sum(one: Tokens, other: Tokens) -> Tokens:
    return Tokens(one.read + other.read, one.cached + other.cached, one.written + other.written)
