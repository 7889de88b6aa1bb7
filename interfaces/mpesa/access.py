"""Access tokens of Daraja: one for each app, fetched by one thread while the others wait for it.

Every new token makes the one before invalid, so two threads must never fetch at once.
"""

import threading
import time
from dataclasses import dataclass

import httpx

from application.ports import NeighbourFailed
from interfaces.mpesa.faults import NEIGHBOUR, envelope_in

_SPARE = 60.0


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """What Safaricom gave the boutique for its paybill or till; the last three where it may do more than
    ask for money."""

    consumer_key: str
    consumer_secret: str
    passkey: str
    initiator: str = ""
    security_credential: str = ""
    nominated_number: str = ""

    @property
    def may_operate(self) -> bool:
        """Whether an operator is named who may reverse and look at transactions."""
        return bool(self.initiator and self.security_credential)


class AccessTokens:
    """The current token of every app."""

    def __init__(self, http: httpx.Client, base_url: str) -> None:
        self._http = http
        self._url = f"{base_url}/oauth/v1/generate"
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, float]] = {}

    def current(self, credentials: Credentials, refused: str | None = None) -> str:
        """A token that lives. `refused` is one that Daraja just refused, so another is wanted.

        Raises: NeighbourFailed.
        """
        with self._lock:
            token, until = self._known.get(credentials.consumer_key, ("", 0.0))
            if not token or token == refused or time.monotonic() >= until:
                token, until = self._fetch(credentials)
                self._known[credentials.consumer_key] = (token, until)
            return token

    def _fetch(self, credentials: Credentials) -> tuple[str, float]:
        asked_at = time.monotonic()
        try:
            answer = self._http.get(
                self._url,
                params={"grant_type": "client_credentials"},
                auth=(credentials.consumer_key, credentials.consumer_secret),
            )
        except httpx.TransportError as lost:
            raise NeighbourFailed(NEIGHBOUR, "no-token", str(lost), retryable=True) from lost
        try:
            told = answer.json()
            return str(told["access_token"]), asked_at + float(told["expires_in"]) - _SPARE
        except (ValueError, LookupError, TypeError) as unread:
            code, reason = envelope_in(answer)
            busy = answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR
            failed = NeighbourFailed(NEIGHBOUR, code or "no-token", reason or "no token", retryable=busy)
            raise failed from unread
