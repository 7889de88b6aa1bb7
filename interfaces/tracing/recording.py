"""Recording spans: the parts of the house under observation.

A span holds names, ids, counts and durations. What a customer, a model or a neighbour said is in none, and no
exception's words are; the ids are those that stand in the log, from which only who may read it learns more.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer

from application.inbound import message_id_of
from application.outcome import Later, Outcome
from application.ports.model import Model
from application.work import Work
from interfaces.bell import Bell
from interfaces.ingress.delivery import Delivery, Ingress, Item
from interfaces.tracing.asking import ERROR_TYPE, TracedModel
from interfaces.tracing.collectors import Collector
from interfaces.tracing.exporting import Provider, begun, within
from interfaces.tracing.tracing import Follows, React


class Recording:
    """Records what happens and sends it to every collector. Shape: one for a process."""

    def __init__(self, collectors: Sequence[Collector], environment: str) -> None:
        self._provider = Provider(collectors, environment)
        self._tracer = self._provider.tracer

    def ingress(self, ingress: Ingress) -> Ingress:
        """Each item that comes in begins its trace, once it is durable."""
        return _TracedIngress(ingress, self._tracer, Bell())

    def reactors(self, reactors: Mapping[str, React], follows: Follows) -> Mapping[str, React]:
        """Each piece of work is a span in the trace of the item that it follows from."""
        return {kind: self._traced(kind, react, follows) for kind, react in reactors.items()}

    def model(self, model: Model) -> Model:
        """Each call of a model is a span of its turn."""
        return TracedModel(model, self._tracer)

    def close(self) -> None:
        """Send what waits, for some seconds at most."""
        self._provider.close()

    def _traced(self, kind: str, react: React, follows: Follows) -> React:
        def reacting(work: Work, begin: Callable[[], None]) -> Outcome:
            with _working(self._tracer, kind, work, follows(work)) as span:
                outcome = react(work, begin)
                span.set_attribute("dukani.outcome", type(outcome).__name__.lower())
                if isinstance(outcome, Later):
                    span.set_status(Status(StatusCode.ERROR))
                return outcome

        return reacting


@contextmanager
def _working(tracer: Tracer, kind: str, work: Work, item: UUID) -> Iterator[Span]:
    """The span of a piece of work. An exception passes through it, and only its kind stays behind."""
    with tracer.start_as_current_span(
        kind,
        context=within(item),
        kind=SpanKind.CONSUMER,
        record_exception=False,
        set_status_on_exception=False,
        attributes={
            "dukani.boutique": str(work.boutique),
            "dukani.work.subject": str(work.subject),
            "dukani.work.attempts": work.attempts,
        },
    ) as span:
        try:
            yield span
        except Exception as fell:
            span.set_attribute(ERROR_TYPE, type(fell).__qualname__)
            span.set_status(Status(StatusCode.ERROR))
            raise


@dataclass(frozen=True, slots=True)
class _TracedIngress:
    """Shape: a delivery that comes again within the hour begins no second trace."""

    inner: Ingress
    tracer: Tracer
    seen: Bell

    async def accept(self, delivery: Delivery) -> None:
        """As the ingress does. Raises: NotStored."""
        start = time.time_ns()
        await self.inner.accept(delivery)
        for item in delivery.items:
            self._begin(item, start)

    def _begin(self, item: Item, start: int) -> None:
        identity = message_id_of(item.channel, item.account, item.provider_id)
        if self.seen.rings(identity):
            told = {"messaging.system": item.channel.value, "dukani.pace": item.pace.value}
            begun(self.tracer, "receive", identity, start, told).end()
