"""What the boutique's API operator may ask of Daraja: money back, and how a transaction stands.

All of it is answered twice: at once with a name for the request, and later at the address that we gave.
"""

from typing import Final

import httpx

from application.ports import NeighbourFailed, NeighbourUnsure, PayeeAccount
from domain.money import Money
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.calls import DarajaCalls, members_of
from interfaces.mpesa.faults import NEIGHBOUR, refusal_of

_REVERSAL: Final = "/mpesa/reversal/v1/request"
_STATUS: Final = "/mpesa/transactionstatus/v1/query"
_REMARKS: Final = "Order"
_SHORT_CODE, _TILL, _REVERSED_TO = "4", "2", "11"


class Operated:
    """Reversals and questions by an initiator. The answers come to `/cb/back/` and `/cb/seen/`."""

    def __init__(self, calls: DarajaCalls) -> None:
        self._calls = calls

    def reverse(self, app: Credentials, payee: PayeeAccount, receipt: str, amount: Money, token: str) -> str:
        """Ask for a receipt's money back; the conversation in which that is answered.

        Raises: NeighbourFailed (surely not taken), NeighbourUnsure (perhaps taken).
        """
        body = {
            **self._signed(app),
            "CommandID": "TransactionReversal",
            "TransactionID": receipt,
            "Amount": str(amount.cents // 100),
            "ReceiverParty": payee.shortcode,
            "RecieverIdentifierType": _REVERSED_TO,  # Safaricom's own spelling
            **self._answered_at("back", token),
        }
        return _conversation(self._calls.post(_REVERSAL, body, app))

    def look(self, app: Credentials, payee: PayeeAccount, token: str, **about: str) -> None:
        """Ask how a transaction stands, named by TransactionID or by OriginalConversationID.

        Raises: NeighbourFailed.
        """
        body = {
            **self._signed(app),
            "CommandID": "TransactionStatusQuery",
            **about,
            "PartyA": payee.shortcode,
            "IdentifierType": _TILL if payee.is_till else _SHORT_CODE,
            **self._answered_at("seen", token),
        }
        try:
            _conversation(self._calls.ask(_STATUS, body, app))
        except NeighbourUnsure as unsure:
            raise NeighbourFailed(NEIGHBOUR, unsure.code, unsure.reason, retryable=True) from unsure

    def _signed(self, app: Credentials) -> dict[str, str]:
        if not app.may_operate:
            reason = "the boutique named no operator who may do this"
            raise NeighbourFailed(NEIGHBOUR, "no-initiator", reason, retryable=False)
        return {"Initiator": app.initiator, "SecurityCredential": app.security_credential}

    def _answered_at(self, door: str, token: str) -> dict[str, str]:
        address = f"{self._calls.settings.callback_base}/cb/{door}/{token}"
        return {
            "ResultURL": address,
            "QueueTimeOutURL": address,
            "Remarks": _REMARKS,
            "Occasion": "",
        }


def _conversation(answer: httpx.Response) -> str:
    told = members_of(answer)
    if answer.status_code != httpx.codes.OK or told.get("ResponseCode") != "0":
        raise refusal_of(answer, told)
    if not told.get("ConversationID"):
        raise NeighbourUnsure(NEIGHBOUR, "no-id", "accepted without a name", retryable=False)
    return told["ConversationID"]
