"""What Safaricom calls back about a prompt: the address it comes to, and how its body is read."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Never

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from application.ports import Evidence, EvidenceKind
from domain.money import Money
from interfaces.callbacks import Callback, CallbackIngress, CallbackUnreadable, callback_from, taken_in
from interfaces.mpesa.result_codes import SUCCESS, kind_of
from interfaces.mpesa.token import read

CHANNEL = "mpesa"
_ACCEPTED = {"ResultCode": 0, "ResultDesc": "Accepted"}
_RECEIPT = re.compile(r"[A-Z0-9]{10}")
_CODE = re.compile(r"[A-Za-z0-9_.]{1,40}")
_MOST_CENTS = 100_000_000 * 100


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
    answer = _stk_callback(raw)
    code = _code_of(answer.get("ResultCode"))
    kind = kind_of(code)
    items = _items(answer) if kind is EvidenceKind.SUCCEEDED else {}
    receipt, amount = _receipt(items.get("MpesaReceiptNumber")), _amount(items.get("Amount"))
    if code == SUCCESS and (receipt is None or amount is None):
        kind = EvidenceKind.PENDING
    return Evidence(
        kind=kind,
        code=code,
        reason=_words(answer.get("ResultDesc")) or "",
        checkout_id=_words(answer.get("CheckoutRequestID")),
        merchant_request_id=_words(answer.get("MerchantRequestID")),
        receipt=receipt,
        amount=amount,
    )


def _stk_callback(raw: bytes) -> Mapping[str, Any]:
    try:
        root = json.loads(raw.decode("utf-8"), parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as broken:
        raise CallbackUnreadable("no JSON") from broken
    body = root.get("Body") if isinstance(root, dict) else None
    answer = body.get("stkCallback") if isinstance(body, dict) else None
    if not isinstance(answer, dict):
        raise CallbackUnreadable("no stkCallback")
    return answer


def _code_of(told: object) -> str:
    if isinstance(told, bool) or not isinstance(told, int | str) or not _CODE.fullmatch(str(told)):
        raise CallbackUnreadable("no ResultCode")
    return str(told)


def _items(answer: Mapping[str, Any]) -> Mapping[str, object]:
    """Items by name, not by place; some come without a value, and the first of a name counts."""
    metadata = answer.get("CallbackMetadata")
    listed = metadata.get("Item") if isinstance(metadata, dict) else None
    items: dict[str, object] = {}
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, dict) and isinstance(item.get("Name"), str):
            items.setdefault(item["Name"], item.get("Value"))
    return items


def _receipt(told: object) -> str | None:
    if told is None:
        return None
    if not isinstance(told, str) or not _RECEIPT.fullmatch(told):
        raise CallbackUnreadable("not a receipt")
    return told


def _amount(told: object) -> Money | None:
    if told is None:
        return None
    if isinstance(told, bool) or not isinstance(told, int | Decimal):
        raise CallbackUnreadable("not an amount")
    exponent = told.as_tuple().exponent if isinstance(told, Decimal) else 0
    if not isinstance(exponent, int) or abs(exponent) > 20 or not 0 < told < _MOST_CENTS:
        raise CallbackUnreadable("not an amount")
    cents = Decimal(told) * 100
    if cents != int(cents):
        raise CallbackUnreadable("not an exact amount")
    return Money(cents=int(cents))


def _words(told: object) -> str | None:
    return (
        told.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()[:200]
        if isinstance(told, str)
        else None
    )


def _refuse(constant: str) -> Never:
    raise ValueError(constant)
