"""M-Pesa as one till: each boutique by its own app at Safaricom where it has one, else by the shared one."""

from functools import cached_property

from application.ports import CredentialStore, PayeeAccount
from domain.identity import BoutiqueId, PaymentId
from interfaces.callbacks import AttemptRef, address_of
from interfaces.mpesa import token
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.arrivals import DOOR
from interfaces.mpesa.calls import DarajaCalls, DarajaSettings
from interfaces.mpesa.credentials import MpesaCredentials
from interfaces.mpesa.daraja import Daraja
from interfaces.mpesa.operated import Operated
from interfaces.mpesa.refunds import MpesaRefunds
from interfaces.mpesa.statements import MpesaStatements
from interfaces.mpesa.transactions import MpesaTransactions


class MpesaTill:
    """What Safaricom does for the boutiques, over one connection pool.

    Shape: `shared` is the installation's app, `secret` seals the addresses at which we are called back.
    """

    def __init__(
        self, where: DarajaSettings, store: CredentialStore, shared: Credentials, secret: bytes
    ) -> None:
        self._where, self._store, self.shared, self._secret = where, store, shared, secret

    @cached_property
    def daraja(self) -> Daraja:
        """Prompts and queries."""
        return Daraja(self._calls, self.app_of)

    @cached_property
    def refunds(self) -> MpesaRefunds:
        """Money back."""
        return MpesaRefunds(Operated(self._calls), self.app_of)

    @cached_property
    def transactions(self) -> MpesaTransactions:
        """Safaricom's word on one receipt."""
        return MpesaTransactions(Operated(self._calls), self.app_of)

    @cached_property
    def statements(self) -> MpesaStatements:
        """Safaricom's own list."""
        return MpesaStatements(self._calls, self.app_of, self._told_at)

    def deposit_token_of(self, boutique: BoutiqueId, deposit: PaymentId, _: int) -> str:
        """The unguessable name of a question about a receipt."""
        return token.issue(self._secret, AttemptRef(boutique, deposit, 0), token.DEPOSIT)

    def _told_at(self, boutique: BoutiqueId) -> str:
        return address_of(self._secret, DOOR, boutique)

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
