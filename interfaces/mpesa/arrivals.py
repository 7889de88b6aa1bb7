"""Money that came by hand: what Safaricom asks before and tells after, and the addresses where it does.

A boutique's paybill takes money for more than our orders, so nobody is refused; whatever names no order waits
for its owner.
"""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from application.ports import StatementLine
from domain.identity import BoutiqueId, PaymentId, deposit_of
from interfaces.callbacks import (
    NOBODYS,
    AttemptRef,
    Callback,
    CallbackIngress,
    CallbackUnreadable,
    boutique_at,
    callback_from,
    taken_in,
)
from interfaces.mpesa.faults import NEIGHBOUR
from interfaces.mpesa.reading import object_in, receipt_in, words_in, written_amount

CHANNEL: Final = "mpesa-c2b"
DOOR: Final = "mpesa-c2b"
"""What a boutique's address for this is sealed with."""

_NAIROBI: Final = timezone(timedelta(hours=3))
_ACCEPTED: Final = {"ResultCode": "0", "ResultDesc": "Accepted"}
_REFUSED: Final = {"ResultCode": "C2B00016", "ResultDesc": "Rejected"}


def mpesa_arrivals(ingress: CallbackIngress, secret: bytes) -> APIRouter:
    """The routers for POST /cb/asks/{address} and /cb/came/{address}: one address for each boutique."""
    router = APIRouter(include_in_schema=False)

    @router.post("/cb/asks/{address}")
    async def asks(address: str, request: Request) -> Response:
        if boutique_at(secret, DOOR, address) is None:
            return Response(status_code=404)
        return JSONResponse(_ACCEPTED if _is_read(await request.body()) else _REFUSED)

    @router.post("/cb/came/{address}")
    async def came(address: str, request: Request) -> Response:
        boutique = boutique_at(secret, DOOR, address)
        if boutique is None:
            return Response(status_code=404)

        def heard(body: bytes) -> Callback:
            return _heard(boutique, body)

        return await taken_in(request, ingress, heard, JSONResponse(_ACCEPTED))

    return router


def read_confirmation(raw: bytes) -> StatementLine:
    """The money that a confirmation tells of. Raises: CallbackUnreadable."""
    told = object_in(raw)
    receipt = receipt_in(told.get("TransID"))
    if receipt is None:
        raise CallbackUnreadable("no TransID")
    return StatementLine(
        receipt=receipt,
        amount=written_amount(told.get("TransAmount")),
        at=_when(told.get("TransTime")),
        reference=words_in(told.get("BillRefNumber")) or "",
        payer=_payer(told),
        shortcode=words_in(told.get("BusinessShortCode")) or "",
    )


def _heard(boutique: BoutiqueId, body: bytes) -> Callback:
    try:
        receipt = read_confirmation(body).receipt
    except CallbackUnreadable as unreadable:
        return Callback(AttemptRef(boutique, NOBODYS, 0), body, str(unreadable), CHANNEL)
    deposit = PaymentId(deposit_of(boutique, NEIGHBOUR, receipt))
    return callback_from(CHANNEL, AttemptRef(boutique, deposit, 0), body, read_confirmation)


def _is_read(body: bytes) -> bool:
    try:
        read_confirmation(body)
    except CallbackUnreadable:
        return False
    return True


def _when(told: object) -> datetime:
    try:
        return datetime.strptime(str(told), "%Y%m%d%H%M%S").replace(tzinfo=_NAIROBI).astimezone(UTC)
    except ValueError as wrong:
        raise CallbackUnreadable("no TransTime") from wrong


def _payer(told: dict[str, Any]) -> str:
    names = (words_in(told.get(name)) for name in ("MSISDN", "FirstName", "MiddleName", "LastName"))
    return " ".join(filter(None, names))[:120]
