"""What Paystack calls back: signed over the raw bytes by HMAC-SHA512 with the account's secret key.

A boutique with an account of its own has an address of its own; all others are called at the installation's,
where the metadata that we gave and Paystack signed says whose it is.
"""

import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Final, Never
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from application.ports import Evidence, EvidenceKind
from domain.identity import BoutiqueId
from interfaces.callbacks import (
    NOBODYS,
    AttemptRef,
    Callback,
    CallbackIngress,
    CallbackUnreadable,
    attempt_named,
    boutique_at,
    callback_from,
    taken_in,
)
from interfaces.paystack.transactions import NEIGHBOUR, Fields, amount_in, inside, text_in

CHANNEL: Final = NEIGHBOUR
REFUND_CHANNEL: Final = "paystack-refund"
_HEADER: Final = "x-paystack-signature"
_PAID: Final = "charge.success"
_REFUND: Final = "refund."
_NOBODY: Final = BoutiqueId(UUID(int=0))

KeyOf = Callable[[BoutiqueId | None], bytes | None]
"""The secret key of a boutique's own account, or for None the installation's; None where there is none.

Raises: CallbackNotStored while that cannot be known.
"""


def paystack_webhook(ingress: CallbackIngress, secret: bytes, key_of: KeyOf) -> APIRouter:
    """The routers for POST /cb/paystack and POST /cb/paystack/{address}."""
    router = APIRouter(include_in_schema=False)

    @router.post("/cb/paystack")
    async def installation(request: Request) -> Response:
        return await _received(request, ingress, lambda: key_of(None), None)

    @router.post("/cb/paystack/{address}")
    async def boutique(address: str, request: Request) -> Response:
        whose = boutique_at(secret, CHANNEL, address)
        if whose is None:
            return Response(status_code=404)
        return await _received(request, ingress, lambda: key_of(whose), whose)

    return router


async def _received(
    request: Request, ingress: CallbackIngress, key_of: Callable[[], bytes | None], whose: BoutiqueId | None
) -> Response:
    signature = request.headers.get(_HEADER, "")

    def heard(body: bytes) -> Callback | None:
        key = key_of()
        return _heard(body, whose) if key and is_signed(body, signature, key) else None

    return await taken_in(request, ingress, heard, Response(status_code=200))


def is_signed(body: bytes, signature: str, key: bytes) -> bool:
    """Whether the signature is of exactly these bytes under this key."""
    right = hmac.new(key, body, hashlib.sha512).hexdigest()
    return hmac.compare_digest(signature.encode("utf-8", "replace"), right.encode())


def read_event(raw: bytes) -> Evidence:
    """What an event says: money came. Raises: CallbackUnreadable for all others, which a person looks at."""
    event, data = _event(raw)
    if event != _PAID:
        raise CallbackUnreadable(f"event {event[:60] or 'without a name'}")
    amount, reference = amount_in(data), text_in(data, "reference")
    if amount is None or not reference or text_in(data, "status") != "success":
        raise CallbackUnreadable("no exact amount, no reference, or no success")
    if amount.currency != "KES":
        raise CallbackUnreadable("not in shillings")
    return Evidence(
        kind=EvidenceKind.SUCCEEDED,
        code="success",
        reason=text_in(data, "gateway_response"),
        checkout_id=reference,
        receipt=text_in(data, "id") or None,
        amount=amount,
    )


def read_refund(raw: bytes) -> Evidence:
    """What an event of a refund says: that Paystack's list has news. Its own words are not believed, as it
    names the page and not the refund. Raises: CallbackUnreadable."""
    event, data = _event(raw)
    if not event.startswith(_REFUND):
        raise CallbackUnreadable("no refund")
    return Evidence(EvidenceKind.PENDING, event[:60], "", text_in(data, "transaction_reference"))


def _heard(body: bytes, whose: BoutiqueId | None) -> Callback:
    try:
        event, data = _event(body)
    except CallbackUnreadable:
        event, data = "", {}
    boutique = whose or _told(data)
    back = event.startswith(_REFUND)
    about = attempt_named(boutique, text_in(data, "transaction_reference" if back else "reference"))
    if about is None or boutique == _NOBODY:
        return Callback(AttemptRef(boutique, NOBODYS, 0), body, "about none of our pages", CHANNEL)
    if back:
        return callback_from(REFUND_CHANNEL, about, body, read_refund)
    return callback_from(CHANNEL, about, body, read_event)


def _told(data: Fields) -> BoutiqueId:
    try:
        return BoutiqueId(UUID(text_in(inside(data, "metadata"), "boutique")))
    except ValueError:
        return _NOBODY


def _event(raw: bytes) -> tuple[str, Fields]:
    try:
        told = json.loads(raw.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError) as broken:
        raise CallbackUnreadable("no JSON") from broken
    if not isinstance(told, dict):
        raise CallbackUnreadable("no event")
    return text_in(told, "event"), inside(told, "data")


def _refuse(constant: str) -> Never:
    raise ValueError(constant)
