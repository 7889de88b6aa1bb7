"""Safaricom's word on one receipt: Transaction Status, answered by a callback."""

from collections.abc import Callable

from application.ports import PayeeAccount
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.operated import Operated


class MpesaTransactions:
    """Transactions over Daraja. `app_of` knows the app of a boutique's account, with its operator."""

    def __init__(self, operated: Operated, app_of: Callable[[PayeeAccount], Credentials]) -> None:
        self._operated, self._app_of = operated, app_of

    def look(self, payee: PayeeAccount, receipt: str, token: str) -> None:
        """Ask how a receipt stands. Raises: NeighbourFailed."""
        self._operated.look(self._app_of(payee), payee, token, TransactionID=receipt)
