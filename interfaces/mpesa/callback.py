"""What Safaricom calls back about a prompt: the address it comes to, and how its body is read."""

import asyncio
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Never, Protocol

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from application.ports import Evidence, EvidenceKind
from domain.money import Money
from interfaces.mpesa.result_codes import SUCCESS, kind_of
from interfaces.mpesa.token import AttemptRef, read

CHANNEL = "mpesa"
_ACCEPTED = {"ResultCode": 0, "ResultDesc": "Accepted"}
_LARGEST = 64 * 1024
_BODY_TIMEOUT = 10.0
_RECEIPT = re.compile(r"[A-Z0-9]{10}")
_CODE = re.compile(r"[A-Za-z0-9_.]{1,40}")
_MOST_CENTS = 100_000_000 * 100


class CallbackUnreadable(ValueError):  # noqa: N818
    """The body is not what Safaricom documents; a person should look at it."""


class CallbackNotStored(Exception):  # noqa: N818
    """The callback is not durable."""


@dataclass(frozen=True, slots=True)
class Callback:
    """A callback as it came. `unreadable` says why it is set aside for a person."""

    about: AttemptRef
    body: bytes
    unreadable: str | None = None

    @property
    def fingerprint(self) -> str:
        """What makes a repeated delivery of the same body one."""
        return hashlib.sha256(self.body).hexdigest()


class CallbackIngress(Protocol):
    """Where callbacks become durable."""

    async def accept(self, callback: Callback) -> None:
        """Returns once it is committed; one already known changes nothing. Raises: CallbackNotStored."""
        ...


def mpesa_callbacks(ingress: CallbackIngress, secret: bytes) -> APIRouter:
    """The router for POST /cb/{token}. The path is neutral: Safaricom refuses addresses that name it."""
    router = APIRouter(include_in_schema=False)

    @router.post("/cb/{token}")
    async def receive(token: str, request: Request) -> Response:
        about = read(secret, token)
        if about is None:
            return Response(status_code=404)
        return await _received(about, request, ingress)

    return router


def callback_to(secret: bytes, address: str, body: bytes) -> Callback | None:
    """The callback that came to this path; None unless the path is one of ours."""
    about = read(secret, address.removeprefix("/cb/"))
    return None if about is None else Callback(about, body, _why_unreadable(body))


async def _received(about: AttemptRef, request: Request, ingress: CallbackIngress) -> Response:
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_TIMEOUT):
            async for piece in request.stream():
                body += piece
                if len(body) > _LARGEST:
                    return Response(status_code=413, headers={"Connection": "close"})
        await ingress.accept(Callback(about, bytes(body), _why_unreadable(bytes(body))))
    except TimeoutError:
        return Response(status_code=408)
    except CallbackNotStored:
        return Response(status_code=503)
    return JSONResponse(_ACCEPTED)


def _why_unreadable(body: bytes) -> str | None:
    try:
        read_callback(body)
    except CallbackUnreadable as unreadable:
        return str(unreadable)[:200]
    return None


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
