"""What is traced: every inbound item as one trace, from the webhook over the turn to sends and money.

The trace's id is the id of the item's own message, which is the correlation of all facts that follow from it.
So no process hands a trace on to another: each knows it from the work in hand.
"""

from collections.abc import Callable, Mapping
from typing import Protocol
from uuid import UUID

from application.outcome import Outcome
from application.ports.model import Model
from application.work import Work
from interfaces.ingress.delivery import Ingress
from interfaces.settings import Settings
from interfaces.tracing.collectors import collectors_of

React = Callable[[Work, Callable[[], None]], Outcome]
Follows = Callable[[Work], UUID]
"""Which item a piece of work follows from."""


class Tracing(Protocol):
    """Puts what it is given under observation, or leaves it as it is."""

    def ingress(self, ingress: Ingress) -> Ingress:
        """Where items come in."""
        ...

    def reactors(self, reactors: Mapping[str, React], follows: Follows) -> Mapping[str, React]:
        """Who does due work."""
        ...

    def model(self, model: Model) -> Model:
        """Who is asked within a turn."""
        ...

    def close(self) -> None:
        """Send what waits."""
        ...


class Untraced:
    """Everything as it is."""

    def ingress(self, ingress: Ingress) -> Ingress:
        """The same."""
        return ingress

    def reactors(self, reactors: Mapping[str, React], _: Follows) -> Mapping[str, React]:
        """The same."""
        return reactors

    def model(self, model: Model) -> Model:
        """The same."""
        return model

    def close(self) -> None:
        """Nothing waits."""


def tracing_of(settings: Settings) -> Tracing:
    """As an operator chose; off where she named no collector."""
    collectors = collectors_of(settings)
    if not collectors:
        return Untraced()
    from interfaces.tracing.recording import Recording

    return Recording(collectors, "sandbox" if settings.sandbox else "production")
