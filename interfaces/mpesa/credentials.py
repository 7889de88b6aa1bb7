"""A boutique's own app at Safaricom, kept under the short code that it is for."""

from typing import Final

from pydantic import SecretStr

from application.ports import Credentials
from interfaces.mpesa import access
from interfaces.mpesa.faults import NEIGHBOUR

_NOTHING: Final = SecretStr("")


class MpesaCredentials(Credentials):
    """What Safaricom gave a boutique for its paybill or till.

    Shape: `initiator` is the API operator that may give money back and look at transactions, and
    `security_credential` what Safaricom's portal makes of its password: the password itself never comes here.
    `nominated_number` (2547…) is the one named for the pulling of transactions.
    """

    NEIGHBOUR = NEIGHBOUR

    consumer_key: SecretStr
    consumer_secret: SecretStr
    passkey: SecretStr
    initiator: str = ""
    security_credential: SecretStr = _NOTHING
    nominated_number: str = ""

    @property
    def app(self) -> access.Credentials:
        """In the words of the calls to Daraja."""
        return access.Credentials(
            self.consumer_key.get_secret_value(),
            self.consumer_secret.get_secret_value(),
            self.passkey.get_secret_value(),
            self.initiator,
            self.security_credential.get_secret_value(),
            self.nominated_number,
        )
