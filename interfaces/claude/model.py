"""Claude's models behind the port Model. The client never retries by itself: the turn's own bounds decide."""

from typing import Any, ClassVar

import anthropic
import httpx2
from pydantic import SecretStr, ValidationError

from application.ports.model import Malformed, Outcome, Question, Unavailable
from domain.brain import BrainName
from interfaces.claude import wire
from interfaces.claude.settings import ClaudeSettings
from interfaces.loop import Loop, OutOfTime


class Claude:
    """One key's client. Safe to share between threads; `close` gives back its connections."""

    brain: ClassVar[BrainName] = BrainName.CLAUDE

    def __init__(self, settings: ClaudeSettings, key: SecretStr, loop: Loop) -> None:
        self._loop = loop
        self._client = anthropic.AsyncAnthropic(
            api_key=key.get_secret_value(), base_url=settings.base_url, max_retries=0
        )

    def ask(self, question: Question, within: float) -> Outcome:
        """One call of the Messages API."""
        answer = self._called(
            self._client.messages.create(**wire.request_of(question), timeout=within), within
        )
        return answer if isinstance(answer, Unavailable | Malformed) else wire.outcome_of(answer)

    def close(self) -> None:
        """Give back the connections."""
        self._called(self._client.close(), 3.0)

    def _called(self, call: Any, within: float) -> Any:
        try:
            return self._loop.run(call, within)
        except anthropic.APIStatusError as refused:
            return wire.refusal_of(refused)
        except OutOfTime:
            return Unavailable("it did not answer in time", 0.0)
        except (anthropic.APIResponseValidationError, ValidationError, ValueError) as strange:
            return Malformed(type(strange).__name__)
        except (anthropic.APIConnectionError, httpx2.TransportError, ConnectionError) as away:
            return Unavailable(type(away).__name__, 0.0)
