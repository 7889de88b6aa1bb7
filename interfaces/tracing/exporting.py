"""Spans on their way to the collectors, and the ids by which separate processes meet in one trace."""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from hashlib import blake2b
from importlib.metadata import version
from typing import Final
from uuid import UUID

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.trace import (
    NonRecordingSpan,
    Span,
    SpanContext,
    SpanKind,
    TraceFlags,
    Tracer,
    set_span_in_context,
)

from interfaces.tracing.collectors import Collector

EXPORT_SECONDS: Final = 5.0
EVERY_SECONDS: Final = 1.0
MOST_WAITING: Final = 4_096

_beginning: ContextVar[UUID | None] = ContextVar("beginning", default=None)


class Provider:
    """Gathers spans and posts them once a second. What a collector does not take in time is dropped."""

    def __init__(self, collectors: Sequence[Collector], environment: str) -> None:
        resource = Resource.create(
            {
                "service.name": "dukani",
                "service.version": version("dukani"),
                "deployment.environment.name": environment,
            }
        )
        self._provider = TracerProvider(
            sampler=ALWAYS_ON,
            resource=resource,
            id_generator=_Ids(),
            span_limits=SpanLimits(max_span_attribute_length=200),
            shutdown_on_exit=False,
        )
        for collector in collectors:
            exporter = OTLPSpanExporter(
                endpoint=collector.traces,
                headers=dict(collector.headers),
                timeout=EXPORT_SECONDS,
                compression=Compression.Gzip,
            )
            processor = BatchSpanProcessor(
                exporter, max_queue_size=MOST_WAITING, schedule_delay_millis=EVERY_SECONDS * 1000
            )
            self._provider.add_span_processor(processor)

    @property
    def tracer(self) -> Tracer:
        """Who begins spans."""
        return self._provider.get_tracer("dukani", version("dukani"))

    def close(self) -> None:
        """Send what waits."""
        self._provider.shutdown()


class _Ids(RandomIdGenerator):
    """Random ids, but for the span that begins an item's trace: its ids follow from the item's."""

    def generate_trace_id(self) -> int:
        """The item's own id, where a trace begins."""
        item = _beginning.get()
        return item.int if item else super().generate_trace_id()

    def generate_span_id(self) -> int:
        """What every process knows to be the beginning of the item's trace."""
        item = _beginning.get()
        return _first_span(item) if item else super().generate_span_id()

    def is_trace_id_random(self) -> bool:
        """Ids of items are hashes."""
        return False


def begun(tracer: Tracer, name: str, item: UUID, start: int, told: Mapping[str, str]) -> Span:
    """The first span of an item's trace. Units: `start` in nanoseconds since 1970."""
    token = _beginning.set(item)
    try:
        return tracer.start_span(
            name, context=Context(), kind=SpanKind.SERVER, start_time=start, attributes=told
        )
    finally:
        _beginning.reset(token)


def within(item: UUID) -> Context:
    """The place in an item's trace under its first span, whichever process that was begun in."""
    first = SpanContext(
        item.int, _first_span(item), is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED)
    )
    return set_span_in_context(NonRecordingSpan(first), Context())


def _first_span(item: UUID) -> int:
    return int.from_bytes(blake2b(item.bytes, digest_size=8).digest()) or 1
