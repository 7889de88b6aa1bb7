"""What an offer leads to once its check is well: what is kept, under which account, and what is recorded."""

from dataclasses import dataclass
from typing import Final

from application.commands import Command
from application.ports import Credentials
from interfaces.findings import Finding, Verdict, broken
from interfaces.sayings import Saying

ONE_ACCOUNT: Final = "own"
"""Under this name credentials are kept where a boutique has one account at the neighbour."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One connection to be made. Shape: `claims` says where a number or a till is taken, if one is."""

    finding: Finding
    account: str = ""
    command: Command | None = None
    keeps: Credentials | None = None
    claims: str | None = None


@dataclass(frozen=True, slots=True)
class Connected:
    """One thing that a boutique is connected to. Shape: `shown` is how its owner knows it."""

    neighbour: str
    account: str
    shown: str


class NotConnected(Exception):  # noqa: N818
    """Nothing was connected, and nothing recorded. `finding` says why and what to do, without a secret."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.says)
        self.finding = finding


def must_work(finding: Finding, plan: Plan) -> Plan:
    """The plan, with the finding it rests on. Raises: NotConnected."""
    if finding.verdict is not Verdict.WORKS:
        raise NotConnected(finding)
    return plan


def refusal(
    neighbour: str, sentences: tuple[str, str], saying: Saying, what: str = "", quote: str = ""
) -> NotConnected:
    """To raise where a connection cannot be. `sentences` are for programs: what is wrong, and what to do."""
    return NotConnected(broken(neighbour, *sentences).as_said(saying, what, quote))
