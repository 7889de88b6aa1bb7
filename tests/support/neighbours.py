"""Neighbours that only verify: one server on loopback that answers as each of them, as it is told to."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import SecretStr

from application.execute import Shop
from application.ports import CredentialStore
from domain.brain import BrainName
from domain.identity import BoutiqueId
from interfaces.brains import ACCOUNT, BrainSettings
from interfaces.claude.settings import ClaudeKey, ClaudeSettings
from interfaces.connections.brains import BrainPlans
from interfaces.connections.claims import PostgresClaims
from interfaces.connections.connections import Connections
from interfaces.connections.numbers import NumberPlans
from interfaces.connections.tills import TillPlans
from interfaces.gemini.settings import GeminiKey, GeminiSettings
from interfaces.mpesa.access import Credentials
from interfaces.postgres.database import Database
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApiSettings
from tests.emulators.taking import Asked, Said, taking

NUMBER: Final = {
    "id": "10630001",
    "display_phone_number": "+254 700 111222",
    "verified_name": "Zuri Boutique",
    "status": "CONNECTED",
    "name_status": "APPROVED",
    "code_verification_status": "VERIFIED",
}
WELL: Final[dict[str, tuple[int, dict[str, Any]]]] = {
    "GET /v25.0/10630001": (200, dict(NUMBER)),
    "POST /v25.0/77/subscribed_apps": (200, {"success": True}),
    "GET /2010-04-01/Accounts/AC0001.json": (200, {"status": "active"}),
    "GET /oauth/v1/generate": (200, {"access_token": "t", "expires_in": "3599"}),
    "POST /auth/oauth2/token": (200, {"access_token": "t", "expires_in": "180"}),
    "GET /balance": (200, {"status": True}),
    "GET /v1beta/models/gemini-3.5-flash-lite": (200, {"name": "models/gemini-3.5-flash-lite"}),
    "GET /v1/models/claude-haiku-5-5": (200, {"id": "claude-haiku-5-5"}),
}


@dataclass
class Neighbours:
    """Where they answer, what they say, and what they were asked (with the bearer's token)."""

    url: str = ""
    says: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=lambda: dict(WELL))
    asked: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)

    def be_well(self) -> None:
        """All of them say yes again, and forget what they were asked."""
        self.says = dict(WELL)
        self.asked.clear()
        self.bodies.clear()


def connections_over(
    neighbours: Neighbours, shop: Shop, store: CredentialStore, database: Database
) -> Connections:
    """Connections to these neighbours; the installation has no account of its own."""
    url = neighbours.url
    brains = BrainSettings(GeminiSettings(base_url=url), ClaudeSettings(base_url=url))
    plans = (
        NumberPlans(CloudApiSettings(base_url=url), lambda _: Access(""), url, None),
        TillPlans(url, Credentials("", "", ""), url, url, "", ("localhost",), _looked_up),
        BrainPlans(brains, lambda boutique, brain: _kept(store, boutique, brain)),
    )
    return Connections(shop, store, PostgresClaims(database), *plans)


def _looked_up(host: str) -> Sequence[str]:
    """The addresses of the names of these tests, and those that are addresses themselves."""
    names = {"inside.example.com": ["10.0.0.7"], "half.example.com": ["8.8.8.8", "::ffff:192.168.0.2"]}
    if host in names or host[:1].isdigit():
        return names.get(host, [host])
    raise OSError(host)


def _kept(store: CredentialStore, boutique: BoutiqueId, brain: BrainName) -> SecretStr | None:
    kind: type[GeminiKey | ClaudeKey] = GeminiKey if brain is BrainName.GEMINI else ClaudeKey
    own = store.read(boutique, ACCOUNT, kind)
    return own.key if own else None


@contextmanager
def neighbours_answering() -> Iterator[Neighbours]:
    """They answer until the block ends."""
    told = Neighbours()

    def answer(asked: Asked) -> Said:
        what = f"{asked.method} {asked.path.partition('?')[0]}"
        told.asked.append(what)
        told.bodies.append(json.loads(asked.body) if asked.body.startswith(b"{") else {})
        status, said = told.says.get(what, (404, {"error": {"code": 100, "message": "no such thing"}}))
        return Said(status, json.dumps(said).encode())

    with taking(answer) as told.url:
        yield told
