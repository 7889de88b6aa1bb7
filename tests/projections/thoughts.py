"""Questions to models and what customers think, made up for a boutique's life."""

from collections.abc import Callable, Sequence
from random import Random
from uuid import UUID

from domain.boutique.events import ShelfEmbedded
from domain.brain import BrainName, ModelUse, Purpose
from domain.conversation.events import ModelAnswered
from domain.identity import OrderId
from domain.order.events import OrderDelivered, OrderRated


def a_thought(chance: Random) -> ModelAnswered | ShelfEmbedded:
    """A model was asked, with more or less luck."""
    use = ModelUse(
        brain=chance.choice([BrainName.GEMINI, BrainName.CLAUDE]),
        purpose=chance.choice(list(Purpose)),
        model=chance.choice(["flash", "haiku"]),
        prompt="reading-1",
        outcome=chance.choice(["answered", "unavailable"]),
        tokens_in=chance.randrange(900),
        tokens_out=chance.randrange(90),
        cost_micro_usd=chance.randrange(2_000),
        reused=chance.random() < 0.2,
    )
    if use.purpose is Purpose.EMBEDDING:
        return ShelfEmbedded(answer=UUID(int=chance.getrandbits(128)), space="e@768", contents=9, use=use)
    return ModelAnswered(answer=UUID(int=chance.getrandbits(128)), messages=(), use=use)


def hear_a_verdict(orders: Sequence[OrderId], tell: Callable[..., None]) -> None:
    """Of the first two orders, one is delivered and rated, twice; the other is delivered."""
    for place, order in enumerate(orders[:2]):
        said = [OrderRated(stars=order.int % 5 + 1), OrderRated(stars=4)] if place == 0 else []
        tell("order", order, OrderDelivered(), *said)
