"""An OpenTelemetry collector over OTLP/HTTP, and Langfuse's endpoint; both as strict as the protocol.

Source: the OpenTelemetry Protocol's specification, "OTLP/HTTP Request", and Langfuse's "OpenTelemetry
endpoint". Requests are read by the protocol's own generated classes.
"""

import base64
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from google.protobuf.message import DecodeError
from google.protobuf.unknown_fields import UnknownFieldSet
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from tests.emulators.taking import Asked, Said, taking

OTLP, LANGFUSE = "/v1/traces", "/api/public/otel/v1/traces"
PUBLIC, SECRET = "pk-lf-1234", "sk-lf-5678"
PROTOBUF = "application/x-protobuf"


@dataclass(frozen=True)
class Told:
    """A span as it came, and who said so."""

    name: str
    trace: str
    id: str
    parent: str
    kind: int
    failed: bool
    attributes: dict[str, Any]
    resource: dict[str, Any]


@dataclass
class Collector:
    """What came in by each way. `raw` is all of it, unpacked."""

    url: str
    spans: list[Told] = field(default_factory=list)
    at_langfuse: list[Told] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    wants: dict[str, str] = field(default_factory=dict)

    def of(self, trace: str) -> list[Told]:
        """One trace's spans, in the order in which they came."""
        return [span for span in self.spans if span.trace == trace]


@contextmanager
def collector() -> Iterator[Collector]:
    """Serve both on loopback."""

    def take(came: Asked) -> Said:
        status = _taken(here, came.path, came.headers, came.body)
        told = ExportTraceServiceResponse().SerializeToString() if status == 200 else b""
        return Said(status, told, PROTOBUF)

    with taking(take) as url:
        here = Collector(url)
        yield here


def _taken(here: Collector, path: str, headers: Mapping[str, str], body: bytes) -> int:
    if path not in (OTLP, LANGFUSE):
        return _refused(here, 404, f"nothing at {path}")
    if headers.get("content-type") != PROTOBUF:
        return _refused(here, 415, "not protobuf")
    if path == LANGFUSE and not _is_known(headers):
        return _refused(here, 401, "unknown keys")
    if path == OTLP and any(headers.get(name) != value for name, value in here.wants.items()):
        return _refused(here, 401, "a header is missing")
    try:
        request = ExportTraceServiceRequest.FromString(body)
        spans = list(_spans(request))
    except (DecodeError, ValueError) as broken:
        return _refused(here, 400, str(broken))
    here.raw.append(body)
    (here.at_langfuse if path == LANGFUSE else here.spans).extend(spans)
    return 200


def _refused(here: Collector, status: int, why: str) -> int:
    here.refused.append(why)
    return status


def _is_known(headers: Mapping[str, str]) -> bool:
    basic = base64.b64encode(f"{PUBLIC}:{SECRET}".encode()).decode()
    return (
        headers.get("authorization") == f"Basic {basic}"
        and headers.get("x-langfuse-ingestion-version") == "4"
    )


def _spans(request: ExportTraceServiceRequest) -> Iterator[Told]:
    if len(UnknownFieldSet(request)):
        raise ValueError("unknown fields")
    for group in request.resource_spans:
        resource = _attributes(group.resource.attributes)
        if not resource.get("service.name"):
            raise ValueError("a resource without service.name")
        for scope in group.scope_spans:
            for span in scope.spans:
                yield _told(span, resource)


def _told(span: Span, resource: dict[str, Any]) -> Told:
    if len(UnknownFieldSet(span)):
        raise ValueError("unknown fields in a span")
    if len(span.trace_id) != 16 or len(span.span_id) != 8 or not any(span.trace_id) or not any(span.span_id):
        raise ValueError("an id that is none")
    if span.parent_span_id and len(span.parent_span_id) != 8:
        raise ValueError("a parent that is none")
    if not span.name or not 0 < span.start_time_unix_nano <= span.end_time_unix_nano:
        raise ValueError("a span without a name, or one that ends before it begins")
    return Told(
        span.name,
        span.trace_id.hex(),
        span.span_id.hex(),
        span.parent_span_id.hex(),
        span.kind,
        span.status.code == 2,
        _attributes(span.attributes),
        resource,
    )


def _attributes(told: Any) -> dict[str, Any]:
    found = {each.key: _value(each.value) for each in told}
    if len(found) != len(told):
        raise ValueError("an attribute stands there twice")
    return found


def _value(value: Any) -> Any:
    kind = value.WhichOneof("value")
    if kind == "array_value":
        return [_value(each) for each in value.array_value.values]
    return getattr(value, kind) if kind else None
