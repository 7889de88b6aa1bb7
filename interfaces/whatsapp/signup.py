"""Meta's Embedded Signup: its own dialog in which an owner gives us a number, and what is made of her yes.

The dialog is a page of Meta's that comes back to ours with a code, so that no script of Meta's runs among the
shop's own. Whose numbers the code opens is asked of Meta and never taken from a browser.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

import httpx
from pydantic import SecretStr

from application.ports import NeighbourFailed
from interfaces.whatsapp.client import CloudApiSettings
from interfaces.whatsapp.faults import NEIGHBOUR, failure_of

_WITHIN: Final = 10.0
_NO_PROXY_AT_HOME: Final[dict[str, httpx.BaseTransport | None]] = {"all://127.0.0.1": None}
_MANAGES: Final = "whatsapp_business_management"
_ON_HER_PHONE: Final = "whatsapp_business_app_onboarding"


@dataclass(frozen=True, slots=True)
class SignupApp:
    """Our app at Meta. Shape: `config` names its Embedded Signup configuration; `back_to` our own page."""

    app: str
    secret: SecretStr
    config: str
    back_to: str
    dialog: str


@dataclass(frozen=True, slots=True)
class SignedUp:
    """What an owner gave us: her account, her number in it, and a token for both."""

    waba_id: str
    phone_number_id: str
    token: SecretStr


class Signup:
    """Embedded Signup by our app."""

    def __init__(self, meta: CloudApiSettings, app: SignupApp) -> None:
        self._base, self._version, self._app = f"{meta.base_url}/{meta.version}", meta.version, app

    def dialog(self, state: str, *, coexists: bool) -> str:
        """Where Meta asks her; `coexists` for a number that stays in the Business app as well."""
        asked = {
            "client_id": self._app.app,
            "config_id": self._app.config,
            "redirect_uri": self._app.back_to,
            "response_type": "code",
            "override_default_response_type": "true",
            "state": state,
            "extras": json.dumps({"featureType": _ON_HER_PHONE} if coexists else {}),
        }
        return f"{self._app.dialog}/{self._version}/dialog/oauth?{urlencode(asked)}"

    def take(self, code: str) -> SignedUp:
        """What her yes is worth. A code is worth it once. Raises: NeighbourFailed."""
        asked = {
            "client_id": self._app.app,
            "client_secret": self._app.secret.get_secret_value(),
            "redirect_uri": self._app.back_to,
            "code": code,
        }
        token = str(self._ask("oauth/access_token", asked, None).get("access_token", ""))
        if not token:
            raise NeighbourFailed(NEIGHBOUR, "no-token", "Meta gave no token", retryable=False)
        return self._newest(token)

    def _newest(self, token: str) -> SignedUp:
        """Of all numbers that she let us see, the one that she signed up last."""
        found = [
            (str(number.get("last_onboarded_time", "")), waba, str(number["id"]))
            for waba in self._accounts(token)
            for number in _listed(self._ask(f"{waba}/phone_numbers", _NUMBERS, token))
        ]
        if not found:
            raise NeighbourFailed(NEIGHBOUR, "no-number", "no number came with it", retryable=False)
        _, waba, number = max(found)
        return SignedUp(waba, number, SecretStr(token))

    def _accounts(self, token: str) -> tuple[str, ...]:
        ours = f"{self._app.app}|{self._app.secret.get_secret_value()}"
        told = self._ask("debug_token", {"input_token": token}, ours).get("data")
        held = told if isinstance(told, dict) else {}
        if not held.get("is_valid") or str(held.get("app_id")) != self._app.app:
            raise NeighbourFailed(NEIGHBOUR, "wrong-token", "the token is not of our app", retryable=False)
        scopes = [each for each in held.get("granular_scopes", []) if each.get("scope") == _MANAGES]
        return tuple(str(waba) for scope in scopes for waba in scope.get("target_ids", []))

    def _ask(self, path: str, asked: Mapping[str, str], token: str | None) -> Mapping[str, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            with httpx.Client(timeout=_WITHIN, headers=headers, mounts=_NO_PROXY_AT_HOME) as http:
                answer = http.get(f"{self._base}/{path}", params=dict(asked))
            if not answer.is_success:
                raise failure_of(answer)
            told = answer.json()
        except (httpx.HTTPError, ValueError) as lost:
            raise NeighbourFailed(NEIGHBOUR, "unreachable", type(lost).__name__, retryable=True) from lost
        return told if isinstance(told, dict) else {}


_NUMBERS: Final = {"fields": "id,last_onboarded_time"}


def _listed(told: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rows = told.get("data")
    return [row for row in rows if isinstance(row, dict) and "id" in row] if isinstance(rows, list) else []
