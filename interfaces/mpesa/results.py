"""What Safaricom tells later of what an operator asked: how a reversal ended, how a transaction stands.

Source: Safaricom's documentation of Reversal and Transaction Status; members may be there twice or empty.
"""

from collections.abc import Mapping
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from application.ports import Evidence, EvidenceKind
from domain.money import Money
from interfaces.callbacks import AttemptRef, Callback, CallbackIngress, callback_from, taken_in
from interfaces.mpesa.reading import code_of, object_in, receipt_in, words_in, written_amount
from interfaces.mpesa.result_codes import SUCCESS
from interfaces.mpesa.token import DEPOSIT, REFUND, read

REVERSED_CHANNEL: Final = "mpesa-back"
SEEN_CHANNEL: Final = "mpesa-seen"
RECEIPT_CHANNEL: Final = "mpesa-receipt"
ALREADY_REVERSED: Final = "R000001"
_ACCEPTED: Final = {"ResultCode": 0, "ResultDesc": "Accepted"}
_NOTHING_MOVED: Final = frozenset({"1", "11", "21", "2001", "2006", "2028", "8006", "R000002"})
_STANDS: Final = {
    "completed": EvidenceKind.SUCCEEDED,
    **dict.fromkeys(("failed", "cancelled", "declined", "expired"), EvidenceKind.FAILED),
}


def mpesa_results(ingress: CallbackIngress, secret: bytes) -> APIRouter:
    """The routers for POST /cb/back/{token} and /cb/seen/{token}; also where a request waited too long."""
    router = APIRouter(include_in_schema=False)

    @router.post("/cb/back/{token}")
    async def back(token: str, request: Request) -> Response:
        return await _received(read(secret, token, REFUND), request, REVERSED_CHANNEL)

    @router.post("/cb/seen/{token}")
    async def seen(token: str, request: Request) -> Response:
        of_deposit = read(secret, token, DEPOSIT)
        if of_deposit:
            return await _received(of_deposit, request, RECEIPT_CHANNEL)
        return await _received(read(secret, token, REFUND), request, SEEN_CHANNEL)

    async def _received(about: AttemptRef | None, request: Request, channel: str) -> Response:
        if about is None:
            return Response(status_code=404)

        def heard(body: bytes) -> Callback:
            return callback_from(channel, about, body, RESULTS[channel])

        return await taken_in(request, ingress, heard, JSONResponse(_ACCEPTED))

    return router


def read_reversal(raw: bytes) -> Evidence:
    """How a reversal ended; one that was done before is done. Raises: CallbackUnreadable."""
    result = object_in(raw, "Result")
    code = code_of(result.get("ResultCode"))
    kind = EvidenceKind.FAILED if code in _NOTHING_MOVED else EvidenceKind.UNKNOWN
    if code in (SUCCESS, ALREADY_REVERSED):
        kind = EvidenceKind.SUCCEEDED
    return Evidence(
        kind=kind,
        code=code,
        reason=words_in(result.get("ResultDesc")) or "",
        checkout_id=words_in(result.get("ConversationID")),
        merchant_request_id=words_in(result.get("OriginatorConversationID")),
        receipt=receipt_in(result.get("TransactionID")) if code == SUCCESS else None,
        amount=_amount(_parameters(result)) if code == SUCCESS else None,
    )


def read_status(raw: bytes) -> Evidence:
    """How a transaction stands; a question that went wrong says nothing. Raises: CallbackUnreadable."""
    result = object_in(raw, "Result")
    code = code_of(result.get("ResultCode"))
    told = _parameters(result) if code == SUCCESS else {}
    stands = words_in(told.get("TransactionStatus")) or ""
    kind = _STANDS.get(stands.casefold(), EvidenceKind.UNKNOWN)
    return Evidence(
        kind=kind,
        code=stands or code,
        reason=words_in(result.get("ResultDesc")) or "",
        checkout_id=words_in(told.get("ConversationID")),
        receipt=receipt_in(told.get("ReceiptNo")),
        amount=_amount(told),
    )


RESULTS: Final = {REVERSED_CHANNEL: read_reversal, SEEN_CHANNEL: read_status, RECEIPT_CHANNEL: read_status}


def _parameters(result: Mapping[str, Any]) -> Mapping[str, object]:
    """The parameters by key; some come without a value, and the first of a key counts."""
    listed = result.get("ResultParameters")
    told = listed.get("ResultParameter") if isinstance(listed, dict) else None
    found: dict[str, object] = {}
    for each in told if isinstance(told, list) else (told,):
        if isinstance(each, dict) and isinstance(each.get("Key"), str):
            found.setdefault(each["Key"], each.get("Value"))
    return found


def _amount(told: Mapping[str, object]) -> Money | None:
    amount = told.get("Amount")
    return None if amount is None else written_amount(amount)
