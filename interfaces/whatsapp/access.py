"""With which token, and under which terms, a number speaks to the Cloud API: the boutique's own, or ours."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

from pydantic import Field, SecretStr

from application.ports import Credentials, CredentialStore
from domain.identity import BoutiqueId

DEFAULT_PER_SECOND: Final = 80
COEXISTING_PER_SECOND: Final = 20
"""Meta's quota for a number that also lives in the WhatsApp Business app."""
_REMEMBERED: Final = 60.0


class CloudCredentials(Credentials):
    """What Meta gave a boutique for its number.

    Shape: `template` is an approved template with one gap in its body, for news to who has not written for a
    day; `pin` is that of its two-step verification, for registering it anew; `catalogue` is
    WhatsApp's own catalogue, whose products bear our SKUs. `app_secret`,
    `verify_token` and, while a secret is replaced, `former_app_secret` are there where the boutique has
    an app of its own at Meta's.
    """

    NEIGHBOUR: ClassVar[str] = "whatsapp"

    phone_number_id: str = Field(pattern=r"^\d+$")
    waba_id: str = Field(pattern=r"^\d*$", default="")
    token: SecretStr
    app_secret: SecretStr = SecretStr("")
    former_app_secret: SecretStr = SecretStr("")
    verify_token: SecretStr = SecretStr("")
    catalogue: str = ""
    template: str = ""
    template_language: str = "en"
    coexists: bool = False
    pin: SecretStr = SecretStr("")

    @property
    def secrets(self) -> tuple[bytes, ...]:
        """What the boutique's own app signs with; nothing where it has none."""
        both = (self.app_secret.get_secret_value(), self.former_app_secret.get_secret_value())
        return tuple(secret.encode() for secret in both if secret)


@dataclass(frozen=True, slots=True)
class Access:
    """What one number may do, and with which token. `waba` is the account that its templates belong to."""

    token: str
    catalogue: str = ""
    template: str = ""
    template_language: str = "en"
    per_second: int = DEFAULT_PER_SECOND
    waba: str = ""


class BoutiqueAccess:
    """Access by account: the boutique's own credentials win, the installation's token is the fallback.

    Remembers for a minute, so that a token that was replaced is taken up without a restart.
    """

    def __init__(
        self, boutique_of: Callable[[str], BoutiqueId | None], store: CredentialStore, fallback: Access
    ) -> None:
        self._boutique_of, self._store, self._fallback = boutique_of, store, fallback
        self._known: dict[str, tuple[Access, float]] = {}
        self._lock = threading.Lock()

    def __call__(self, account: str) -> Access:
        """The access of an account (phone number id)."""
        with self._lock:
            access, until = self._known.get(account, (self._fallback, 0.0))
        if time.monotonic() < until:
            return access
        found = self._read(account)
        with self._lock:
            self._known[account] = (found, time.monotonic() + _REMEMBERED)
        return found

    def _read(self, account: str) -> Access:
        boutique = self._boutique_of(account)
        own = self._store.read(boutique, account, CloudCredentials) if boutique else None
        return access_by(own) if own else self._fallback


def access_by(own: CloudCredentials) -> Access:
    """The access that these credentials give."""
    return Access(
        token=own.token.get_secret_value(),
        catalogue=own.catalogue,
        template=own.template,
        template_language=own.template_language,
        waba=own.waba_id,
        per_second=COEXISTING_PER_SECOND if own.coexists else DEFAULT_PER_SECOND,
    )
