"""A boutique's own app at Meta: its webhook has an address of its own, which names one of its numbers."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from application.ports import CredentialStore
from domain.identity import BoutiqueId
from interfaces.ingress.delivery import NotStored
from interfaces.whatsapp.access import CloudCredentials

_REMEMBERED: Final = 60.0


@dataclass(frozen=True, slots=True)
class OwnApp:
    """Shape: `secrets` are the app's, the new one beside the old one during a rotation."""

    secrets: tuple[bytes, ...]
    verify_token: str


class OwnApps:
    """The app of each number, as the boutique gave it.

    Remembered for a minute, and longer while the store is away. Safe to share between threads.
    """

    def __init__(
        self,
        boutique_of: Callable[[str], BoutiqueId | None],
        store: CredentialStore,
        away: tuple[type[Exception], ...] = (),
    ) -> None:
        self._boutique_of, self._store, self._away = boutique_of, store, away
        self._known: dict[str, tuple[OwnApp, float]] = {}
        self._lock = threading.Lock()

    def of(self, account: str) -> OwnApp | None:
        """The app behind a number; None where it is the installation's. Raises: NotStored."""
        with self._lock:
            known, until = self._known.get(account, (None, 0.0))
        if known is not None and time.monotonic() < until:
            return known
        try:
            found = self._read(account)
        except self._away as away:
            if known is None:
                raise NotStored("its app cannot be looked up") from away
            return known
        if found is not None:
            with self._lock:
                self._known[account] = (found, time.monotonic() + _REMEMBERED)
        return found

    def _read(self, account: str) -> OwnApp | None:
        boutique = self._boutique_of(account)
        own = self._store.read(boutique, account, CloudCredentials) if boutique else None
        if own is None or not own.secrets:
            return None
        return OwnApp(own.secrets, own.verify_token.get_secret_value())
