"""Which Twilio account a boutique's number is in, and the tokens that speak and sign for it.

An account of ours is Twilio's account and the number in it together: a token proves the account, and only the
number within it tells whose message it is.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from pydantic import Field, SecretStr

from application.ports import Credentials
from domain.identity import BoutiqueId

_REMEMBERED: Final = 60.0
_UNTIL_ASKED_AGAIN: Final = 5.0


class TwilioCredentials(Credentials):
    """What Twilio gave a boutique that has an account of its own.

    Shape: `auth_tokens` begins with the one to send by; the others still verify during a rotation. `contents`
    are the ids (`HX…`) of its Content templates by what they show: `buttons-1` to `buttons-3`, `rows-1` to
    `rows-10`, and `notice` for words outside the 24 hours.
    """

    NEIGHBOUR: ClassVar[str] = "twilio"

    auth_tokens: tuple[SecretStr, ...] = Field(min_length=1)
    contents: Mapping[str, str] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Installation:
    """The installation's own Twilio account, for boutiques without one."""

    sid: str
    credentials: TwilioCredentials


@dataclass(frozen=True, slots=True)
class TwilioAccount:
    """A number in a Twilio account. `boutique` is None where nobody has connected it.

    Shape: `is_shared` where the token is the installation's, so that other boutiques' numbers are in it too.
    """

    sid: str
    number: str
    boutique: BoutiqueId | None
    credentials: TwilioCredentials
    is_shared: bool = False

    @property
    def tokens(self) -> tuple[bytes, ...]:
        """The tokens that may have signed for it."""
        return tuple(token.get_secret_value().encode() for token in self.credentials.auth_tokens)


class AccountsUnknown(Exception):  # noqa: N818
    """Whose account it is cannot be told now; it may be told later."""


def account_of(sid: str, number: str) -> str:
    """The one name of a number in an account. Example: account_of("AC12", "+254700111222")."""
    return f"{sid}:{number}"


BoutiqueOf = Callable[[str], BoutiqueId | None]
OwnCredentials = Callable[[BoutiqueId, str], TwilioCredentials | None]


class TwilioAccounts:
    """The accounts that boutiques have connected. A boutique's own credentials win over the installation's.

    Shape: what is known is remembered for a minute, and longer while the store is `away`, which is asked
    again every five seconds only: nobody else waits for it.
    """

    def __init__(
        self,
        boutique_of: BoutiqueOf,
        own: OwnCredentials,
        installation: Installation | None,
        away: tuple[type[Exception], ...] = (),
    ) -> None:
        self._boutique_of, self._own = boutique_of, own
        self._installation, self._away = installation, away
        self._known: dict[str, tuple[TwilioAccount, float]] = {}
        self._lock = threading.Lock()

    def of(self, account: str) -> TwilioAccount | None:
        """The account of this name; None where nobody's token speaks for it. Raises: AccountsUnknown."""
        with self._lock:
            known, until = self._known.get(account, (None, 0.0))
        if known is not None and time.monotonic() < until:
            return known
        try:
            found = self._look_up(account)
        except self._away as away:
            return self._without_store(account, known, away)
        if found is not None and found.boutique is not None:
            self._remember(account, found, _REMEMBERED)
        return found

    def without_store(self, account: str) -> TwilioAccount | None:
        """The same without asking the store: as remembered, else by the installation's own token.

        Raises: AccountsUnknown where only the store could tell.
        """
        with self._lock:
            known, _ = self._known.get(account, (None, 0.0))
        return self._without_store(account, known, TimeoutError())

    def _remember(self, account: str, found: TwilioAccount, seconds: float) -> None:
        with self._lock:
            self._known[account] = (found, time.monotonic() + seconds)

    def _look_up(self, account: str) -> TwilioAccount | None:
        boutique = self._boutique_of(account)
        own = self._own(boutique, account) if boutique else None
        if own:
            return self._account(account, boutique, own)
        return self._account(account, boutique, self._of_installation(account), is_shared=True)

    def _without_store(
        self, account: str, known: TwilioAccount | None, away: Exception
    ) -> TwilioAccount | None:
        shared = self._of_installation(account)
        found = known or self._account(account, None, shared, is_shared=True)
        if found is None:
            raise AccountsUnknown(type(away).__name__) from away
        self._remember(account, found, _UNTIL_ASKED_AGAIN)
        return found

    def _of_installation(self, account: str) -> TwilioCredentials | None:
        ours, sid = self._installation, account.partition(":")[0]
        return ours.credentials if ours and ours.sid == sid else None

    @staticmethod
    def _account(
        account: str,
        boutique: BoutiqueId | None,
        credentials: TwilioCredentials | None,
        *,
        is_shared: bool = False,
    ) -> TwilioAccount | None:
        sid, _, number = account.partition(":")
        return TwilioAccount(sid, number, boutique, credentials, is_shared) if credentials else None
