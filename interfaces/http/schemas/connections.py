"""The connections: what a boutique is connected to, and how that is."""

from application.ports import EvidenceKind
from interfaces.findings import Finding, Verdict
from interfaces.http.schemas.answers import Answer, Told


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
    """How a connection is: what it says of itself, and what to do where something is wrong.

    `said` is the same for a page, which has words for it in each language; `says` and `do` are for programs.
    """

    neighbour: str
    verdict: Verdict
    says: str
    do: str
    said: list[Told]

    @classmethod
    def of(cls, found: Finding) -> "Health":
        """The finding as it is told."""
        told = Told.of(found.said)
        return cls(neighbour=found.neighbour, verdict=found.verdict, says=found.says, do=found.do, said=told)


class TriedTill(Answer):
    """A shilling that was asked for. `page` is where a card pays it."""

    checkout: str
    page: str | None


class TriedPrompt(Answer):
    """What became of it. `code` is the provider's own, and `says` what it says itself."""

    state: EvidenceKind
    code: str
    says: str
