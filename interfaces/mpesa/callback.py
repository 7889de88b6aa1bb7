"""What Safaricom calls back about a prompt: the address it comes to, and how its body is read."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from application.ports import Evidence, EvidenceKind
from interfaces.callbacks import Callback, CallbackIngress, callback_from, taken_in
from interfaces.mpesa.reading import amount_in, code_of, object_in, receipt_in, words_in
from interfaces.mpesa.result_codes import SUCCESS, kind_of
from interfaces.mpesa.token import read

CHANNEL = "mpesa"
_ACCEPTED = {"ResultCode": 0, "ResultDesc": "Accepted"}


def mpesa_callbacks(ingress: CallbackIngress, secret: bytes) -> APIRouter:
    """The router for POST /cb/{token}. The path is neutral: Safaricom refuses addresses that name it."""
    router = APIRouter(include_in_schema=False)

    @router.post("/cb/{token}")
    async def receive(token: str, request: Request) -> Response:
        about = read(secret, token)
        if about is None:
            return Response(status_code=404)
        accepted = JSONResponse(_ACCEPTED)

        def heard(body: bytes) -> Callback:
            return callback_from(CHANNEL, about, body, read_callback)

        return await taken_in(request, ingress, heard, accepted)

    return router


def read_callback(raw: bytes) -> Evidence:
    """What a callback says.

    Shape: a success without receipt or amount is PENDING: the query must tell.
    Raises: CallbackUnreadable, also for an amount that is not an exact positive number of cents.
    """
    answer = object_in(raw, "Body", "stkCallback")
    code = code_of(answer.get("ResultCode"))
    kind = kind_of(code)
    items = _items(answer) if kind is EvidenceKind.SUCCEEDED else {}
    receipt, amount = receipt_in(items.get("MpesaReceiptNumber")), amount_in(items.get("Amount"))
    if code == SUCCESS and (receipt is None or amount is None):
        kind = EvidenceKind.PENDING
    return Evidence(
        kind=kind,
        code=code,
        reason=words_in(answer.get("ResultDesc")) or "",
        checkout_id=words_in(answer.get("CheckoutRequestID")),
        merchant_request_id=words_in(answer.get("MerchantRequestID")),
        receipt=receipt,
        amount=amount,
    )


def _items(answer: Mapping[str, Any]) -> Mapping[str, object]:
    """Items by name, not by place; some come without a value, and the first of a name counts."""
    metadata = answer.get("CallbackMetadata")
    listed = metadata.get("Item") if isinstance(metadata, dict) else None
    items: dict[str, object] = {}
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, dict) and isinstance(item.get("Name"), str):
            items.setdefault(item["Name"], item.get("Value"))
    return items
