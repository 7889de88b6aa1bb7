"""A model's calls as spans after OpenTelemetry's conventions for generative AI, which Langfuse reads too.

Source: opentelemetry.io, "Semantic conventions for generative client AI spans". What was asked and answered
are the attributes that are left out: a boutique's turns are its customers' own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer

from application.ports.model import (
    Answered,
    Blocked,
    LooksUp,
    Malformed,
    Model,
    Outcome,
    Question,
    Truncated,
    Unavailable,
)
from domain.brain import BrainName

ERROR_TYPE: Final = "error.type"
PROVIDERS: Final = {BrainName.GEMINI: "gcp.gemini", BrainName.CLAUDE: "anthropic"}
FINISHED: Final[Mapping[type, str]] = {
    Answered: "stop",
    LooksUp: "tool_calls",
    Truncated: "length",
    Blocked: "content_filter",
}


@dataclass(frozen=True, slots=True)
class TracedModel:
    """A model whose calls are told."""

    inner: Model
    tracer: Tracer

    @property
    def brain(self) -> BrainName:
        """Which brain it is."""
        return self.inner.brain

    def ask(self, question: Question, within: float) -> Outcome:
        """One call, ended after so many seconds whatever happens."""
        with self.tracer.start_as_current_span(
            f"chat {question.model}",
            kind=SpanKind.CLIENT,
            record_exception=False,
            attributes={
                "gen_ai.operation.name": "chat",
                "gen_ai.provider.name": PROVIDERS.get(self.brain, self.brain.value),
                "gen_ai.request.model": question.model,
                "gen_ai.request.max_tokens": question.most_tokens,
                "gen_ai.output.type": "json",
                "gen_ai.prompt.name": f"{question.purpose.value}@{question.version}",
            },
        ) as span:
            outcome = self.inner.ask(question, within)
            _tell(span, outcome)
            return outcome


def _tell(span: Span, outcome: Outcome) -> None:
    if isinstance(outcome, Unavailable | Malformed):
        span.set_attribute(ERROR_TYPE, type(outcome).__name__.lower())
        span.set_status(Status(StatusCode.ERROR))
    if isinstance(outcome, Unavailable):
        return
    span.set_attribute("gen_ai.response.model", outcome.version)
    span.set_attribute("gen_ai.usage.input_tokens", outcome.tokens.read)
    span.set_attribute("gen_ai.usage.cache_read.input_tokens", outcome.tokens.cached)
    span.set_attribute("gen_ai.usage.output_tokens", outcome.tokens.written)
    if finished := FINISHED.get(type(outcome)):
        span.set_attribute("gen_ai.response.finish_reasons", (finished,))
