"""Explaining: why the agent said something, read off the facts of the turn in which it said it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.brain import ModelUse
from domain.conversation.events import (
    MessageUnderstood,
    ModelAnswered,
    NothingFound,
    PhotoSeen,
    PiecesShown,
    ReplyComposed,
    SizeAdvised,
)
from domain.fact import Fact, Recorded
from domain.identity import MessageId


@dataclass(frozen=True, slots=True)
class Reasons:
    """What led to a reply. What had no part in it is None or empty.

    Shape: `composed` names the intent and the brain that chose the words; `nothing_for` is what was asked for
    and was not there; `models` are the calls of models, in order.
    """

    composed: ReplyComposed
    understood: MessageUnderstood | None = None
    photo: PhotoSeen | None = None
    shown: PiecesShown | None = None
    nothing_for: tuple[str, ...] = ()
    advised: SizeAdvised | None = None
    models: tuple[ModelUse, ...] = ()

    @property
    def cost_micro_usd(self) -> int:
        """What the models cost, in millionths of a US dollar."""
        return sum(use.cost_micro_usd for use in self.models)


def reasons_for(reply: MessageId, story: Sequence[Recorded[Fact]]) -> Reasons | None:
    """Why the agent said this; None where it did not say it. `story` is the whole conversation."""
    said = next((r for r in story if isinstance(r.fact, ReplyComposed) and r.fact.reply == reply), None)
    if said is None or not isinstance(said.fact, ReplyComposed):
        return None
    reasons = Reasons(said.fact)
    for recorded in story:
        if recorded.cause == said.cause and recorded.originator_version < said.originator_version:
            reasons = _with(reasons, recorded.fact)
    return reasons


def _with(reasons: Reasons, fact: Fact) -> Reasons:
    match fact:
        case MessageUnderstood():
            return replace(reasons, understood=fact)
        case PhotoSeen():
            return replace(reasons, photo=fact)
        case PiecesShown():
            return replace(reasons, shown=fact)
        case NothingFound():
            return replace(reasons, nothing_for=fact.wanted)
        case SizeAdvised():
            return replace(reasons, advised=fact)
        case ModelAnswered():
            return replace(reasons, models=(*reasons.models, fact.use))
        case _:
            return reasons
