"""The connections: what a boutique is connected to, and how that is."""

from application.ports import EvidenceKind
from interfaces.findings import Verdict
from interfaces.http.schemas.answers import Answer


class ConnectionRow(Answer):
    """One number, till or brain. `account` names it in other routes, `shown` to its owner."""

    neighbour: str
    account: str
    shown: str


class Connections(Answer):
    """All connections. `sandbox` says whether built-in phones can be connected."""

    connected: list[ConnectionRow]
    sandbox: bool


class Health(Answer):
    """How a connection is: what it says of itself, and what to do where something is wrong."""

    neighbour: str
    verdict: Verdict
    says: str
    do: str


class TriedTill(Answer):
    """A shilling that was asked for. `page` is where a card pays it."""

    checkout: str
    page: str | None


class TriedPrompt(Answer):
    """What became of it."""

    state: EvidenceKind
    says: str
