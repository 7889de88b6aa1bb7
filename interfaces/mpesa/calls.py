"""Calls to Daraja, whatever they ask: one connection pool, and one token for each app."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import httpx

from application.ports import NeighbourFailed, NeighbourUnsure
from interfaces.mpesa.access import AccessTokens, Credentials
from interfaces.mpesa.faults import NEIGHBOUR, WRONG_TOKEN, envelope_in, unreachable

_NO_PROXY_AT_HOME: Final[dict[str, httpx.BaseTransport | None]] = {"all://127.0.0.1": None}


@dataclass(frozen=True, slots=True)
class DarajaSettings:
    """Where Daraja is, and where it finds us.

    Shape: `callback_base` is our public address without a slash at the end. Units: seconds.
    """

    base_url: str
    callback_base: str
    timeout: float = 30.0


class DarajaCalls:
    """POSTs to Daraja with a token that lives."""

    def __init__(self, settings: DarajaSettings) -> None:
        self.settings = settings
        timeout = httpx.Timeout(settings.timeout, connect=5.0)
        self._http = httpx.Client(timeout=timeout, mounts=_NO_PROXY_AT_HOME)
        self._tokens = AccessTokens(self._http, settings.base_url)

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def post(self, path: str, body: Mapping[str, object], credentials: Credentials) -> httpx.Response:
        """One call; a refused access token, which means that nothing was done, is renewed once.

        Raises: NeighbourFailed (surely not heard), NeighbourUnsure (perhaps heard).
        """
        token = self._tokens.current(credentials)
        answer = self._once(path, body, token)
        if envelope_in(answer)[0] in WRONG_TOKEN:
            answer = self._once(path, body, self._tokens.current(credentials, refused=token))
        return answer

    def ask(self, path: str, body: Mapping[str, object], credentials: Credentials) -> httpx.Response:
        """A question, which changes nothing if its answer is lost. Raises: NeighbourFailed."""
        try:
            return self.post(path, body, credentials)
        except NeighbourUnsure as lost:
            raise NeighbourFailed(NEIGHBOUR, lost.code, lost.reason, retryable=True) from lost

    def _once(self, path: str, body: Mapping[str, object], token: str) -> httpx.Response:
        try:
            return self._http.post(
                f"{self.settings.base_url}{path}", json=body, headers={"Authorization": f"Bearer {token}"}
            )
        except httpx.TransportError as error:
            raise unreachable(error) from error


def members_of(answer: httpx.Response) -> Mapping[str, str]:
    """The answer's members as texts: Daraja writes the same code now as a number, now as a text."""
    try:
        told = answer.json()
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {key: str(value) for key, value in told.items() if isinstance(value, str | int | float)}
