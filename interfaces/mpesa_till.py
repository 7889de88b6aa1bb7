"""M-Pesa as one till: each boutique by its own app at Safaricom where it has one, else by the shared one."""

from functools import cached_property

from application.ports import CredentialStore, PayeeAccount
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.calls import DarajaCalls, DarajaSettings
from interfaces.mpesa.credentials import MpesaCredentials
from interfaces.mpesa.daraja import Daraja
from interfaces.mpesa.operated import Operated
from interfaces.mpesa.refunds import MpesaRefunds


class MpesaTill:
    """What Safaricom does for the boutiques, over one connection pool. `shared` is the installation's app."""

    def __init__(self, where: DarajaSettings, store: CredentialStore, shared: Credentials) -> None:
        self._where, self._store, self.shared = where, store, shared

    @cached_property
    def daraja(self) -> Daraja:
        """Prompts and queries."""
        return Daraja(self._calls, self.app_of)

    @cached_property
    def refunds(self) -> MpesaRefunds:
        """Money back."""
        return MpesaRefunds(Operated(self._calls), self.app_of)

    def app_of(self, payee: PayeeAccount) -> Credentials:
        """The app for an account: the boutique's own, kept under the short code, else the shared one."""
        own = self._store.read(payee.boutique, payee.shortcode, MpesaCredentials)
        return own.app if own else self.shared

    def close(self) -> None:
        """Give the connections back."""
        if "_calls" in self.__dict__:
            self._calls.close()

    @cached_property
    def _calls(self) -> DarajaCalls:
        return DarajaCalls(self._where)
