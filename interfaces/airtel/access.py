"""Access tokens of Airtel: they live three minutes, and one serves all threads of a boutique's app."""

import threading
import time
from collections.abc import Callable

import httpx
from pydantic import SecretStr

from application.ports import Credentials, NeighbourFailed
from interfaces.airtel.answers import NEIGHBOUR, fields_of, text_in

_SPARE = 20.0


class AirtelCredentials(Credentials):
    """What Airtel gave the boutique. `callback_key` where it has switched signed callbacks on."""

    NEIGHBOUR = NEIGHBOUR

    client_id: SecretStr
    client_secret: SecretStr
    callback_key: SecretStr | None = None


class AccessTokens:
    """The current token of every app."""

    def __init__(self, http: httpx.Client, clock: Callable[[], float] = time.monotonic) -> None:
        self._http = http
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, float]] = {}

    def current(self, credentials: AirtelCredentials, refused: str | None = None) -> str:
        """A token that lives; another than the one just refused. Raises: NeighbourFailed."""
        app = credentials.client_id.get_secret_value()
        with self._lock:
            token, until = self._known.get(app, ("", 0.0))
            if not token or token == refused or self._clock() >= until:
                token, until = self._fetch(credentials)
                self._known[app] = (token, until)
            return token

    def _fetch(self, credentials: AirtelCredentials) -> tuple[str, float]:
        asked_at = self._clock()
        body = {
            "client_id": credentials.client_id.get_secret_value(),
            "client_secret": credentials.client_secret.get_secret_value(),
            "grant_type": "client_credentials",
        }
        try:
            answer = self._http.post("/auth/oauth2/token", json=body)
        except httpx.TransportError as lost:
            raise NeighbourFailed(NEIGHBOUR, "no-token", type(lost).__name__, retryable=True) from lost
        told = fields_of(answer)
        token = text_in(told, "access_token")
        try:
            lives = float(text_in(told, "expires_in") or 0)
        except ValueError:
            lives = 0.0
        if not answer.is_success or not token:
            busy = answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR or answer.status_code == 429
            raise NeighbourFailed(NEIGHBOUR, f"token-{answer.status_code}", "no token", retryable=busy)
        return token, asked_at + lives - _SPARE
