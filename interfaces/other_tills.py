"""The money's neighbours beside M-Pesa, with each boutique's own credentials and its callbacks' keys."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Final, Generic, NoReturn, TypeVar
from urllib.parse import urlsplit

import httpx

from application.ports import Clock, CredentialStore, MobileMoney, NeighbourFailed, PayeeAccount, Refunds
from application.ports.credentials import C
from domain.identity import BoutiqueId
from interfaces.airtel.access import AirtelCredentials
from interfaces.airtel.airtel import Airtel, AirtelSettings
from interfaces.airtel.refunds import AirtelRefunds
from interfaces.callbacks import CallbackNotStored
from interfaces.mpesa import faults
from interfaces.mpesa.access import Credentials as DarajaCredentials
from interfaces.mpesa.calls import DarajaCalls, DarajaSettings
from interfaces.mpesa.daraja import Daraja
from interfaces.paylink.credentials import PayLinkCredentials
from interfaces.paylink.paylink import PayLink, PayLinkSettings
from interfaces.paylink.reach import Reach
from interfaces.paystack.paystack import Paystack, PaystackCredentials, PaystackSettings
from interfaces.paystack.refunds import PaystackRefunds
from interfaces.postgres.database import StoreUnavailable
from interfaces.settings import Settings

ONE_ACCOUNT: Final = "own"
"""Under this name a boutique's credentials are kept where it has one account at the neighbour."""

_REMEMBERED: Final = 60.0

T = TypeVar("T")


class OtherTills:
    """PayLink, Airtel Money and Paystack. `daraja` says where Safaricom is, behind PayLink."""

    def __init__(
        self, settings: Settings, store: CredentialStore, daraja: DarajaSettings, clock: Clock
    ) -> None:
        self._settings, self._store, self._where, self._clock = settings, store, daraja, clock
        self._airtel_keys = _Remembered(self._read_airtel_keys)
        self._paystack_keys = _Remembered(self._read_paystack_key)

    @property
    def by_provider(self) -> Mapping[str, MobileMoney]:
        """Each by its provider's word."""
        return {"paylink": self.paylink, "airtel": self.airtel, "paystack": self.paystack}

    @property
    def refunds(self) -> Mapping[str, Refunds]:
        """Who gives money back, by the provider's word; what came by PayLink is Safaricom's to give back."""
        return {"airtel": AirtelRefunds(self.airtel), "paystack": PaystackRefunds(self.paystack)}

    @cached_property
    def paylink(self) -> PayLink:
        """PayLink, before Safaricom's own query."""
        reach = Reach(self._settings.paylink_hosts)
        where = PayLinkSettings(self._where.base_url, self._where.callback_base, reach=reach)
        return PayLink(where, self._paylink, self._behind_paylink.query, _refusal)

    @cached_property
    def airtel(self) -> Airtel:
        """Airtel Money."""
        settings = AirtelSettings(self._settings.airtel_api)
        return Airtel(settings, lambda payee: self._known(payee, ONE_ACCOUNT, AirtelCredentials))

    @cached_property
    def paystack(self) -> Paystack:
        """Cards."""
        settings = PaystackSettings(
            self._settings.paystack_api,
            urlsplit(self._settings.public_url).hostname or "dukani.invalid",
            self._settings.paystack_page_hosts,
        )
        return Paystack(settings, self._paystack, self._clock.now)

    def airtel_keys(self, boutique: BoutiqueId) -> tuple[bytes, ...]:
        """The keys of a boutique's callbacks. Raises: CallbackNotStored while they cannot be read."""
        return self._airtel_keys.of(boutique)

    def paystack_key(self, boutique: BoutiqueId | None) -> bytes | None:
        """The key of a boutique's webhooks, or the installation's. Raises: CallbackNotStored."""
        if boutique is None:
            return self._settings.paystack_secret_key.get_secret_value().encode() or None
        return self._paystack_keys.of(boutique)

    def airtel_apps(self, boutiques: Iterable[BoutiqueId]) -> tuple[AirtelCredentials, ...]:
        """The apps of those boutiques that have one at Airtel."""
        read = (self._store.read(boutique, ONE_ACCOUNT, AirtelCredentials) for boutique in boutiques)
        return tuple(app for app in read if app)

    def close(self) -> None:
        """Give the connections back."""
        for name in ("_behind_paylink", "airtel", "paystack"):
            if name in self.__dict__:
                self.__dict__[name].close()

    @cached_property
    def _behind_paylink(self) -> Daraja:
        return Daraja(DarajaCalls(self._where), self._app_behind_paylink)

    def _app_behind_paylink(self, payee: PayeeAccount) -> DarajaCredentials:
        known = self._paylink(payee)
        return DarajaCredentials(
            known.consumer_key.get_secret_value(),
            known.consumer_secret.get_secret_value(),
            known.passkey.get_secret_value(),
        )

    def _paylink(self, payee: PayeeAccount) -> PayLinkCredentials:
        return self._known(payee, payee.shortcode, PayLinkCredentials)

    def _paystack(self, payee: PayeeAccount) -> PaystackCredentials:
        own = self._store.read(payee.boutique, ONE_ACCOUNT, PaystackCredentials)
        shared = self._settings.paystack_secret_key
        if own is None and payee.shortcode.startswith("ACCT_") and shared.get_secret_value():
            return PaystackCredentials(secret_key=shared)
        return own or _not_connected("paystack")

    def _known(self, payee: PayeeAccount, account: str, kind: type[C]) -> C:
        return self._store.read(payee.boutique, account, kind) or _not_connected(kind.NEIGHBOUR)

    def _read_airtel_keys(self, boutique: BoutiqueId) -> tuple[bytes, ...]:
        known = self._store.read(boutique, ONE_ACCOUNT, AirtelCredentials)
        key = known.callback_key if known else None
        return (key.get_secret_value().encode(),) if key else ()

    def _read_paystack_key(self, boutique: BoutiqueId) -> bytes | None:
        known = self._store.read(boutique, ONE_ACCOUNT, PaystackCredentials)
        return known.secret_key.get_secret_value().encode() if known else None


class _Remembered(Generic[T]):
    """What was read of a boutique, kept for a minute, and longer while the database is away."""

    def __init__(self, read: Callable[[BoutiqueId], T]) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._known: dict[BoutiqueId, tuple[T, float]] = {}

    def of(self, boutique: BoutiqueId) -> T:
        with self._lock:
            known = self._known.get(boutique)
        if known and time.monotonic() < known[1]:
            return known[0]
        try:
            read = self._read(boutique)
        except StoreUnavailable as away:
            if known is None:
                raise CallbackNotStored("its key cannot be read") from away
            return known[0]
        with self._lock:
            self._known[boutique] = (read, time.monotonic() + _REMEMBERED)
        return read


def _refusal(status: int, body: str) -> NeighbourFailed:
    return faults.failure_of(httpx.Response(status, text=body))


def _not_connected(neighbour: str) -> NoReturn:
    raise NeighbourFailed(neighbour, "not-connected", "the boutique gave no credentials", retryable=False)
