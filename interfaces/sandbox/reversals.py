"""Money back in the sandbox: Daraja's reversals, and the question how one stands, answered by a callback."""

import secrets
import time
from collections.abc import Mapping
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from interfaces.sandbox.courier import Courier
from interfaces.sandbox.daraja import Body, answered, bad, must_know
from interfaces.sandbox.store import Row, Store
from interfaces.sandbox.wallets import Wallets, a_receipt

_SOON: Final = 0.3
_DONE: Final = "The service request is processed successfully."


def reversals_api(store: Store, wallets: Wallets, courier: Courier) -> APIRouter:
    """The routes for reversals and for the status of one."""
    router = APIRouter(prefix="/sandbox/daraja", include_in_schema=False)
    reversals = _Reversals(store, wallets, courier)

    @router.post("/mpesa/reversal/v1/request")
    def reverse(request: Request, body: dict[str, Any]) -> Response:
        return answered(lambda: reversals.reverse(request, body))

    @router.post("/mpesa/transactionstatus/v1/query")
    def status(request: Request, body: dict[str, Any]) -> Response:
        return answered(lambda: reversals.status(request, body))

    return router


class _Reversals:
    def __init__(self, store: Store, wallets: Wallets, courier: Courier) -> None:
        self._store, self._wallets, self._courier = store, wallets, courier

    def reverse(self, request: Request, body: Body) -> Body:
        must_know(self._store, request)
        if body.get("CommandID") != "TransactionReversal" or body.get("RecieverIdentifierType") != "11":
            raise bad("CommandID")
        conversation, receipt = _conversation(), str(body.get("TransactionID"))
        paid = self._store.row("SELECT * FROM prompts WHERE receipt = ?", receipt)
        with self._store.change() as db:
            known = self._store.row("SELECT 1 FROM reversals WHERE receipt = ?", receipt)
            amount = str(body.get("Amount", ""))
            if known is not None:
                self._tell(body, conversation, "R000001", "The transaction has already been reversed.")
            elif paid is None or not amount.isdecimal() or not 0 < int(amount) <= paid["shillings"]:
                self._tell(body, conversation, "R000002", "The OriginalTransactionID is invalid.")
            else:
                own = a_receipt()
                db.execute(
                    "INSERT INTO reversals VALUES (?, ?, ?, ?, ?)",
                    (receipt, own, conversation, int(amount), time.time()),
                )
                self._wallets.give_back(paid, own, int(amount))
                told = {"OriginalTransactionID": receipt, "Amount": f"{amount}.00"}
                self._tell(body, conversation, "0", _DONE, own, told)
        return _accepted(conversation)

    def status(self, request: Request, body: Body) -> Body:
        must_know(self._store, request)
        conversation = _conversation()
        known = self._store.row(
            "SELECT * FROM reversals WHERE conversation = ?", str(body.get("OriginalConversationID"))
        )
        if known is None:
            self._tell(body, conversation, "2032", "The transaction was not found.")
        else:
            self._tell(body, conversation, "0", _DONE, a_receipt(), _standing(known))
        return _accepted(conversation)

    def _tell(
        self,
        body: Body,
        conversation: str,
        code: str,
        reason: str,
        receipt: str = "",
        told: Mapping[str, object] | None = None,
    ) -> None:
        result: dict[str, object] = {
            "ResultType": 0,
            "ResultCode": int(code) if code.isdecimal() else code,
            "ResultDesc": reason,
            "OriginatorConversationID": f"own-{conversation}",
            "ConversationID": conversation,
            "TransactionID": receipt or "SAA0000000",
        }
        if told:
            listed = [{"Key": key, "Value": value} for key, value in told.items()]
            result["ResultParameters"] = {"ResultParameter": [*listed, {"Key": "DebitAccountBalance"}]}
        self._courier.post(str(body.get("ResultURL")), {"Result": result}, signed=False, after=_SOON)


def _standing(known: Row) -> Mapping[str, object]:
    return {
        "ConversationID": known["conversation"],
        "TransactionStatus": "Completed",
        "ReceiptNo": known["reversal"],
        "Amount": float(known["shillings"]),
    }


def _conversation() -> str:
    return f"AG_{time.strftime('%Y%m%d')}_{secrets.token_hex(10)}"


def _accepted(conversation: str) -> Body:
    return {
        "OriginatorConversationID": f"own-{conversation}",
        "ConversationID": conversation,
        "ResponseCode": "0",
        "ResponseDescription": "Accept the service request successfully.",
    }
