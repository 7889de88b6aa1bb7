"""Whether the collectors take our traces."""

from collections.abc import Sequence
from typing import Final

import httpx

from interfaces.findings import Finding, broken, off, works
from interfaces.tracing.collectors import Collector

NAME: Final = "traces"
_WITHIN: Final = 10.0
_NO_SPANS: Final = b""


def check(collectors: Sequence[Collector]) -> Finding:
    """Posts a request without a span to each."""
    if not collectors:
        return off(NAME, "set DUKANI_OTLP_ENDPOINT, or DUKANI_LANGFUSE_PUBLIC_KEY and …_SECRET_KEY")
    for collector in collectors:
        headers = {**collector.headers, "Content-Type": "application/x-protobuf"}
        try:
            answer = httpx.post(collector.traces, content=_NO_SPANS, headers=headers, timeout=_WITHIN)
        except httpx.HTTPError as lost:
            says = f"the {collector.name} cannot be reached ({type(lost).__name__})"
            return broken(NAME, says, "look whether it is up; the shop works without")
        if answer.status_code in (401, 403):
            says = f"the {collector.name} refuses our keys ({answer.status_code})"
            return broken(NAME, says, "copy them anew from its settings")
        if not answer.is_success:
            says = f"the {collector.name} answers {answer.status_code}"
            return broken(NAME, says, "give its base address, which takes OTLP over HTTP at /v1/traces")
    return works(NAME, " and ".join(collector.name for collector in collectors) + " take them")
