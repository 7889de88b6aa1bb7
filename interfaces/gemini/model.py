"""Gemini's models behind the ports Model and Embedder.

The version of the API is always said, the client never retries by itself (it does not read RetryInfo), and
both families of its errors are caught: its own and those of the HTTP client below, which is always the same,
whatever else is installed.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

import httpx2
from google import genai
from google.genai import errors, types
from pydantic import SecretStr, ValidationError

from application.ports.model import Embedded, Malformed, Outcome, Question, Tokens, Unavailable
from domain.brain import BrainName
from interfaces.gemini import wire
from interfaces.gemini.settings import GeminiSettings
from interfaces.loop import Loop, OutOfTime

EMBED_AT_ONCE: Final = 20


class Gemini:
    """One key's client. Safe to share between threads; `close` gives back its connections."""

    brain: ClassVar[BrainName] = BrainName.GEMINI

    def __init__(self, settings: GeminiSettings, key: SecretStr, loop: Loop) -> None:
        self._settings, self._loop = settings, loop
        self._http = httpx2.AsyncClient()
        self._client = genai.Client(
            api_key=key.get_secret_value(),
            http_options=types.HttpOptions(
                base_url=settings.base_url,
                api_version=settings.api_version,
                httpx_async_client=self._http,
            ),
        )

    @property
    def space(self) -> str:
        """The embedding model and the size of its vectors."""
        return f"{self._settings.embedding_model}@{self._settings.dimensions}"

    def ask(self, question: Question, within: float) -> Outcome:
        """One call of generateContent."""
        call = self._client.aio.models.generate_content(
            model=question.model,
            contents=wire.contents_of(question),
            config=wire.config_of(question, within),
        )
        answer = self._called(call, within)
        return answer if isinstance(answer, Unavailable | Malformed) else wire.outcome_of(answer)

    def embed(
        self, what: Sequence[str | bytes], within: float, space: str = ""
    ) -> Embedded | Unavailable | Malformed:
        """A vector for each, by as few calls as may be."""
        named = space or self.space
        vectors: list[tuple[float, ...]] = []
        read = 0
        for start in range(0, len(what), EMBED_AT_ONCE):
            part = self._embed(what[start : start + EMBED_AT_ONCE], within, named)
            if not isinstance(part, Embedded):
                return part
            vectors += part.vectors
            read += part.tokens.read
        return Embedded(tuple(vectors), Tokens(read), named)

    def close(self) -> None:
        """Give back the connections."""
        self._called(self._http.aclose(), 3.0)
        self._client.close()

    def _embed(
        self, what: Sequence[str | bytes], within: float, space: str
    ) -> Embedded | Unavailable | Malformed:
        model, _, size = space.partition("@")
        options = types.HttpOptions(timeout=round(within * 1000))
        call = self._client.aio.models.embed_content(
            model=model,
            contents=[wire.content_of(each) for each in what],
            config=types.EmbedContentConfig(output_dimensionality=int(size), http_options=options),
        )
        answer = self._called(call, within)
        if isinstance(answer, Unavailable | Malformed):
            return answer
        return wire.vectors_of(answer, len(what), int(size))

    def _called(self, call: Any, within: float) -> Any:
        try:
            return self._loop.run(call, within)
        except errors.APIError as refused:
            return wire.refusal_of(refused)
        except OutOfTime:
            return Unavailable("it did not answer in time", 0.0)
        except (httpx2.TransportError, ConnectionError) as away:
            return Unavailable(type(away).__name__, 0.0)
        except (ValidationError, ValueError, httpx2.HTTPError) as strange:
            return Malformed(type(strange).__name__)
