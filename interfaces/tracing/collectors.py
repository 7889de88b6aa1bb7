"""Where traces go: any OpenTelemetry collector over OTLP/HTTP, Langfuse by its own OTLP endpoint, or both."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from interfaces.settings import Settings

TRACES: Final = "/v1/traces"
LANGFUSE: Final = "/api/public/otel"


@dataclass(frozen=True, slots=True)
class Collector:
    """One of them. Shape: `traces` is the whole address that spans are posted to; `headers` may be secret."""

    name: str
    traces: str
    headers: Mapping[str, str] = field(repr=False)


def collectors_of(settings: Settings) -> Sequence[Collector]:
    """Those that the settings name."""
    found = []
    if settings.otlp_endpoint:
        headers = {name: value.get_secret_value() for name, value in settings.otlp_headers.items()}
        found.append(Collector("collector", settings.otlp_endpoint.rstrip("/") + TRACES, headers))
    secret = settings.langfuse_secret_key.get_secret_value()
    if settings.langfuse_public_key and secret:
        found.append(_langfuse(settings.langfuse_url, settings.langfuse_public_key, secret))
    return found


def _langfuse(url: str, public: str, secret: str) -> Collector:
    """Source: Langfuse's documentation, "OpenTelemetry endpoint"; version 4 shows spans as they arrive."""
    basic = base64.b64encode(f"{public}:{secret}".encode()).decode()
    headers = {"Authorization": f"Basic {basic}", "x-langfuse-ingestion-version": "4"}
    return Collector("langfuse", url.rstrip("/") + LANGFUSE + TRACES, headers)
